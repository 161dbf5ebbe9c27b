/// A natural number of any size: 0, 1, 2, … It is for public values; secret ones are `SecretNatural`.
///
/// Stored as 64-bit limbs, least significant first, without leading zero limbs; zero has none. So each value has one
/// representation, and equality of values is equality of limbs.
public struct Natural: Hashable, Sendable {
    /// Least significant first; the last one is not zero.
    package let limbs: [Limb]

    /// From limbs, least significant first; leading zero limbs are dropped.
    package init(limbs: [Limb]) {
        guard let top = limbs.lastIndex(where: { $0 != 0 }) else { self.limbs = []; return }
        self.limbs = top == limbs.count - 1 ? limbs : Array(limbs[...top])
    }

    /// A small number.
    public init(_ value: UInt) {
        limbs = value == 0 ? [] : [value]
    }

    /// Zero.
    public static let zero = Natural(0)
    /// One.
    public static let one = Natural(1)

    /// 2^exponent.
    package static func powerOfTwo(_ exponent: Int) -> Natural {
        var limbs = [Limb](repeating: 0, count: exponent / Limb.bitWidth + 1)
        limbs[exponent / Limb.bitWidth] = 1 << (exponent % Limb.bitWidth)
        return Natural(limbs: limbs)
    }

    /// Whether the number is zero.
    public var isZero: Bool { limbs.isEmpty }
    /// Whether the number is odd.
    public var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }

    /// The number of bits without leading zeros: 0 for zero, 1 for one, 2048 for an RSA-2048 modulus.
    public var bitWidth: Int {
        guard let top = limbs.last else { return 0 }
        return limbs.count * Limb.bitWidth - top.leadingZeroBitCount
    }

    /// Bit `index`, counted from the least significant one.
    public func bit(_ index: Int) -> Bool {
        let limb = index / Limb.bitWidth
        return limb < limbs.count && limbs[limb] >> (index % Limb.bitWidth) & 1 == 1
    }

    /// The value as one limb, where it fits.
    public var small: UInt? {
        switch limbs.count {
        case 0: 0
        case 1: limbs[0]
        default: nil
        }
    }
}

extension Natural: Comparable {
    /// Compares by value.
    public static func < (a: Natural, b: Natural) -> Bool {
        if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
        for index in stride(from: a.limbs.count - 1, through: 0, by: -1) where a.limbs[index] != b.limbs[index] {
            return a.limbs[index] < b.limbs[index]
        }
        return false
    }
}
