import LucidNumber

@testable import LucidCrypto

/// An RSA key made of two given primes, whose numbers tests can alter.
struct RSATestKey {
    var n, e, d, p, q, dP, dQ, qInv: Natural

    /// With d = e^-1 mod lcm(p-1, q-1).
    init(p: Natural, q: Natural, e: UInt = 65537) throws {
        let pMinusOne = try p.minusOne(), qMinusOne = try q.minusOne()
        let lambda = try (pMinusOne * qMinusOne).quotient(greatestCommonDivisor(pMinusOne, qMinusOne))
        (n, self.e, self.p, self.q) = (p * q, Natural(e), p, q)
        d = try Self.inverse(of: e, modulo: lambda)
        (dP, dQ) = (try d.remainder(pMinusOne), try d.remainder(qMinusOne))
        guard let modulus = OddModulus(p), let inverse = modulus.inverse(of: q) else { throw Unusable() }
        qInv = inverse
    }
    struct Unusable: Error {}

    /// The number (1 + m·k) / e for the k that makes it whole: e times it is 1 modulo m.
    static func inverse(of e: UInt, modulo m: Natural) throws -> Natural {
        let residue = try m.remainder(Natural(e)).small ?? 0
        guard let k = (0..<e).first(where: { (1 + $0 * residue) % e == 0 }) else { throw Unusable() }
        return try (m * Natural(k) + .one).quotient(Natural(e))
    }

    /// Why the key is refused; nil where it is taken.
    var problem: RSAPrivateKey.Problem? {
        do throws(RSAPrivateKey.Problem) {
            _ = try key()
            return nil
        } catch { return error }
    }

    func key() throws(RSAPrivateKey.Problem) -> RSAPrivateKey {
        try RSAPrivateKey(
            RSAPrivateKey.Numbers(
                modulus: n, publicExponent: e, privateExponent: secret(d), prime1: secret(p), prime2: secret(q),
                exponent1: secret(dP), exponent2: secret(dQ), coefficient: secret(qInv)))
    }

    private func secret(_ number: Natural) -> SecretNatural {
        SecretNatural(bigEndian: number.bigEndianBytes.span)
    }
}

/// The greatest common divisor, by Euclid's algorithm.
func greatestCommonDivisor(_ a: Natural, _ b: Natural) throws -> Natural {
    try b.isZero ? a : greatestCommonDivisor(b, a.remainder(b))
}

extension Natural {
    func minusOne() throws -> Natural {
        guard let difference = subtracting(.one) else { throw RSATestKey.Unusable() }
        return difference
    }

    func quotient(_ divisor: Natural) throws -> Natural {
        guard let divisor = Divisor(divisor) else { throw RSATestKey.Unusable() }
        return quotientAndRemainder(dividingBy: divisor).quotient
    }

    func remainder(_ divisor: Natural) throws -> Natural {
        guard let divisor = Divisor(divisor) else { throw RSATestKey.Unusable() }
        return quotientAndRemainder(dividingBy: divisor).remainder
    }

    /// A number of a test's source, in hexadecimal with spaces.
    init(_ text: String) throws {
        guard let number = Natural(hexadecimal: text.filter { $0.isHexDigit }) else { throw RSATestKey.Unusable() }
        self = number
    }
}
