public import LucidNumber

/// A secret number d, 0 < d < n; its public key is Q = [d]G.
public struct ECPrivateKey: ~Copyable, Sendable {
    public let publicKey: ECPublicKey
    let d: SecretNatural

    public var curve: NamedCurve { publicKey.curve }

    /// From d as octets, most significant first; nil where d is zero or not below n.
    public init?(curve: NamedCurve, scalar bytes: Span<UInt8>) {
        let order = curve.parameters.order
        let wide = SecretNatural(bigEndian: bytes, limbCount: max(order.limbCount, (bytes.count + 7) / 8))
        guard wide.isBelow(order.value) == 1, wide.isZero == 0 else { return nil }
        self.init(curve: curve, validated: wide.copy(limbCount: order.limbCount))
    }

    /// From a d that is known to be in range.
    private init(curve: NamedCurve, validated d: consuming SecretNatural) {
        let q = curve.engine.publicPoint(d)
        publicKey = ECPublicKey(curve: curve, computed: q)
        self.d = d
    }

    /// A new key (FIPS 186-5 A.2.2, by rejection sampling): every d from 1 to n-1 is as likely.
    public static func generate(_ curve: NamedCurve) -> ECPrivateKey { generate(curve, random: .system) }

    package static func generate(_ curve: NamedCurve, random: RandomSource) -> ECPrivateKey {
        let order = curve.parameters.order
        let d = random.secretNatural(below: order.divisor).copy(limbCount: order.limbCount)
        return ECPrivateKey(curve: curve, validated: d)
    }

    /// d as octets, most significant first, as long as n (RFC 5915 §3).
    public func scalarBytes() -> SecretBytes {
        d.bigEndianBytes(count: curve.parameters.order.byteCount)
    }
}
