// Sums, differences, products and quotients of public numbers. Time depends on the values.

extension Natural {
    /// The sum.
    public static func + (a: Natural, b: Natural) -> Natural {
        let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
        if short.isEmpty { return Natural(limbs: long) }
        var sum = [Limb](repeating: 0, count: long.count)
        var span = sum.mutableSpan
        let carry = GMP.add(long.span, short.span, into: &span)
        if carry != 0 { sum.append(carry) }
        return Natural(limbs: sum)
    }

    /// The difference, or nil where it would be below zero.
    public func subtracting(_ other: Natural) -> Natural? {
        if other.limbs.isEmpty { return self }
        guard limbs.count >= other.limbs.count else { return nil }
        var difference = [Limb](repeating: 0, count: limbs.count)
        var span = difference.mutableSpan
        guard GMP.subtract(limbs.span, other.limbs.span, into: &span) == 0 else { return nil }
        return Natural(limbs: difference)
    }

    /// The product.
    public static func * (a: Natural, b: Natural) -> Natural {
        let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
        if short.isEmpty { return .zero }
        var product = [Limb](repeating: 0, count: long.count + short.count)
        var span = product.mutableSpan
        GMP.multiply(long.span, short.span, into: &span)
        return Natural(limbs: product)
    }

    /// The number times 2^bits.
    public static func << (a: Natural, bits: Int) -> Natural {
        if a.isZero || bits <= 0 { return a }
        let (wholeLimbs, rest) = bits.quotientAndRemainder(dividingBy: Limb.bitWidth)
        var shifted = [Limb](repeating: 0, count: wholeLimbs + a.limbs.count + 1)
        for (index, limb) in a.limbs.enumerated() {
            shifted[wholeLimbs + index] |= limb << rest
            // A shift by 64 or more gives zero, which is what is wanted for rest 0.
            shifted[wholeLimbs + index + 1] = limb >> (Limb.bitWidth - rest)
        }
        return Natural(limbs: shifted)
    }

    /// The number divided by 2^bits, rounded down.
    public static func >> (a: Natural, bits: Int) -> Natural {
        if bits <= 0 { return a }
        let (wholeLimbs, rest) = bits.quotientAndRemainder(dividingBy: Limb.bitWidth)
        var shifted = Array(a.limbs.dropFirst(wholeLimbs))
        for index in shifted.indices {
            let next = index + 1 < shifted.count ? shifted[index + 1] : 0
            shifted[index] = shifted[index] >> rest | next << (Limb.bitWidth - rest)
        }
        return Natural(limbs: shifted)
    }

    /// Quotient and remainder. A `Divisor` is never zero, so this can not fail.
    public func quotientAndRemainder(dividingBy divisor: Divisor) -> (quotient: Natural, remainder: Natural) {
        let d = divisor.value.limbs
        guard limbs.count >= d.count else { return (.zero, self) }
        var quotient = [Limb](repeating: 0, count: limbs.count - d.count + 1)
        var remainder = [Limb](repeating: 0, count: d.count)
        var quotientSpan = quotient.mutableSpan, remainderSpan = remainder.mutableSpan
        GMP.divide(limbs.span, by: d.span, quotient: &quotientSpan, remainder: &remainderSpan)
        return (Natural(limbs: quotient), Natural(limbs: remainder))
    }
}

/// A number that is not zero, and so can divide.
public struct Divisor: Hashable, Sendable {
    /// The number; not zero.
    public let value: Natural

    /// Nil for zero.
    public init?(_ value: Natural) {
        guard !value.isZero else { return nil }
        self.value = value
    }

    /// An odd number is never zero.
    init(_ modulus: OddModulus) { value = modulus.value }
}
