import LucidCrypto
import LucidSignature

/// A kind of key that certificates may be for.
public enum KeyRule: Hashable, Sendable {
    case p256, p384, p521, ed25519
    /// RSA keys whose modulus has this many bits or more.
    case rsa(leastBits: Int)

    /// From `p256`, `p384`, `p521`, `ed25519`, `rsa` (2048 bits at least) or `rsa-3072`; nil for anything else.
    init?(_ text: String) {
        switch text {
        case "p256": self = .p256
        case "p384": self = .p384
        case "p521": self = .p521
        case "ed25519": self = .ed25519
        case "rsa": self = .rsa(leastBits: 2048)
        default:
            // Fewer than 2048 bits are refused by Apple's systems, OpenSSL's usual security level and others.
            guard text.hasPrefix("rsa-"), let bits = Int(text.dropFirst(4)), (2048...16384).contains(bits) else {
                return nil
            }
            self = .rsa(leastBits: bits)
        }
    }

    static let allowedTexts = "p256, p384, p521, ed25519, or rsa-2048 to rsa-16384 (that many bits or more)"

    /// Whether a key is of the kind.
    func covers(_ key: PublicKey) -> Bool {
        switch (self, key) {
        case (.p256, .ec(let key)): key.curve == .p256
        case (.p384, .ec(let key)): key.curve == .p384
        case (.p521, .ec(let key)): key.curve == .p521
        case (.ed25519, .ed25519): true
        case (.rsa(let leastBits), .rsa(let key)), (.rsa(let leastBits), .rsaPSS(let key, _)):
            key.modulus.bitWidth >= leastBits
        default: false
        }
    }
}

extension KeyRule: CustomStringConvertible {
    /// As it is written: `p256`, `rsa-2048`.
    public var description: String {
        switch self {
        case .p256: "p256"
        case .p384: "p384"
        case .p521: "p521"
        case .ed25519: "ed25519"
        case .rsa(let bits): "rsa-\(bits)"
        }
    }
}
