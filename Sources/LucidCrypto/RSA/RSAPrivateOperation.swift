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
        let blinding = blindings.next(for: publicKey, random: random)
        var blinded = n.zeroResidue(), s = n.zeroResidue()
        // The pair is in Montgomery form and the other factor is not, so the products are not either.
        n.montgomeryMultiply(n.residue(m), blinding.factor, into: &blinded)
        n.montgomeryMultiply(powerByRemainders(blinded), blinding.inverse, into: &s)
        let signature = s.revealed()
        guard publicKey.verificationPrimitive(signature) == m else { throw .resultDoesNotVerify }
        return signature
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
