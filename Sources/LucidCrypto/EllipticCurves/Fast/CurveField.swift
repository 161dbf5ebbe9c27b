/// The field of a curve: numbers modulo a prime p in a representation of fixed size.
///
/// How a number is represented is each field's own affair, and so are the bounds that its limbs keep to; they are stated
/// there. All operations take the same time for all values.
protocol CurveField: BitwiseCopyable, Sendable {
    static var zero: Self { get }
    static var one: Self { get }
    static var bitWidth: Int { get }

    /// The inverse of a number below p, below p too; zero for zero.
    static func inverse(of number: Limbs) -> Limbs

    /// From a number below p.
    init(_ number: Limbs)
    /// The number, below p.
    var number: Limbs { get }
    /// All ones for zero, else zero.
    var zeroMask: UInt64 { get }

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    func squared() -> Self
    /// `a` where the mask is all ones, `b` where it is zero.
    static func select(_ mask: UInt64, _ a: Self, _ b: Self) -> Self
    /// This element's limbs, all kept where the mask is all ones, or-ed with the limbs so far: how a table is scanned.
    func masked(_ mask: UInt64, or other: Self) -> Self
}

/// The field of a curve y² = x³ - 3x + b, whose doubling halves.
protocol WeierstrassField: CurveField {
    /// The element that added to itself gives this one.
    func halved() -> Self
    /// The point with the secret index `wanted` out of a row of a table. All points are read, whatever the index is.
    static func pick(_ wanted: UInt64, from row: Span<AffinePoint<Self>>) -> AffinePoint<Self>
}

extension WeierstrassField {
    @inline(__always)
    static func pick(_ wanted: UInt64, from row: Span<AffinePoint<Self>>) -> AffinePoint<Self> {
        var x = zero, y = zero
        for index in row.indices {
            let point = row[index]
            let mask = mask(of: index, wanted: wanted, count: row.count)
            x = point.x.masked(mask, or: x)
            y = point.y.masked(mask, or: y)
        }
        return AffinePoint(x: x, y: y)
    }

    /// All ones where the index is the wanted one, else zero.
    @inline(__always)
    static func mask(of index: Int, wanted: UInt64, count: Int) -> UInt64 {
        LucidCrypto.zeroMask(UInt64(truncatingIfNeeded: index) ^ wanted) ^ hiddenZero(count)
    }
}

extension CurveField {
    /// The inverse; zero for zero.
    func inverse() -> Self { Self(Self.inverse(of: number)) }

    /// A power with a public exponent, four of its bits at a time.
    func power(_ exponent: Limbs) -> Self {
        var powers = InlineArray<16, Self>(repeating: .one)
        for index in 1..<16 { powers[index] = powers[index &- 1] * self }
        var result = Self.one
        for window in stride(from: (Self.bitWidth &- 1) / 4, through: 0, by: -1) {
            result = result.squared().squared().squared().squared()
            let digit = Int(exponent.bits(at: 4 &* window, count: 4))
            if digit != 0 { result = result * powers[digit] }
        }
        return result
    }

    /// Whether two public elements are the same number.
    func equals(_ other: Self) -> Bool { (self - other).zeroMask != 0 }
    /// Whether a public element is zero.
    var isZero: Bool { zeroMask != 0 }
}
