// Plain and comparing arithmetic on secret numbers. Time depends on the numbers of limbs alone.

extension SecretNatural {
    /// 1 where both are the same number, else 0. Both have the same number of limbs.
    package func equals(_ other: borrowing SecretNatural) -> Limb {
        withLimbs { a in
            other.withLimbs { b in
                var difference: Limb = 0
                for index in 0..<max(a.count, b.count) {
                    difference |= (index < a.count ? a[index] : 0) ^ (index < b.count ? b[index] : 0)
                }
                return isZeroMask(difference) & 1
            }
        }
    }

    /// 1 where the number is zero, else 0.
    package var isZero: Limb {
        withLimbs { limbs in
            var all: Limb = 0
            for index in 0..<limbs.count { all |= limbs[index] }
            return isZeroMask(all) & 1
        }
    }

    /// 1 where this number is below the other, else 0: the borrow of their difference. Same number of limbs.
    package func isBelow(_ other: borrowing SecretNatural) -> Limb {
        var difference = copy(limbCount: max(limbCount, other.limbCount))
        let padded = other.copy(limbCount: difference.limbCount)
        return difference.subtract(padded)
    }

    /// 1 where this number is below a public bound of no more limbs, else 0.
    package func isBelow(_ bound: Natural) -> Limb {
        isBelow(SecretNatural(bound, limbCount: max(limbCount, bound.limbs.count)))
    }

    /// Bit `index`, counted from the least significant one, as 0 or 1.
    package func bit(_ index: Int) -> Limb {
        withLimbs { limbs in
            index / Limb.bitWidth < limbs.count ? limbs[index / Limb.bitWidth] >> (index % Limb.bitWidth) & 1 : 0
        }
    }

    /// `self += other`, returns the carry. Same number of limbs.
    package mutating func add(_ other: borrowing SecretNatural) -> Limb {
        other.withLimbs { b in withMutableLimbs { a in GMP.addIf(1, b, to: &a) } }
    }

    /// `self -= other`, returns the borrow. Same number of limbs.
    package mutating func subtract(_ other: borrowing SecretNatural) -> Limb {
        other.withLimbs { b in withMutableLimbs { a in GMP.subtractIf(1, b, from: &a) } }
    }

    /// Adds one limb; a carry out of the top is dropped.
    package mutating func add(limb: Limb) {
        withMutableLimbs { a in
            var carry = limb
            for index in 0..<a.count {
                let sum = a[index] &+ carry
                carry = belowMask(sum, carry) & 1
                a[index] = sum
            }
        }
    }

    /// Subtracts one limb; a borrow out of the top is dropped.
    package mutating func subtract(limb: Limb) {
        withMutableLimbs { a in
            var borrow = limb
            for index in 0..<a.count {
                let old = a[index]
                a[index] = old &- borrow
                borrow = belowMask(old, borrow) & 1
            }
        }
    }

    /// The number divided by 2^bits, rounded down, in as many limbs as before. The shift is public.
    package func shiftedRight(by bits: Int) -> SecretNatural {
        var shifted = SecretNatural(limbCount: limbCount)
        let limbShift = bits / Limb.bitWidth, bitShift = bits % Limb.bitWidth
        withLimbs { source in
            shifted.withMutableLimbs { target in
                for index in 0..<max(0, source.count - limbShift) {
                    let low = source[index + limbShift] >> bitShift
                    let next = index + limbShift + 1
                    // A shift by 64 gives zero in Swift, which is what is wanted for bitShift 0.
                    let high = next < source.count ? source[next] << (Limb.bitWidth - bitShift) : 0
                    target[index] = low | high
                }
            }
        }
        return shifted
    }

    /// The product, as long as both operands together.
    package func multiplied(by other: borrowing SecretNatural) -> SecretNatural {
        var product = SecretNatural(limbCount: limbCount + other.limbCount)
        let (longCount, shortCount) = (max(limbCount, other.limbCount), min(limbCount, other.limbCount))
        var scratch = SecretNatural(limbCount: GMP.secretMultiplyScratch(longCount, shortCount))
        withLimbs { a in
            other.withLimbs { b in
                product.withMutableLimbs { product in
                    scratch.withMutableLimbs { scratch in
                        if a.count >= b.count {
                            GMP.secretMultiply(a, b, into: &product, scratch: &scratch)
                        } else {
                            GMP.secretMultiply(b, a, into: &product, scratch: &scratch)
                        }
                    }
                }
            }
        }
        return product
    }

    /// Exchanges two numbers of the same number of limbs where `condition` is 1.
    package static func swap(_ a: inout SecretNatural, _ b: inout SecretNatural, if condition: Limb) {
        a.withMutableLimbs { a in b.withMutableLimbs { b in GMP.swapIf(condition, &a, &b) } }
    }

    /// The remainder by a small public number that is not zero, for sieving. Takes the same time for every value of
    /// the secret: the long division goes limb half by limb half with a hardware division by a public divisor.
    package func remainder(dividingBy divisor: UInt32) -> UInt32 {
        withLimbs { limbs in
            var remainder: UInt64 = 0
            let divisor = UInt64(max(divisor, 1))
            for index in stride(from: limbs.count - 1, through: 0, by: -1) {
                remainder = (remainder << 32 | UInt64(limbs[index]) >> 32) % divisor
                remainder = (remainder << 32 | UInt64(limbs[index]) & 0xffff_ffff) % divisor
            }
            return UInt32(remainder)
        }
    }
}

/// All ones where `x` is zero, else zero; without a branch.
package func isZeroMask(_ x: Limb) -> Limb {
    // x | -x has its top bit set unless x is zero.
    ((x | (0 &- x)) >> (Limb.bitWidth - 1)) &- 1
}

/// All ones where `a < b`, else zero; without a branch (Hacker's Delight, 2nd edition, section 2-12).
package func belowMask(_ a: Limb, _ b: Limb) -> Limb {
    0 &- (((~a & b) | ((~a | b) & (a &- b))) >> (Limb.bitWidth - 1))
}
