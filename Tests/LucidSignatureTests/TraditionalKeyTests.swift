import LucidCrypto
import LucidNumber
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Private keys in the forms from before PKCS#8")
struct TraditionalKeyTests {
    private static let kinds: [SigningKey.Kind] = [.rsa(bits: 2048), .p256, .p384, .p521]

    private func block(_ text: borrowing SecretBytes) throws -> PEMBlock {
        try #require(try text.withArray { try PEMReader.blocks(in: $0.span).map { try $0.get() } }.first)
    }

    @Test("What is written is read as the same key", arguments: kinds)
    func roundTrip(kind: SigningKey.Kind) throws {
        let key = try SigningKey.generate(kind)
        let text = key.traditionalPEM() ?? SecretBytes(count: 0)
        var block = try block(text)
        let label = key.traditionalLabel
        #expect(block.label == label)
        let read = try SigningKey(pem: &block)
        let isSameKey = isSame(read, key)
        #expect(isSameKey)
    }

    @Test("Encrypted, it is opened by its passphrase and by no other", arguments: PasswordEncryption.Cipher.allCases)
    func encrypted(cipher: PasswordEncryption.Cipher) throws {
        let key = try SigningKey.generate(.p256)
        let written = try key.traditionalPEM(cipher: cipher, passphrase: secret("a word"))
        let text = written ?? SecretBytes(count: 0)
        var sealed = try block(text)
        #expect(sealed.headers.map(\.name) == ["Proc-Type", "DEK-Info"])
        let opened = try SigningKey(pem: &sealed) { () throws(PrivateKeyProblem) in secret("a word") }
        let isSameKey = isSame(opened, key)
        #expect(isSameKey)
        var again = try block(text)
        #expect(throws: PrivateKeyProblem.cannotDecrypt) {
            _ = try SigningKey(pem: &again) { () throws(PrivateKeyProblem) in secret("another word") }
        }
    }

    @Test("PKCS#8 is encrypted as OpenSSL 3.0 does it", arguments: PasswordEncryption.Cipher.allCases)
    func encryptedPKCS8(cipher: PasswordEncryption.Cipher) throws {
        let key = try SigningKey.generate(.ed25519)
        let encryption = PasswordEncryption(asOpenSSL: cipher)
        #expect(encryption.iterations == 2048 && encryption.hash == .sha256 && encryption.salt.count == 8)
        let sealed = try key.encryptedPKCS8(encryption: encryption, passphrase: secret("a word"))
        var block = PEMBlock(label: "ENCRYPTED PRIVATE KEY", bytes: sealed)
        let opened = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in secret("a word") }
        let isSameKey = isSame(opened, key)
        #expect(isSameKey)
    }

    @Test("Ed25519 has no such form")
    func edwards() throws {
        let key = try SigningKey.generate(.ed25519)
        let hasText = key.traditionalPEM() != nil
        #expect(!hasText)
        let label = key.traditionalLabel
        #expect(label == nil)
    }

    @Test(
        "How a file spells a curve's key is found again",
        arguments: [
            ECKeySpelling(pointForm: .uncompressed, statesPublicKey: true),
            ECKeySpelling(pointForm: .compressed, statesPublicKey: true),
            ECKeySpelling(pointForm: .uncompressed, statesPublicKey: false),
        ])
    func spelling(spelling: ECKeySpelling) throws {
        let key = try SigningKey.generate(.p384)
        for label in ["PRIVATE KEY", "EC PRIVATE KEY"] {
            let octets = label == "PRIVATE KEY" ? key.pkcs8(spelling: spelling) : key.traditional(spelling: spelling)
            guard let octets else { throw Missing() }
            var block = PEMBlock(label: label, bytes: octets.withArray { Array($0) })
            let opened = try OpenedKeyFile(pem: &block) { () throws(PrivateKeyProblem) in throw .passphraseNeeded }
            #expect(opened.spelling == spelling)
            let read = try opened.key()
            let isSameKey = isSame(read, key)
            #expect(isSameKey)
        }
    }

    @Test("A point's forms begin with the octets of SEC 1, and compressed ones are read again")
    func pointForms() throws {
        for _ in 0..<4 {
            let key = try SigningKey.generate(.p256)
            guard case .ec(let point) = key.publicKey else { throw Missing() }
            let isOdd = point.sec1Bytes.last.map { $0 & 1 == 1 } ?? false
            #expect(point.sec1Bytes(.uncompressed).first == 4)
            #expect(point.sec1Bytes(.compressed).first == (isOdd ? 3 : 2) && point.sec1Bytes(.compressed).count == 33)
            #expect(point.sec1Bytes(.hybrid).first == (isOdd ? 7 : 6) && point.sec1Bytes(.hybrid).count == 65)
            #expect(try PublicKey(key.publicKey.info(pointForm: .compressed)) == key.publicKey)
        }
    }
}

private func isSame(_ a: borrowing SigningKey, _ b: borrowing SigningKey) -> Bool {
    let octets = b.pkcs8()
    return a.pkcs8().equals(octets)
}
