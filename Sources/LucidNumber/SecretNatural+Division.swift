// Division of secret numbers. Time depends on the numbers of limbs and on the length of the divisor.

extension SecretNatural {
    /// The number in as many limbs as its value needs, at least one. Reveals the length.
    package func trimmed() -> SecretNatural {
        copy(limbCount: max(1, (revealedBitWidth + Limb.bitWidth - 1) / Limb.bitWidth))
    }

    /// The remainder by a divisor that is not zero (zero for a zero divisor), with as many limbs as the divisor's value.
    package func remainder(dividingBy divisor: borrowing SecretNatural) -> SecretNatural {
        let divisor = divisor.trimmed()
        guard divisor.isZero == 0 else { return SecretNatural(limbCount: 1) }
        var working = copy(limbCount: max(limbCount, divisor.limbCount))
        divisor.withLimbs { d in working.withMutableLimbs { GMP.secretReduce(&$0, modulo: d) } }
        return working.copy(limbCount: divisor.limbCount)
    }

    /// Quotient and remainder by a divisor that is not zero; both zero for a zero divisor.
    package func quotientAndRemainder(dividingBy divisor: borrowing SecretNatural) -> SecretDivision {
        let divisor = divisor.trimmed()
        let n = divisor.limbCount
        guard divisor.isZero == 0 else {
            return SecretDivision(quotient: SecretNatural(limbCount: 1), remainder: SecretNatural(limbCount: 1))
        }
        // One limb more than needed keeps the quotient's top limb zero, so that it need not be returned apart.
        var working = copy(limbCount: max(limbCount, n) + 1)
        var quotient = SecretNatural(limbCount: working.limbCount - n)
        divisor.withLimbs { d in
            working.withMutableLimbs { a in
                quotient.withMutableLimbs { q in _ = GMP.secretDivide(&a, by: d, quotient: &q) }
            }
        }
        return SecretDivision(quotient: quotient, remainder: working.copy(limbCount: n))
    }

    /// The greatest common divisor, by Euclid's algorithm. The number of steps depends on the values: see SECURITY.md,
    /// "Generating RSA keys".
    package func greatestCommonDivisor(_ other: borrowing SecretNatural) -> SecretNatural {
        var a = trimmed(), b = other.trimmed()
        while b.isZero == 0 {
            let remainder = a.remainder(dividingBy: b).trimmed()
            a = b.copy()
            b = remainder.copy()
        }
        return a
    }
}

/// What a division gives. (A tuple can not hold values that can not be copied.)
package struct SecretDivision: ~Copyable {
    package let quotient: SecretNatural
    package let remainder: SecretNatural
}
