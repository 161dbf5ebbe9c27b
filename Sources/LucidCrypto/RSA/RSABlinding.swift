import LucidNumber
import Synchronization

/// A random factor that hides what is raised to the private exponent (P. Kocher, 1996): with r random, (m·r^e)^d · r^-1 is
/// m^d, but the power is taken of a number that nobody outside knows.
///
/// Both numbers are in Montgomery form modulo n.
struct RSABlinding: ~Copyable {
    /// r^e.
    let factor: SecretNatural
    /// r^-1.
    let inverse: SecretNatural

    /// The pair of a new random r.
    init(_ key: RSAPublicKey, random: RandomSource) {
        let n = key.modulus
        while true {
            let r = random.secretNatural(below: n.divisor).copy(limbCount: n.limbCount)
            // The inverse by way of a second random number: r·u is as random as u and tells nothing about r, so it may be
            // inverted in variable time, which is much faster; then r^-1 = (r·u)^-1 · u.
            let u = random.secretNatural(below: n.divisor).copy(limbCount: n.limbCount)
            guard let publicInverse = n.inverse(of: n.multiply(r, u).revealed()) else { continue }
            inverse = n.montgomery(n.multiply(n.residue(publicInverse), u))
            factor = n.montgomeryPower(n.montgomery(r), publicExponent: key.exponent)
            return
        }
    }

    private init(factor: consuming SecretNatural, inverse: consuming SecretNatural) {
        self.factor = factor
        self.inverse = inverse
    }

    func copy() -> RSABlinding { RSABlinding(factor: factor.copy(), inverse: inverse.copy()) }

    /// The pair of r² instead of r: r^2e is the square of r^e, and r^-2 that of r^-1.
    func squared(modulo n: OddModulus) -> RSABlinding {
        var factor = n.zeroResidue(), inverse = n.zeroResidue()
        n.montgomeryMultiply(self.factor, self.factor, into: &factor)
        n.montgomeryMultiply(self.inverse, self.inverse, into: &inverse)
        return RSABlinding(factor: factor, inverse: inverse)
    }
}

/// A key's blinding pairs, each for one signature.
///
/// A new pair costs a power and an inversion, a tenth of a signature. So, as is usual (OpenSSL and BoringSSL do the same),
/// a pair is made of the one before by squaring it, and only the 32nd is drawn anew: each hides its message from who does
/// not know r, and none is used twice.
struct RSABlindings: ~Copyable, Sendable {
    /// How many pairs come from one random r: r, r², r⁴, …
    static let pairsFromOneNumber = 32

    // Not private: Swift 6.3 can not compile other files that destroy a value with a private part of such a kind.
    struct State: ~Copyable {
        /// The pair that was used last.
        var last: RSABlinding?
        /// How many more may be made of it.
        var pairsLeft = 0
    }

    /// Several tasks may sign with one key at a time.
    private let state = Mutex(State())

    /// The pair for one signature.
    func next(for key: RSAPublicKey, random: RandomSource) -> RSABlinding {
        state.withLock { state in
            let pair: RSABlinding
            if state.pairsLeft > 0, let last = state.last.take() {
                pair = last.squared(modulo: key.modulus)
                state.pairsLeft -= 1
            } else {
                pair = RSABlinding(key, random: random)
                state.pairsLeft = Self.pairsFromOneNumber - 1
            }
            state.last = pair.copy()
            return pair
        }
    }
}

extension OddModulus {
    /// `base^exponent`, both in Montgomery form, for a secret base and a public exponent: time depends on the exponent.
    fileprivate func montgomeryPower(
        _ base: borrowing SecretNatural, publicExponent: Natural
    ) -> SecretNatural {
        var result = base.copy()
        for index in stride(from: publicExponent.bitWidth - 2, through: 0, by: -1) {
            var next = zeroResidue()
            montgomeryMultiply(result, result, into: &next)
            result = next.copy()
            if publicExponent.bit(index) {
                montgomeryMultiply(result, base, into: &next)
                result = next.copy()
            }
        }
        return result
    }
}
