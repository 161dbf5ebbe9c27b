import LucidJSON
import LucidCrypto
import LucidNumber
import LucidX509

/// PBES2 (RFC 8018 §6.2), by the code that reads and writes encrypted key files.
struct PassphraseEncryption: VectorRunner {
    private let hash: HashAlgorithm
    private let cipher: PasswordEncryption.Cipher

    /// `PbeWithHmacSha256AndAes_128`.
    init(_ algorithm: String) throws(Skip) {
        guard let names = algorithm.following("PbeWithHmac"), let and = names.firstRange(of: "And") else {
            throw Skip("Lucid has no \(algorithm)")
        }
        hash = try HashAlgorithm(wycheproofName: String(names[..<and.lowerBound]))
        switch names[and.upperBound...] {
        case "Aes_128": cipher = .aes128
        case "Aes_192": cipher = .aes192
        case "Aes_256": cipher = .aes256
        case let other: throw Skip("Lucid has no \(other) for PBES2")
        }
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let iterations = try test.natural("iterationCount", limit: PasswordEncryption.iterationLimit)
        let encryption = PasswordEncryption(
            cipher: cipher, hash: hash, iterations: iterations, salt: try test.octets("salt"),
            initializationVector: try test.octets("iv"))
        let (message, ciphertext) = (try test.octets("msg"), try test.octets("ct"))
        let octets = try test.octets("password")
        let password = SecretBytes(copying: octets.span)
        do throws(PrivateKeyProblem) {
            // Decrypts with what an AlgorithmIdentifier says, as a key file does.
            let read = try PasswordEncryption(encryption.identifier)
            let decrypted = try read.decrypt(DERBytes(ciphertext), passphrase: password)
            guard decrypted.equals(SecretBytes(copying: message.span)) else { return .wrong("it is decrypted wrongly") }
            let encrypted = try encryption.encrypt(message.span, passphrase: password)
            return encrypted == ciphertext ? .accepted : .wrong("it is encrypted to something else")
        } catch { return .refused("\(error)") }
    }
}
