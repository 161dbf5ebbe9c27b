import LucidNumber

extension RSAPrivateKey {
    /// Why there is no signature.
    public enum SigningProblem: Error, Hashable, Sendable {
        /// The modulus has no room for the encoded digest.
        case keyTooShortForHash
        /// SHA-1 and MD5 are for verifying what is old; nothing new is signed with them.
        case hashNotForSigning(HashAlgorithm)
        /// The result did not verify: a fault in the computation, or a key whose numbers do not belong together.
        /// It is not given out, because it could reveal the factors (Boneh, DeMillo, Lipton 1997).
        case resultDoesNotVerify
    }

    /// RSASP1 (RFC 8017 §5.2.1): s = m^d mod n, blinded, by the Chinese remainder theorem, and checked.
    func signaturePrimitive(_ m: Natural, random: RandomSource) throws(SigningProblem) -> Natural {
        let n = publicKey.modulus
        let blinding = Blinding(publicKey, random: random)
        let blinded = n.multiply(n.residue(m), blinding.factor)
        let s = n.multiply(powerByRemainders(blinded), blinding.inverse).revealed()
        guard publicKey.verificationPrimitive(s) == m else { throw .resultDoesNotVerify }
        return s
    }

    /// c^d mod n from its values modulo p and q (RFC 8017 §5.1.2 step 2.b): two powers of half the length, four times
    /// faster than one of the whole.
    private func powerByRemainders(_ c: borrowing SecretNatural) -> SecretNatural {
        let n = publicKey.modulus
        // i. m1 = c^dP mod p, m2 = c^dQ mod q.
        let m1 = p.power(c, exponent1)
        let m2 = q.power(c, exponent2)
        // iii. h = (m1 - m2) · qInv mod p.
        let h = p.multiply(p.subtract(m1, p.residue(reducing: m2)), coefficient)
        // iv. m = m2 + q·h, which is below p·q.
        var m = q.value.multiplied(by: h).copy(limbCount: n.limbCount)
        _ = m.add(m2.copy(limbCount: n.limbCount))
        return m
    }
}

/// A random factor that hides what is raised to the private exponent (P. Kocher, 1996): with r random, (m·r^e)^d · r^-1 is
/// m^d, but the power is taken of a number that nobody outside knows.
private struct Blinding: ~Copyable {
    /// r^e mod n.
    let factor: SecretNatural
    /// r^-1 mod n.
    let inverse: SecretNatural

    init(_ key: RSAPublicKey, random: RandomSource) {
        let n = key.modulus
        while true {
            let r = random.secretNatural(below: n.divisor).copy(limbCount: n.limbCount)
            // The inverse by way of a second random number: r·u is as random as u and tells nothing about r, so it may be
            // inverted in variable time, which is much faster; then r^-1 = (r·u)^-1 · u.
            let u = random.secretNatural(below: n.divisor).copy(limbCount: n.limbCount)
            guard let publicInverse = n.inverse(of: n.multiply(r, u).revealed()) else { continue }
            inverse = n.multiply(n.residue(publicInverse), u)
            factor = n.power(r, publicExponent: key.exponent)
            return
        }
    }
}

extension OddModulus {
    /// `base^exponent mod m` for a secret base and a public exponent: time depends on the exponent.
    fileprivate func power(_ base: borrowing SecretNatural, publicExponent: Natural) -> SecretNatural {
        let base = montgomery(base)
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
        return fromMontgomery(result)
    }
}
