import LucidJSON
import LucidCrypto
import LucidNumber

/// AES in CBC mode with the padding of PKCS #5 (which is PKCS #7's).
struct CBCEncryption: VectorRunner {
    init(_ algorithm: String) throws(Skip) {
        guard algorithm == "AES-CBC-PKCS5" || algorithm == "AES-CBC-PKCS7" else {
            throw Skip("Lucid has no \(algorithm)")
        }
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (key, iv) = (try test.octets("key"), try test.octets("iv"))
        let (message, ciphertext) = (try test.octets("msg"), try test.octets("ct"))
        guard let aes = AES(key: key.span) else { return .refused("a key of \(key.count) octets") }
        do throws(CBC.Failure) {
            let decrypted = try CBC.decrypt(ciphertext.span, with: aes, initializationVector: iv.span)
            // With broken padding nothing may come out, whatever it is.
            guard decrypted.equals(SecretBytes(copying: message.span)) else { return .wrong("it is decrypted wrongly") }
            let encrypted = try CBC.encrypt(message.span, with: aes, initializationVector: iv.span)
            return encrypted == ciphertext ? .accepted : .wrong("it is encrypted to something else")
        } catch { return .refused("\(error)") }
    }
}
