import LucidNumber

extension PrimeField {
    /// The numbers modulo 2^255 - 19: what the coordinates of Ed25519's points are (RFC 8032 §5.1).
    static let ed25519 = PrimeField(OddModulus(constant: Natural.powerOfTwo(255).subtracting(Natural(19)) ?? .zero))
}

extension FieldElement {
    /// The element times itself.
    func squared() -> FieldElement { self * self }

    /// The power with a public exponent.
    func power(_ exponent: Natural) -> FieldElement {
        let exponent = SecretNatural(exponent, limbCount: field.modulus.limbCount)
        return field.element(field.modulus.power(number(), exponent))
    }
}
