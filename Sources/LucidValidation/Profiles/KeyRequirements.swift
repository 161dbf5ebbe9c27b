import LucidCrypto
import LucidSignature

/// Which public keys and signature algorithms will do.
public struct KeyRequirements: Hashable, Sendable {
    /// The smallest RSA modulus, in bits.
    public var smallestRSA: Int
    /// The modulus' length in bits has to be a multiple of this.
    public var rsaMultiple: Int
    /// Whether Ed25519 will do.
    public var allowsEd25519: Bool
    /// Whether keys that are for RSASSA-PSS alone will do.
    public var allowsPSSKeys: Bool
    /// Whether signatures over SHA-1 and SHA-224 will do.
    public var allowsShortHashes: Bool

    /// Whatever Lucid can compute with.
    public static let any = KeyRequirements(
        smallestRSA: 0, rsaMultiple: 1, allowsEd25519: true, allowsPSSKeys: true,
        allowsShortHashes: true)

    /// Any key, and no hash whose collisions are known or near.
    public static let collisionResistant = KeyRequirements(
        smallestRSA: 0, rsaMultiple: 1, allowsEd25519: true, allowsPSSKeys: true, allowsShortHashes: false)

    /// What no client of today refuses as too weak: RSA of 2048 bits, hashes of 256.
    public static let strong = KeyRequirements(
        smallestRSA: 2048, rsaMultiple: 1, allowsEd25519: true, allowsPSSKeys: true,
        allowsShortHashes: false)

    /// BR §6.1.5, §7.1.3: RSA and the three NIST curves, hashes of 256 bits and more.
    public static let web = KeyRequirements(
        smallestRSA: 2048, rsaMultiple: 8, allowsEd25519: false, allowsPSSKeys: false,
        allowsShortHashes: false)

    /// Whether this kind of key will do, whatever its size.
    func allows(_ key: PublicKey) -> Bool {
        switch key {
        case .rsa, .ec: true
        case .rsaPSS: allowsPSSKeys
        case .ed25519: allowsEd25519
        }
    }

    /// Whether signatures of this kind will do.
    func allows(_ scheme: SignatureScheme) -> Bool {
        switch scheme {
        case .rsaPKCS1(let hash), .ecdsa(let hash): allows(hash)
        case .rsaPSS(let parameters): allows(parameters.hash) && allows(parameters.maskHash)
        case .ed25519: allowsEd25519
        }
    }

    private func allows(_ hash: HashAlgorithm) -> Bool {
        allowsShortHashes || hash.digestByteCount >= 32
    }
}
