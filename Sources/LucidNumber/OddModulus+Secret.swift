// Modular arithmetic on secret numbers. Time depends on the size of the modulus alone.
//
// A residue is a `SecretNatural` with as many limbs as the modulus and a value below it. The functions whose names begin
// with `montgomery` work in Montgomery form (see `OddModulus`); sums and differences are the same in both forms.

extension OddModulus {
    /// A residue of value zero.
    package func zeroResidue() -> SecretNatural { SecretNatural(limbCount: limbCount) }

    /// A public number, reduced, as a residue.
    package func residue(_ value: Natural) -> SecretNatural { SecretNatural(reduce(value), limbCount: limbCount) }

    /// A secret of any length, reduced modulo this modulus.
    package func residue(reducing secret: borrowing SecretNatural) -> SecretNatural {
        var wide = secret.copy(limbCount: max(secret.limbCount, limbCount))
        value.limbs.withSpan { m in wide.withMutableLimbs { GMP.secretReduce(&$0, modulo: m) } }
        return wide.copy(limbCount: limbCount)
    }

    /// `sum = a + b mod m`.
    package func add(_ a: borrowing SecretNatural, _ b: borrowing SecretNatural, into sum: inout SecretNatural) {
        sum.set(to: a)
        let carry = sum.add(b)
        subtractModulus(from: &sum, carry: carry)
    }

    /// `difference = a - b mod m`.
    package func subtract(
        _ a: borrowing SecretNatural, _ b: borrowing SecretNatural, into difference: inout SecretNatural
    ) {
        difference.set(to: a)
        let borrow = difference.subtract(b)
        value.limbs.withSpan { m in
            difference.withMutableLimbs { _ = GMP.addIf(borrow, m, to: &$0) }
        }
    }

    /// Brings a sum of two residues, whose addition gave `carry`, below the modulus.
    private func subtractModulus(from sum: inout SecretNatural, carry: Limb) {
        value.limbs.withSpan { m in
            sum.withMutableLimbs { limbs in
                // Try the difference; where it borrows and there was no carry, the sum was below the modulus already.
                let borrow = GMP.subtractIf(1, m, from: &limbs)
                _ = GMP.addIf(borrow & (carry ^ 1), m, to: &limbs)
            }
        }
    }

    /// `product = a · b / R mod m`: in Montgomery form, the product.
    package func montgomeryMultiply(
        _ a: borrowing SecretNatural, _ b: borrowing SecretNatural, into product: inout SecretNatural
    ) {
        var wide = a.multiplied(by: b)
        value.limbs.withSpan { m in
            wide.withMutableLimbs { wide in
                product.withMutableLimbs { product in
                    GMP.montgomeryReduce(&wide, modulo: m, negativeInverse: negativeInverse, into: &product)
                }
            }
        }
    }

    /// `a · R mod m`: enters Montgomery form.
    package func montgomery(_ a: borrowing SecretNatural) -> SecretNatural {
        var result = zeroResidue()
        montgomeryMultiply(a, SecretNatural(Natural(limbs: rSquared), limbCount: limbCount), into: &result)
        return result
    }

    /// A public number, reduced, in Montgomery form.
    package func montgomery(_ a: Natural) -> SecretNatural { montgomery(residue(a)) }

    /// One in Montgomery form.
    package var montgomeryOne: SecretNatural { SecretNatural(Natural(limbs: one), limbCount: limbCount) }

    /// `a / R mod m`: leaves Montgomery form.
    package func fromMontgomery(_ a: borrowing SecretNatural) -> SecretNatural {
        var result = zeroResidue()
        montgomeryMultiply(a, SecretNatural(.one, limbCount: limbCount), into: &result)
        return result
    }

    /// `a · b mod m`, outside Montgomery form.
    package func multiply(_ a: borrowing SecretNatural, _ b: borrowing SecretNatural) -> SecretNatural {
        var result = zeroResidue()
        montgomeryMultiply(montgomery(a), b, into: &result)
        return result
    }

    /// `base^exponent mod m` over GMP's `mpn_sec_powm`, outside Montgomery form. All bits of the exponent's limbs count.
    package func power(_ base: borrowing SecretNatural, _ exponent: borrowing SecretNatural) -> SecretNatural {
        var result = zeroResidue()
        base.withLimbs { b in
            exponent.withLimbs { e in
                value.limbs.withSpan { m in
                    result.withMutableLimbs { r in
                        GMP.secretPower(b, e, exponentBits: e.count * Limb.bitWidth, modulo: m, into: &r)
                    }
                }
            }
        }
        return result
    }

    /// The inverse of a residue over GMP's `mpn_sec_invert`, outside Montgomery form; nil where there is none.
    package func inverse(of a: borrowing SecretNatural) -> SecretNatural? {
        var scratch = a.copy(limbCount: limbCount)
        var result = zeroResidue()
        let found = value.limbs.withSpan { m in
            scratch.withMutableLimbs { a in result.withMutableLimbs { GMP.secretInverse(&a, modulo: m, into: &$0) } }
        }
        guard found else { return nil }
        return result
    }
}

extension Array where Element == Limb {
    /// Lends the array as a span, for calls that nest several of them.
    fileprivate func withSpan<Result>(_ body: (Span<Limb>) -> Result) -> Result { body(span) }
}
