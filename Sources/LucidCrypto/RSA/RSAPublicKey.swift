public import LucidNumber

/// An RSA public key (RFC 8017 §3.1): the modulus n and the public exponent e.
///
/// Which keys are taken:
/// - n is odd and has 1024 to 16384 bits. Shorter ones can be broken; longer ones only cost time.
/// - e is odd, from 3 to 2^256 - 1 (the upper bound of FIPS 186-5 §5.4), and below n. Even ones can not belong to an RSA
///   key, and 1 would make every message its own signature.
public struct RSAPublicKey: Hashable, Sendable {
    public let modulus: OddModulus
    public let exponent: Natural

    /// The lengths of n that are taken, in bits.
    public static let modulusBitCounts = 1024...OddModulus.maximumBitWidth

    /// Why numbers are no public key.
    public enum Problem: Error, Hashable, Sendable {
        case modulusLength(bits: Int)
        case modulusEven
        case exponentEven
        case exponentTooSmall
        case exponentTooLarge
    }

    public init(modulus n: Natural, exponent e: Natural) throws(Problem) {
        guard Self.modulusBitCounts.contains(n.bitWidth) else { throw .modulusLength(bits: n.bitWidth) }
        guard let modulus = OddModulus(n) else { throw .modulusEven }
        guard e.small ?? .max >= 3 else { throw .exponentTooSmall }
        guard e.isOdd else { throw .exponentEven }
        guard e.bitWidth <= 256, e < n else { throw .exponentTooLarge }
        self.modulus = modulus
        exponent = e
    }

    /// k of RFC 8017: the length of the modulus, and of every signature, in octets.
    public var byteCount: Int { modulus.byteCount }

    /// RSAVP1 (RFC 8017 §5.2.2): m = s^e mod n, or nil where s is not below n.
    func verificationPrimitive(_ s: Natural) -> Natural? {
        s < modulus.value ? modulus.power(s, exponent) : nil
    }
}
