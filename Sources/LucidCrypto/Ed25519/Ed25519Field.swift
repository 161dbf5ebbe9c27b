import LucidNumber

/// A number modulo the prime 2^255 - 19: what the coordinates of Ed25519's points are (RFC 8032 §5.1).
///
/// It may be secret: it is wiped when it goes, and no operation takes longer for one value than for another.
struct Ed25519FieldElement: ~Copyable, Sendable {
    /// The prime p = 2^255 - 19.
    static let field = OddModulus(prime: Natural.powerOfTwo(255).subtracting(Natural(19)) ?? .zero)

    /// The number in Montgomery form (see `OddModulus`).
    private var montgomery: SecretNatural

    /// From a public number.
    init(_ value: Natural) { montgomery = Self.field.montgomery(value) }

    private init(montgomery: consuming SecretNatural) { self.montgomery = montgomery }

    /// A second one of the same value.
    func copy() -> Self { Self(montgomery: montgomery.copy()) }

    static func + (a: borrowing Self, b: borrowing Self) -> Self {
        var sum = field.zeroResidue()
        field.add(a.montgomery, b.montgomery, into: &sum)
        return Self(montgomery: sum)
    }

    static func - (a: borrowing Self, b: borrowing Self) -> Self {
        var difference = field.zeroResidue()
        field.subtract(a.montgomery, b.montgomery, into: &difference)
        return Self(montgomery: difference)
    }

    static func * (a: borrowing Self, b: borrowing Self) -> Self {
        var product = field.zeroResidue()
        field.montgomeryMultiply(a.montgomery, b.montgomery, into: &product)
        return Self(montgomery: product)
    }

    /// The number times itself.
    func squared() -> Self { self * self }

    /// The power with a public exponent.
    func power(_ exponent: Natural) -> Self {
        let exponent = SecretNatural(exponent, limbCount: Self.field.limbCount)
        return Self(montgomery: Self.field.montgomery(Self.field.power(value, exponent)))
    }

    /// The inverse, and zero for zero: the power p - 2 (RFC 8032 §5.1.1).
    func inverted() -> Self { power(Self.field.value.subtracting(Natural(2)) ?? .zero) }

    /// The number itself, below p.
    var value: SecretNatural { Self.field.fromMontgomery(montgomery) }

    /// Makes the number public, on purpose.
    var revealed: Natural { value.revealed() }

    /// Whether both are the same number; the answer is public.
    func equals(_ other: borrowing Self) -> Bool { montgomery.equals(other.montgomery) == 1 }

    /// Exchanges two numbers where `condition` is 1, without showing whether it was.
    static func swap(_ a: inout Self, _ b: inout Self, if condition: Limb) {
        SecretNatural.swap(&a.montgomery, &b.montgomery, if: condition)
    }
}

extension OddModulus {
    /// A prime written in a standard: being odd and above two, it can not be refused.
    init(prime: Natural) {
        guard let modulus = OddModulus(prime) else { preconditionFailure("no odd prime: \(prime.hexadecimal)") }
        self = modulus
    }
}
