import LucidNumber

/// The integers modulo a prime p, in which a curve's coordinates live.
final class PrimeField: Sendable {
    /// p.
    let modulus: OddModulus

    init(_ modulus: OddModulus) { self.modulus = modulus }

    /// A number, reduced modulo p, as an element.
    func element(_ value: Natural) -> FieldElement { FieldElement(modulus.montgomery(value), in: self) }
    /// A secret residue below p as an element.
    func element(_ value: borrowing SecretNatural) -> FieldElement { FieldElement(modulus.montgomery(value), in: self) }
}

/// One element of a prime field, in Montgomery form.
///
/// Every operation takes the same time for all values, so the same arithmetic serves public points and secret ones.
/// The operators borrow their operands: nothing is copied or left behind unwiped.
struct FieldElement: ~Copyable {
    var residue: SecretNatural
    let field: PrimeField

    fileprivate init(_ residue: consuming SecretNatural, in field: PrimeField) {
        self.residue = residue
        self.field = field
    }

    static func + (a: borrowing FieldElement, b: borrowing FieldElement) -> FieldElement {
        var sum = a.field.modulus.zeroResidue()
        a.field.modulus.add(a.residue, b.residue, into: &sum)
        return FieldElement(sum, in: a.field)
    }

    static func - (a: borrowing FieldElement, b: borrowing FieldElement) -> FieldElement {
        var difference = a.field.modulus.zeroResidue()
        a.field.modulus.subtract(a.residue, b.residue, into: &difference)
        return FieldElement(difference, in: a.field)
    }

    static func * (a: borrowing FieldElement, b: borrowing FieldElement) -> FieldElement {
        var product = a.field.modulus.zeroResidue()
        a.field.modulus.montgomeryMultiply(a.residue, b.residue, into: &product)
        return FieldElement(product, in: a.field)
    }

    /// The same element again.
    func copy() -> FieldElement { FieldElement(residue.copy(), in: field) }

    /// 1 where the elements are equal, else 0.
    func equals(_ other: borrowing FieldElement) -> Limb { residue.equals(other.residue) }

    /// 1 for zero, else 0.
    var isZero: Limb { residue.isZero }

    /// The inverse; zero for zero.
    func inverse() -> FieldElement {
        let plain = field.modulus.fromMontgomery(residue)
        guard let inverse = field.modulus.inverse(of: plain) else { return field.element(.zero) }
        return field.element(inverse)
    }

    /// The element as a number below p, still secret.
    func number() -> SecretNatural { field.modulus.fromMontgomery(residue) }

    static func swap(_ a: inout FieldElement, _ b: inout FieldElement, if condition: Limb) {
        SecretNatural.swap(&a.residue, &b.residue, if: condition)
    }
}
