/// An odd modulus of bounded size, with the constants that Montgomery's multiplication needs.
///
/// GMP's secret-number functions abort the process on an even modulus; a value of this type is never even, zero or one,
/// and never longer than `maximumBitWidth`, so they can be called without a further thought.
///
/// Montgomery's idea (P. L. Montgomery, "Modular multiplication without trial division", 1985): keep `a·R mod m` instead of
/// `a`, with R = 2^(64n). Then the costly division after each product becomes n multiplications by one limb.
/// `montgomery(a)` enters that form, `fromMontgomery` leaves it.
public struct OddModulus: Hashable, Sendable {
    /// No modulus is longer than this. The longest that Lucid needs is an RSA modulus of 16384 bits; the bound keeps a
    /// hostile key from buying minutes of work.
    public static let maximumBitWidth = 16384

    /// The modulus itself.
    public let value: Natural
    /// `-value^-1 mod 2^64`.
    package let negativeInverse: Limb
    private let lazyConstants: LazyMontgomeryConstants

    /// Nil where `value` is even, below 3, or longer than `maximumBitWidth`.
    public init?(_ value: Natural) {
        guard value.isOdd, value.bitWidth > 1, value.bitWidth <= Self.maximumBitWidth else { return nil }
        self.value = value
        lazyConstants = LazyMontgomeryConstants()
        negativeInverse = 0 &- Self.inverseOfOddLimb(value.limbs[0])
    }

    /// `R mod value`: one, in Montgomery form.
    var one: [Limb] { lazyConstants.constants(of: self).one }
    /// `R^2 mod value`: its Montgomery product with a gives `a·R`.
    package var rSquared: [Limb] { lazyConstants.constants(of: self).rSquared }

    /// The modulus as a divisor, which it can always be.
    public var divisor: Divisor { Divisor(self) }

    /// The number of limbs of the modulus, and of every residue.
    public var limbCount: Int { value.limbs.count }
    /// The number of bits of the modulus.
    public var bitWidth: Int { value.bitWidth }
    /// The number of octets of the modulus.
    public var byteCount: Int { (value.bitWidth + 7) / 8 }

    /// The inverse of an odd limb modulo 2^64, by Newton's iteration: each round doubles the number of right low bits,
    /// and an odd x is its own inverse modulo 8 (three right bits): 3, 6, 12, 24, 48, 96.
    static func inverseOfOddLimb(_ x: Limb) -> Limb {
        var inverse = x
        for _ in 0..<5 { inverse = inverse &* (2 &- x &* inverse) }
        return inverse
    }
}

extension OddModulus {
    /// Equal when the moduli are; everything else follows from them.
    public static func == (a: OddModulus, b: OddModulus) -> Bool { a.value == b.value }
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Natural {
    /// The limbs with zeros on top, `count` in all. The number must fit.
    func padded(to count: Int) -> [Limb] {
        limbs.count == count ? limbs : limbs + [Limb](repeating: 0, count: count - limbs.count)
    }
}
