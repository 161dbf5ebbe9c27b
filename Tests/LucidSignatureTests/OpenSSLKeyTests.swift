import LucidCrypto
import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Key files, with OpenSSL", .enabled(if: Programs.openssl != nil, "skipped: there is no openssl command"))
struct OpenSSLKeyTests {
    /// How OpenSSL is asked for each kind of key.
    static let kinds = [
        "RSA -pkeyopt rsa_keygen_bits:2048", "RSA -pkeyopt rsa_keygen_bits:3072", "RSA -pkeyopt rsa_keygen_bits:4096",
        "RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:3", "RSA -pkeyopt rsa_keygen_bits:2047",
        "EC -pkeyopt ec_paramgen_curve:P-256", "EC -pkeyopt ec_paramgen_curve:P-384",
        "EC -pkeyopt ec_paramgen_curve:P-521", "ED25519",
    ]

    @Test("new keys of OpenSSL are read in each form, and Lucid's files of them are read by OpenSSL", arguments: kinds)
    func everyForm(kind: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("genpkey -algorithm \(kind) -out key.pem")
        let expected = try openssl.publicKey(of: "key.pem")
        // Ed25519 has no form but PKCS#8.
        if kind != "ED25519" { try openssl.run("pkey -in key.pem -traditional -out old.pem") }
        for name in kind == "ED25519" ? ["key.pem"] : ["key.pem", "old.pem"] {
            let key = try openssl.key(name)
            #expect(key.publicKey.info == expected)
            try openssl.write(key.pkcs8PEM().withArray { Array($0) }, to: "lucid.pem")
            #expect(try openssl.run("pkey -in lucid.pem -check -noout").contains("Key is valid"))
            #expect(try openssl.publicKey(of: "lucid.pem") == expected)
            // Every number is the same, not only the public ones.
            #expect(try openssl.run("pkey -in lucid.pem -text -noout") == openssl.run("pkey -in key.pem -text -noout"))
        }
    }

    @Test(
        "new keys of Lucid are read by OpenSSL",
        arguments: [.rsa(bits: 2048), .rsa(bits: 3072), .p256, .p384, .p521, .ed25519] as [SigningKey.Kind])
    func newKeys(kind: SigningKey.Kind) throws {
        let openssl = try OpenSSLFolder()
        let key = try SigningKey.generate(kind)
        let info = key.publicKey.info
        try openssl.write(key.pkcs8PEM().withArray { Array($0) }, to: "plain.pem")
        try openssl.write(key.pkcs8().withArray { Array($0) }, to: "plain.der")
        #expect(try openssl.run("pkey -in plain.pem -check -noout").contains("Key is valid"))
        #expect(try openssl.run("pkey -inform DER -in plain.der -check -noout").contains("Key is valid"))
        #expect(try openssl.publicKey(of: "plain.pem") == info)
        let encryption = PasswordEncryption(cipher: .aes256, hash: .sha256, iterationsUnchecked: 10)
        let encrypted = try key.encryptedPEM(passphrase: secret("word"), encryption: try #require(encryption))
        try openssl.write(encrypted, to: "encrypted.pem")
        #expect(try openssl.publicKey(of: "encrypted.pem", passphrase: "word") == info)
    }

    @Test("EC PARAMETERS before the key are passed over", arguments: ["prime256v1", "secp384r1", "secp521r1"])
    func parametersBlock(curve: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("ecparam -genkey -name \(curve) -out key.pem")
        let text = String(decoding: try openssl.read("key.pem"), as: UTF8.self)
        #expect(text.contains("BEGIN EC PARAMETERS") && text.contains("BEGIN EC PRIVATE KEY"))
        let info = try openssl.key("key.pem").publicKey.info
        #expect(try info == openssl.publicKey(of: "key.pem"))
        try openssl.run("ecparam -genkey -noout -name \(curve) -out key.pem")
        let second = try openssl.key("key.pem").publicKey.info
        #expect(try second == openssl.publicKey(of: "key.pem"))
    }

    /// Each file is encrypted with one of them: also longer than a hash's block, and not ASCII.
    private static let passphrases = ["w", String(repeating: "long-", count: 40), "Schlüssel😀"]
    private static let ciphers = ["aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "des3"]
    private static let prfs = ["SHA1", "SHA224", "SHA256", "SHA384", "SHA512"].map { "hmacWith\($0)" }

    @Test("files that OpenSSL encrypts are read, with every cipher and every hash", arguments: ciphers, prfs)
    func encryptedByOpenSSL(cipher: String, prf: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("ecparam -genkey -noout -name prime256v1 -out key.pem")
        let expected = try openssl.publicKey(of: "key.pem")
        let word = Self.passphrases[(cipher.utf8.count + prf.utf8.count) % 3]
        try openssl.run(
            "pkcs8 -topk8 -in key.pem -v2 \(cipher) -v2prf \(prf) -iter 10 -passout pass:\(word) -out enc.pem")
        let key = try openssl.key("enc.pem", passphrase: word)
        #expect(key.publicKey.info == expected)
        #expect(throws: PrivateKeyProblem.cannotDecrypt) {
            let other = try openssl.key("enc.pem", passphrase: word + "x")
            Issue.record("read with a wrong passphrase: \(other.publicKey)")
        }
    }

    /// What people have lying about: each with OpenSSL's own choices, 2048 iterations or one of MD5.
    @Test(
        "keys as OpenSSL encrypts them when nothing else is asked for",
        arguments: [
            "req -new -newkey rsa:2048 -subj /CN=x -keyout key.pem -out request.pem -passout pass:word",
            "genrsa -aes256 -passout pass:word -out key.pem 2048",
            "genrsa -aes256 -traditional -passout pass:word -out key.pem 2048",
            "genrsa -aes192 -traditional -passout pass:word -out key.pem 2048",
            "genrsa -aes128 -traditional -passout pass:word -out key.pem 2048",
            "genrsa -des3 -traditional -passout pass:word -out key.pem 2048",
            "genpkey -algorithm ed25519 -aes-256-cbc -pass pass:word -out key.pem",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -aes-128-cbc -pass pass:word -out key.pem",
        ])
    func defaults(command: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run(command)
        let info = try openssl.key("key.pem", passphrase: "word").publicKey.info
        #expect(try info == openssl.publicKey(of: "key.pem", passphrase: "word"))
        #expect(throws: PrivateKeyProblem.cannotDecrypt) {
            let key = try openssl.key("key.pem", passphrase: "Word")
            Issue.record("read with a wrong passphrase: \(key.publicKey)")
        }
        #expect(throws: PrivateKeyProblem.passphraseNeeded) {
            let key = try openssl.key("key.pem")
            Issue.record("read without a passphrase: \(key.publicKey)")
        }
    }

    @Test(
        "files that Lucid encrypts are read by OpenSSL, with every cipher and every hash",
        arguments: PasswordEncryption.Cipher.allCases.filter { $0 != .tripleDES },
        HashAlgorithm.allCases.filter { $0 != .md5 })
    func encryptedByLucid(cipher: PasswordEncryption.Cipher, hash: HashAlgorithm) throws {
        let openssl = try OpenSSLFolder()
        let key = try SigningKey.generate(.ed25519)
        let encryption = try #require(PasswordEncryption(cipher: cipher, hash: hash, iterationsUnchecked: 10))
        let word = Self.passphrases["\(cipher)\(hash)".utf8.count % 3]
        try openssl.write(key.encryptedPEM(passphrase: secret(word), encryption: encryption), to: "key.pem")
        #expect(try openssl.publicKey(of: "key.pem", passphrase: word) == key.publicKey.info)
        #expect(try !openssl.succeeds("pkey -in key.pem -noout -passin pass:other"))
        let again = try openssl.key("key.pem", passphrase: word)
        #expect(again.publicKey == key.publicKey)
        // OpenSSL says what Lucid says.
        let described = try openssl.run("asn1parse -in key.pem").lowercased()
        #expect(described.contains(["aes128": "aes-128", "aes192": "aes-192"]["\(cipher)"] ?? "aes-256"))
        if hash != .sha1 { #expect(described.contains("hmacwithsha")) }
    }

    @Test(
        "PKCS #12's own ways of encrypting are read in key files",
        arguments: ["PBE-SHA1-3DES", "PBE-SHA1-2DES", "PBE-SHA1-RC2-128", "PBE-SHA1-RC2-40"])
    func pkcs12(scheme: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("ecparam -genkey -noout -name prime256v1 -out key.pem")
        // The legacy provider, which has RC2, may be missing.
        let providers = "-provider legacy -provider default"
        let command = "pkcs8 -topk8 -in key.pem -v1 \(scheme) -iter 10 -passout pass:word -out enc.pem \(providers)"
        guard try openssl.succeeds(command) else { return }
        let info = try openssl.key("enc.pem", passphrase: "word").publicKey.info
        #expect(try info == openssl.publicKey(of: "key.pem", passphrase: "word"))
    }

    @Test(
        "ways of encrypting that Lucid does not have are named",
        arguments: [
            ("-scrypt -scrypt_N 16 -scrypt_r 1", "id-scrypt"),
            ("-v2 aria-128-cbc -iter 10", "1.2.410.200046.1.1.2"),
            ("-v2 camellia-256-cbc -iter 10", "1.2.392.200011.61.1.1.1.4"),
        ])
    func unsupported(options: String, name: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("ecparam -genkey -noout -name prime256v1 -out key.pem")
        // OpenSSL can be built without some of them.
        let command = "pkcs8 -topk8 -in key.pem \(options) -passout pass:word -out enc.pem"
        guard try openssl.succeeds(command) else { return }
        #expect(throws: PrivateKeyProblem.unsupportedEncryption(name)) {
            let key = try openssl.key("enc.pem", passphrase: "word")
            Issue.record("read: \(key.publicKey)")
        }
    }
}
