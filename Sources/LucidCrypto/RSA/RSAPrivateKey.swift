public import LucidNumber

/// An RSA private key with its factors (RFC 8017 §3.2, the second representation).
///
/// All numbers are secret: kept in wiped memory, used in constant time. No quantity of the key is ever converted to text.
///
/// Which keys are taken, and which are refused:
///
/// | the key                                            | is                                                        |
/// |----------------------------------------------------|-----------------------------------------------------------|
/// | n, e out of the bounds of `RSAPublicKey`           | refused, `.publicKey`; e = 3 is within them               |
/// | n of an odd number of bits, such as 2047           | taken                                                     |
/// | p below q                                          | taken: qInv is q^-1 mod p all the same                    |
/// | p and q of different lengths                       | taken                                                     |
/// | p or q missing (zero), 1 or even                   | refused, `.factorUnusable`                                |
/// | n ≠ p·q, also where there are more than two factors | refused, `.factorsDiffer`                                |
/// | p = q                                              | refused, `.coefficientWrong`: q has no inverse mod p      |
/// | d, dP or dQ missing (zero) or wrong                | refused, `.exponentsDisagree`                             |
/// | d = e^-1 modulo (p-1)·(q-1) instead of their lcm   | taken: RFC 8017 §3.2 asks for the lcm, most keys are so   |
/// | d ≥ n, dP ≥ p, dQ ≥ q                              | refused, `.exponentsDisagree` (RFC 8017 §3.2)             |
/// | qInv missing (zero), wrong, or ≥ p                 | refused, `.coefficientWrong` (RFC 8017 §3.2)              |
/// | p or q not prime                                   | taken, but it gives out no signature that does not verify |
public struct RSAPrivateKey: ~Copyable, Sendable {
    public let publicKey: RSAPublicKey
    /// d, with e·d = 1 mod lcm(p-1, q-1).
    let privateExponent: SecretNatural
    /// The factors of n.
    let p, q: SecretModulus
    /// dP = d mod (p-1) and dQ = d mod (q-1).
    let exponent1, exponent2: SecretNatural
    /// qInv = q^-1 mod p.
    let coefficient: SecretNatural
    /// What hides the numbers that are raised to the private exponent.
    let blindings = RSABlindings()

    /// Why numbers are no private key.
    public enum Problem: Error, Hashable, Sendable {
        case publicKey(RSAPublicKey.Problem)
        /// p or q is missing (zero), 1 or even.
        case factorUnusable
        /// p · q is not n.
        case factorsDiffer
        /// e·d, e·dP or e·dQ is not 1 where it has to be, or d, dP or dQ is too large.
        case exponentsDisagree
        /// q has no inverse modulo p, or it is not the one given, or not reduced.
        case coefficientWrong
    }

    /// The numbers of RFC 8017's RSAPrivateKey.
    public struct Numbers: ~Copyable {
        public var modulus: Natural
        public var publicExponent: Natural
        public var privateExponent, prime1, prime2, exponent1, exponent2, coefficient: SecretNatural

        public init(
            modulus: Natural, publicExponent: Natural, privateExponent: consuming SecretNatural,
            prime1: consuming SecretNatural, prime2: consuming SecretNatural, exponent1: consuming SecretNatural,
            exponent2: consuming SecretNatural, coefficient: consuming SecretNatural
        ) {
            self.modulus = modulus
            self.publicExponent = publicExponent
            self.privateExponent = privateExponent
            self.prime1 = prime1
            self.prime2 = prime2
            self.exponent1 = exponent1
            self.exponent2 = exponent2
            self.coefficient = coefficient
        }
    }

    /// Checks that the numbers belong together. (That p and q are prime is not checked: it would take as long as finding
    /// them, and a signature is compared with the public key before it leaves.)
    public init(_ numbers: consuming Numbers) throws(Problem) {
        let key = try Self.publicKey(numbers)
        let n = key.modulus
        guard let p = SecretModulus(numbers.prime1), let q = SecretModulus(numbers.prime2) else {
            throw .factorUnusable
        }
        // n = p·q
        let product = p.value.multiplied(by: q.value).copy(limbCount: n.limbCount + 1)
        guard product.equals(SecretNatural(n.value, limbCount: n.limbCount + 1)) == 1 else { throw .factorsDiffer }
        let e = SecretNatural(numbers.publicExponent, limbCount: 4)
        // e·d, e·dP and e·dQ are 1 modulo p-1 and q-1.
        guard Self.isInverse(e, of: numbers.privateExponent, moduloOneLessThan: p.value),
            Self.isInverse(e, of: numbers.privateExponent, moduloOneLessThan: q.value),
            Self.isInverse(e, of: numbers.exponent1, moduloOneLessThan: p.value),
            Self.isInverse(e, of: numbers.exponent2, moduloOneLessThan: q.value)
        else { throw .exponentsDisagree }
        // RFC 8017 §3.2: d < n, dP < p and dQ < q. (Below, they are cut to those lengths.)
        guard numbers.privateExponent.isBelow(n.value) == 1, numbers.exponent1.isBelow(p.value) == 1,
            numbers.exponent2.isBelow(q.value) == 1
        else { throw .exponentsDisagree }
        // q·qInv = 1 mod p, and qInv < p.
        let one = SecretNatural(.one, limbCount: p.limbCount)
        guard p.multiply(q.value, numbers.coefficient).equals(one) == 1, numbers.coefficient.isBelow(p.value) == 1
        else { throw .coefficientWrong }
        publicKey = key
        privateExponent = numbers.privateExponent.copy(limbCount: n.limbCount)
        exponent1 = numbers.exponent1.copy(limbCount: p.limbCount)
        exponent2 = numbers.exponent2.copy(limbCount: q.limbCount)
        coefficient = numbers.coefficient.copy(limbCount: p.limbCount)
        self.p = p
        self.q = q
    }

    private static func publicKey(_ numbers: borrowing Numbers) throws(Problem) -> RSAPublicKey {
        do throws(RSAPublicKey.Problem) {
            return try RSAPublicKey(modulus: numbers.modulus, exponent: numbers.publicExponent)
        } catch { throw .publicKey(error) }
    }

    private static func isInverse(
        _ e: borrowing SecretNatural, of d: borrowing SecretNatural, moduloOneLessThan prime: borrowing SecretNatural
    ) -> Bool {
        var primeMinusOne = prime.copy()
        primeMinusOne.subtract(limb: 1)
        let remainder = e.multiplied(by: d).remainder(dividingBy: primeMinusOne)
        return remainder.equals(SecretNatural(.one, limbCount: 1)) == 1
    }

    /// Lends the key's numbers, for writing a key file.
    public func withNumbers<Result: ~Copyable>(_ body: (borrowing Numbers) -> Result) -> Result {
        body(
            Numbers(
                modulus: publicKey.modulus.value, publicExponent: publicKey.exponent,
                privateExponent: privateExponent.copy(), prime1: p.value.copy(), prime2: q.value.copy(),
                exponent1: exponent1.copy(), exponent2: exponent2.copy(), coefficient: coefficient.copy()))
    }
}
