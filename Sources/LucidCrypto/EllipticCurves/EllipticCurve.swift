import LucidNumber

/// A short Weierstrass curve y² = x³ + ax + b over a prime field, with a base point G of prime order n (SP 800-186 §2.1.1).
///
/// On the curves that certificates use, a is -3 and the cofactor is 1: every point but the neutral one has order n.
final class EllipticCurve: Sendable {
    /// SECG's name: `secp256r1`.
    let name: String
    let field: PrimeField
    /// a and b of the curve's equation; x and y of G.
    let a, b, baseX, baseY: Natural
    /// The order n of the base point.
    let order: OddModulus

    /// The length of a coordinate in octets.
    var coordinateByteCount: Int { field.modulus.byteCount }

    private init(name: String, p: StaticString, b: StaticString, n: StaticString, gx: StaticString, gy: StaticString) {
        let p = Natural(constant: p)
        self.name = name
        field = PrimeField(OddModulus(constant: p))
        a = p.subtracting(Natural(3)) ?? .zero
        self.b = Natural(constant: b)
        (baseX, baseY) = (Natural(constant: gx), Natural(constant: gy))
        order = OddModulus(constant: Natural(constant: n))
    }

    /// P-256 (SP 800-186 §3.2.1.3).
    static let p256 = EllipticCurve(
        name: "secp256r1",
        p: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        b: "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
        n: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        gx: "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        gy: "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")

    /// P-384 (SP 800-186 §3.2.1.4).
    static let p384 = EllipticCurve(
        name: "secp384r1",
        p: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
        b: "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
        n: "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
        gx: "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
        gy: "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f")

    /// P-521 (SP 800-186 §3.2.1.5).
    static let p521 = EllipticCurve(
        name: "secp521r1",
        p:
            "1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        b:
            "51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
        n:
            "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
        gx:
            "c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
        gy:
            "11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650"
    )
}
