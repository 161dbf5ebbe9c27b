/// An odd modulus that is itself a secret: a prime factor of an RSA key.
///
/// Kept in wiped memory, unlike `OddModulus`. Its top limb is not zero, which GMP's `mpn_sec_` functions need.
package struct SecretModulus: ~Copyable {
    package let value: SecretNatural

    /// Nil where `value` is even, below 3, or longer than `OddModulus.maximumBitWidth`.
    package init?(_ value: borrowing SecretNatural) {
        let bits = value.revealedBitWidth
        guard bits >= 2, bits <= OddModulus.maximumBitWidth, value.bit(0) == 1 else { return nil }
        self.value = value.copy(limbCount: (bits + Limb.bitWidth - 1) / Limb.bitWidth)
    }

    package var limbCount: Int { value.limbCount }

    /// A secret of any length, reduced.
    package func residue(reducing secret: borrowing SecretNatural) -> SecretNatural {
        secret.remainder(dividingBy: value)
    }

    /// `a · b mod m`.
    package func multiply(_ a: borrowing SecretNatural, _ b: borrowing SecretNatural) -> SecretNatural {
        residue(reducing: a.multiplied(by: b))
    }

    /// `a - b mod m` for residues.
    package func subtract(_ a: borrowing SecretNatural, _ b: borrowing SecretNatural) -> SecretNatural {
        var difference = a.copy(limbCount: limbCount)
        let borrow = difference.subtract(b.copy(limbCount: limbCount))
        value.withLimbs { m in difference.withMutableLimbs { _ = GMP.addIf(borrow, m, to: &$0) } }
        return difference
    }

    /// `base^exponent mod m`; the base may be longer than the modulus. All bits of the exponent's limbs count.
    package func power(_ base: borrowing SecretNatural, _ exponent: borrowing SecretNatural) -> SecretNatural {
        var result = SecretNatural(limbCount: limbCount)
        base.withLimbs { b in
            exponent.withLimbs { e in
                value.withLimbs { m in
                    result.withMutableLimbs { r in
                        GMP.secretPower(b, e, exponentBits: e.count * Limb.bitWidth, modulo: m, into: &r)
                    }
                }
            }
        }
        return result
    }

    /// The inverse of a residue, or nil where there is none.
    package func inverse(of a: borrowing SecretNatural) -> SecretNatural? {
        var scratch = a.copy(limbCount: limbCount)
        var result = SecretNatural(limbCount: limbCount)
        let found = value.withLimbs { m in
            scratch.withMutableLimbs { a in result.withMutableLimbs { GMP.secretInverse(&a, modulo: m, into: &$0) } }
        }
        guard found else { return nil }
        return result
    }
}
