import LucidJSON
import LucidCrypto
import LucidNumber

/// PBKDF2.
struct KeyDerivation: VectorRunner {
    private let hash: HashAlgorithm

    init(_ algorithm: String) throws(Skip) {
        guard let hash = algorithm.following("PBKDF2-HMAC") else { throw Skip("Lucid has no \(algorithm)") }
        self.hash = try HashAlgorithm(wycheproofName: hash)
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (password, salt, expected) = (try test.octets("password"), try test.octets("salt"), try test.octets("dk"))
        let key = hash.pbkdf2(
            passphrase: password.span, salt: salt.span,
            iterations: try test.natural("iterationCount", limit: 1 << 26),
            byteCount: try test.natural("dkLen", limit: 1 << 16))
        guard let key else { return .refused("no key is derived") }
        return key.equals(SecretBytes(copying: expected.span)) ? .accepted : .refused("the key is another one")
    }
}
