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
        self.init(curve: curve, d: wide.copy(limbCount: order.limbCount))
    }

    private init?(curve: NamedCurve, d: consuming SecretNatural) {
        let q = CurvePoint.base(of: curve.parameters).multiplied(by: d)
        guard let publicKey = ECPublicKey(curve: curve, point: q) else { return nil }
        self.publicKey = publicKey
        self.d = d
    }

    /// A new key (FIPS 186-5 A.2.2, by rejection sampling): every d from 1 to n-1 is as likely.
    public static func generate(_ curve: NamedCurve) -> ECPrivateKey { generate(curve, random: .system) }

    package static func generate(_ curve: NamedCurve, random: RandomSource) -> ECPrivateKey {
        let order = curve.parameters.order
        while true {
            let d = random.secretNatural(below: order.divisor).copy(limbCount: order.limbCount)
            // Never nil: [d]G is neutral for no d from 1 to n-1.
            if let key = ECPrivateKey(curve: curve, d: d) { return key }
        }
    }

    /// d as octets, most significant first, as long as n (RFC 5915 §3).
    public func scalarBytes() -> SecretBytes {
        d.bigEndianBytes(count: curve.parameters.order.byteCount)
    }
}
