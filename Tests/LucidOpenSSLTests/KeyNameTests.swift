import LucidX509
import Testing

@testable import LucidOpenSSL

@Suite("Names of digests, ciphers and curves")
struct KeyNameTests {
    @Test(
        "openssl's names of digests are known, letters in any case",
        arguments: [
            ("sha256", .sha256), ("SHA256", .sha256), ("SHA2-256", .sha256), ("sha512", .sha512), ("sha1", .sha1),
            ("md5", .md5), ("sha512-256", .sha512_256), ("RSA-SHA384", .sha384),
        ] as [(String, HashAlgorithm)])
    func digests(name: String, hash: HashAlgorithm) throws {
        #expect(DigestName.isName(name))
        #expect(try DigestName.named(name, of: "req") == hash)
    }

    @Test("Digests that there are not end with a line that names them", arguments: ["sha3-256", "sm3", "foo", ""])
    func noDigest(name: String) throws {
        let failure = #expect(throws: Failure.self) { _ = try DigestName.named(name, of: "req") }
        #expect(failure?.message.contains(name) == true && failure?.exitCode == 1)
    }

    @Test("Each kind of key signs with a digest in its own way, and with none that can be forged")
    func schemes() throws {
        let curve = try SigningKey.generate(.p256)
        let edwards = try SigningKey.generate(.ed25519)
        let schemes = try [
            DigestName.scheme(of: curve, nil, in: "req"), DigestName.scheme(of: curve, .sha512, in: "req"),
            DigestName.scheme(of: edwards, nil, in: "req"),
        ]
        #expect(schemes == [.ecdsa(.sha256), .ecdsa(.sha512), .ed25519])
        for weak in [HashAlgorithm.md5, .sha1] {
            let scheme = try? DigestName.scheme(of: curve, weak, in: "req")
            #expect(scheme == nil)
        }
    }

    @Test(
        "openssl's names of ciphers are known, letters in any case",
        arguments: [
            ("aes256", .aes256), ("AES-256-CBC", .aes256), ("aes192", .aes192), ("aes-128-cbc", .aes128),
            ("des3", .tripleDES), ("DES-EDE3-CBC", .tripleDES),
        ] as [(String, PasswordEncryption.Cipher)])
    func ciphers(name: String, cipher: PasswordEncryption.Cipher) throws {
        #expect(try KeyCipher.named(name, of: "rsa") == cipher)
    }

    @Test("Ciphers that there are not end with a line", arguments: ["aes-256-gcm", "camellia256", "sha256", "foo", ""])
    func noCipher(name: String) {
        #expect(throws: Failure.self) { _ = try KeyCipher.named(name, of: "rsa") }
    }

    @Test(
        "Curves have openssl's names and NIST's",
        arguments: [
            ("prime256v1", .p256), ("P-256", .p256), ("SECP384R1", .p384), ("P-384", .p384), ("secp521r1", .p521),
            ("P-521", .p521),
        ] as [(String, NamedCurve)])
    func curves(name: String, curve: NamedCurve) throws {
        #expect(try KeyCurve.named(name, of: "ecparam") == curve)
        #expect(throws: Failure.self) { _ = try KeyCurve.named(name + "x", of: "ecparam") }
    }

    @Test("Every command of openssl 3.0 is there or has an answer")
    func commands() {
        let all = """
            asn1parse ca ciphers cmp cms crl crl2pkcs7 dgst dhparam dsa dsaparam ec ecparam enc engine errstr fipsinstall
            gendsa genpkey genrsa info kdf list mac nseq ocsp passwd pkcs12 pkcs7 pkcs8 pkey pkeyparam pkeyutl prime rand
            rehash req rsa rsautl s_client s_server s_time sess_id smime speed spkac srp storeutl ts verify version x509
            """
        for name in all.split(whereSeparator: \.isWhitespace).map(String.init) {
            let isThere = OpenSSLFace.commands.contains { $0.name == name }
            #expect(isThere || !MissingCommands.answer(to: name).hasPrefix("Invalid command"), "\(name)")
        }
        #expect(MissingCommands.answer(to: "nonsense").hasPrefix("Invalid command"))
    }

    @Test("No command lists an option twice")
    func options() {
        for command in OpenSSLFace.commands {
            let names = command.options.map(\.name)
            #expect(Set(names).count == names.count, "\(command.name)")
        }
    }
}
