import LucidCrypto
import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Signatures, with OpenSSL", .enabled(if: Programs.openssl != nil, "skipped: there is no openssl command"))
struct OpenSSLSignatureTests {
    private static let message = Array("What is signed, once by Lucid and once by OpenSSL.".utf8)

    /// A new key, written for OpenSSL, and a message beside it.
    private func folder(with key: borrowing SigningKey) throws -> OpenSSLFolder {
        let openssl = try OpenSSLFolder()
        try openssl.write(key.pkcs8PEM().withArray { Array($0) }, to: "key.pem")
        try openssl.run("pkey -in key.pem -pubout -out public.pem")
        try openssl.write(Self.message, to: "message")
        return openssl
    }

    private func holds(_ signature: [UInt8], _ scheme: SignatureScheme, _ signer: PublicKey) -> Bool {
        do throws(SignatureProblem) {
            try SignatureChecker.check(DERBytes(signature), over: DERBytes(Self.message), by: scheme, signer: signer)
            return true
        } catch { return false }
    }

    /// Signs by both, and lets the other one verify.
    private func crossCheck(
        _ key: borrowing SigningKey, _ openssl: OpenSSLFolder, _ scheme: SignatureScheme, digest: String,
        options: String = ""
    ) throws {
        try openssl.run("dgst -\(digest) -sign key.pem \(options) -out theirs message")
        let theirs = try openssl.read("theirs")
        #expect(holds(theirs, scheme, key.publicKey), "\(scheme)")
        var altered = theirs
        altered[altered.count - 1] ^= 1
        #expect(!holds(altered, scheme, key.publicKey), "\(scheme)")
        // SHA-1 is verified and not signed with.
        guard scheme.isFitForSigning else {
            #expect(throws: SigningKey.Problem.schemeDoesNotFit(scheme)) { try sign(key, scheme) }
            return
        }
        try openssl.write(try sign(key, scheme), to: "ours")
        let verdict = try openssl.run("dgst -\(digest) -verify public.pem \(options) -signature ours message")
        #expect(verdict.contains("Verified OK"))
    }

    private func sign(_ key: borrowing SigningKey, _ scheme: SignatureScheme) throws(SigningKey.Problem) -> [UInt8] {
        try key.sign(Self.message.span, by: scheme)
    }

    private static let hashes: [(hash: HashAlgorithm, name: String)] = [
        (.sha1, "sha1"), (.sha224, "sha224"), (.sha256, "sha256"), (.sha384, "sha384"), (.sha512, "sha512"),
    ]
    private static let truncatedHashes: [(hash: HashAlgorithm, name: String)] = [
        (.sha512_224, "sha512-224"), (.sha512_256, "sha512-256"),
    ]

    @Test("RSA PKCS#1 v1.5 with every hash", arguments: [2048, 3072])
    func pkcs1(bits: Int) throws {
        let key = try SigningKey.generate(.rsa(bits: bits))
        let openssl = try folder(with: key)
        for (hash, name) in Self.hashes + Self.truncatedHashes {
            try crossCheck(key, openssl, .rsaPKCS1(hash), digest: name)
            guard hash != .sha1 else { continue }
            // PKCS#1 v1.5 has one signature for each message.
            #expect(try sign(key, .rsaPKCS1(hash)) == openssl.read("theirs"))
        }
    }

    @Test(
        "RSA PSS with every hash, with another hash inside the mask, and salts of several lengths",
        arguments: [2048, 3072])
    func pss(bits: Int) throws {
        let key = try SigningKey.generate(.rsa(bits: bits))
        let openssl = try folder(with: key)
        let all = Self.hashes + Self.truncatedHashes
        for (index, (hash, name)) in all.enumerated() {
            let (maskHash, maskName) = all[(index + 3) % all.count]
            let choices = [(hash, name, hash.digestByteCount), (hash, name, 0), (maskHash, maskName, 11)]
            for (mask, maskName, salt) in choices {
                let parameters = RSAPSSParameters(hash: hash, maskHash: mask, saltByteCount: salt)
                let options =
                    "-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:\(salt) -sigopt rsa_mgf1_md:\(maskName)"
                try crossCheck(key, openssl, .rsaPSS(parameters), digest: name, options: options)
            }
        }
    }

    /// An RSA key of OpenSSL's, as long as tests can wait for, and one of an odd number of bits.
    @Test("RSA keys of OpenSSL, PKCS#1 v1.5 and PSS", arguments: [4096, 2047, 1024])
    func foreignKeys(bits: Int) throws {
        let maker = try OpenSSLFolder()
        try maker.run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:\(bits) -out key.pem")
        let key = try maker.key("key.pem")
        let openssl = try folder(with: key)
        try crossCheck(key, openssl, .rsaPKCS1(.sha256), digest: "sha256")
        try crossCheck(
            key, openssl, .rsaPSS(RSAPSSParameters(.sha256)), digest: "sha256",
            options: "-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32")
    }

    @Test("ECDSA with every hash", arguments: [.p256, .p384, .p521] as [SigningKey.Kind])
    func ecdsa(kind: SigningKey.Kind) throws {
        let key = try SigningKey.generate(kind)
        let openssl = try folder(with: key)
        for (hash, name) in Self.hashes { try crossCheck(key, openssl, .ecdsa(hash), digest: name) }
    }

    @Test("Ed25519")
    func ed25519() throws {
        let key = try SigningKey.generate(.ed25519)
        let openssl = try folder(with: key)
        try openssl.run("pkeyutl -sign -rawin -inkey key.pem -in message -out theirs")
        let theirs = try openssl.read("theirs")
        #expect(holds(theirs, .ed25519, key.publicKey))
        let ours = try sign(key, .ed25519)
        #expect(ours == theirs)
        try openssl.write(ours, to: "ours")
        try openssl.run("pkeyutl -verify -rawin -pubin -inkey public.pem -in message -sigfile ours")
        try openssl.write(ours.dropLast() + [ours[63] ^ 1], to: "altered")
        #expect(
            try !openssl.succeeds("pkeyutl -verify -rawin -pubin -inkey public.pem -in message -sigfile altered"))
    }

    /// A key that is for PSS alone says so in its file (RFC 4055 §3.1), perhaps with parameters.
    @Test(
        "keys for PSS alone",
        arguments: [
            "",
            "-pkeyopt rsa_pss_keygen_md:sha384 -pkeyopt rsa_pss_keygen_mgf1_md:sha384 -pkeyopt rsa_pss_keygen_saltlen:48",
        ])
    func pssKeys(options: String) throws {
        let openssl = try OpenSSLFolder()
        try openssl.run("genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 \(options) -out key.pem")
        try openssl.run("pkey -in key.pem -pubout -out public.pem")
        try openssl.write(Self.message, to: "message")
        let key = try openssl.key("key.pem")
        #expect(try key.publicKey.info == openssl.publicKey(of: "key.pem"))
        let restricted = RSAPSSParameters(.sha384)
        guard case .rsaPSS(_, let restriction) = key.publicKey else { Issue.record("\(key.publicKey)"); return }
        #expect(restriction == (options.isEmpty ? nil : restricted))
        try crossCheck(
            key, openssl, .rsaPSS(restricted), digest: "sha384",
            options: "-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:48 -sigopt rsa_mgf1_md:sha384")
        #expect(throws: SigningKey.Problem.schemeDoesNotFit(.rsaPKCS1(.sha256))) { try sign(key, .rsaPKCS1(.sha256)) }
    }
}
