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
