/// A set of checks: one bit each.
public struct CheckSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt128 = 0

    public init() {}

    public init(arrayLiteral checks: Check...) {
        for check in checks { insert(check) }
    }

    /// Whether a check is among them.
    public func contains(_ check: Check) -> Bool { bits >> UInt128(check.rawValue) & 1 == 1 }

    public mutating func insert(_ check: Check) { bits |= 1 << UInt128(check.rawValue) }

    public mutating func remove(_ check: Check) { bits &= ~(1 << UInt128(check.rawValue)) }

    /// The checks of both.
    public func union(_ other: CheckSet) -> CheckSet {
        var result = self
        result.bits |= other.bits
        return result
    }

    /// Those that are not in `other`.
    public func subtracting(_ other: CheckSet) -> CheckSet {
        var result = self
        result.bits &= ~other.bits
        return result
    }

    /// The checks in their order.
    public var checks: [Check] { Check.allCases.filter(contains) }
}
