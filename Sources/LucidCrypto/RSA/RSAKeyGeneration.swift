package import LucidNumber

/// What key generation is doing, for a progress line.
public enum RSAKeyGenerationStep: Hashable, Sendable {
    /// A random number passed the sieve and is being tested.
    case testingCandidate
    /// One of the two primes is found.
    case foundPrime
}

/// Who is told the numbers of a search for a key, for explanations; they are secrets.
package struct RSAKeySearchListener {
    /// Why a candidate is thrown away without a test.
    package enum Reason: Hashable, Sendable {
        /// Step 4.4: it is below √2 · 2^(bits-1).
        case tooSmall
        /// Step 4.5: it is 1 modulo e.
        case oneModuloExponent
        /// An odd prime below 2^16 divides it.
        case smallFactor
    }

    package var dropped: (borrowing SecretNatural, Reason) -> Void
    /// A candidate is tested now.
    package var testing: (borrowing SecretNatural) -> Void
    /// A base of the test, and whether the candidate survived it.
    package var witness: (borrowing SecretNatural, Bool) -> Void

    package init(
        dropped: @escaping (borrowing SecretNatural, Reason) -> Void,
        testing: @escaping (borrowing SecretNatural) -> Void,
        witness: @escaping (borrowing SecretNatural, Bool) -> Void
    ) {
        self.dropped = dropped
        self.testing = testing
        self.witness = witness
    }
}

extension RSAPrivateKey {
    /// The lengths of the modulus that can be generated, in bits.
    public static let generatedBitCounts = 2048...8192

    /// A new key with e = 65537 (FIPS 186-5 A.1.3, "generation of random primes that are probably prime").
    ///
    /// - Parameters:
    ///   - bitCount: the length of the modulus: even, from 2048 to 8192.
    ///   - progress: called for every candidate that is tested.
    /// - Returns: the key, or nil for another length.
    public static func generate(
        bitCount: Int, progress: (RSAKeyGenerationStep) -> Void = { _ in }
    ) -> RSAPrivateKey? {
        generate(bitCount: bitCount, random: .system, progress: progress)
    }

    package static func generate(
        bitCount nlen: Int, random: RandomSource, progress: (RSAKeyGenerationStep) -> Void = { _ in },
        listener: RSAKeySearchListener? = nil
    ) -> RSAPrivateKey? {
        // Step 1: the length.
        guard generatedBitCounts.contains(nlen), nlen % 2 == 0 else { return nil }
        // Steps 2, 3 ask for an approved exponent and generator: 65537 and the system's.
        while true {
            // Step 4: p. Step 5: q, not too near to p.
            let p = randomPrime(bits: nlen / 2, random: random, progress: progress, listener: listener)
            let q = randomPrime(bits: nlen / 2, random: random, progress: progress, listener: listener)
            guard areFarApart(p, q, nlen: nlen) else { continue }
            // A.1.1: the private exponent has to be longer than half the modulus; else all over again.
            if let key = key(p: p, q: q, nlen: nlen) { return key }
        }
    }

    /// Steps 4.2 to 4.7: a random prime of so many bits, at least √2 · 2^(bits-1), with p-1 and e coprime.
    private static func randomPrime(
        bits: Int, random: RandomSource, progress: (RSAKeyGenerationStep) -> Void, listener: RSAKeySearchListener?
    ) -> SecretNatural {
        let one = SecretNatural(.one, limbCount: 1)
        while true {
            // Steps 4.2, 4.3: a random number, made odd.
            var p = random.secretNatural(bits: bits)
            if p.bit(0) == 0 { _ = p.add(one.copy(limbCount: p.limbCount)) }
            // Step 4.4: p ≥ √2 · 2^(bits-1), that is p² ≥ 2^(2·bits-1), so that p·q has all its bits.
            guard p.multiplied(by: p).bit(2 * bits - 1) == 1 else {
                listener?.dropped(p, .tooSmall)
                continue
            }
            // Step 4.5: e = 65537 is prime, so p-1 and e are coprime unless p = 1 mod e.
            guard p.remainder(dividingBy: publicExponent) != 1 else {
                listener?.dropped(p, .oneModuloExponent)
                continue
            }
            guard !p.hasSmallOddFactor else {
                listener?.dropped(p, .smallFactor)
                continue
            }
            progress(.testingCandidate)
            listener?.testing(p)
            let rounds = millerRabinRounds(bits: bits)
            if isProbablyPrime(p, rounds: rounds, random: random, witness: listener?.witness) {
                progress(.foundPrime)
                return p
            }
        }
    }

    private static let publicExponent: UInt32 = 65537

    /// FIPS 186-5 table B.1: rounds of Miller-Rabin for a random candidate, for an error of at most 2^-112 with 1024 bits,
    /// 2^-128 with 1536 and 2^-144 with 2048; longer ones need no more.
    static func millerRabinRounds(bits: Int) -> Int { bits < 1536 ? 5 : 4 }

    /// Step 5.5: |p - q| > 2^(nlen/2 - 100).
    static func areFarApart(_ p: borrowing SecretNatural, _ q: borrowing SecretNatural, nlen: Int) -> Bool {
        var difference = p.copy()
        if p.isBelow(q) == 1 {
            difference = q.copy()
            _ = difference.subtract(p)
        } else {
            _ = difference.subtract(q)
        }
        return difference.revealedBitWidth > nlen / 2 - 100
    }

    /// d = e^-1 mod lcm(p-1, q-1) and the numbers that follow from it; nil where d ≤ 2^(nlen/2).
    private static func key(
        p: borrowing SecretNatural, q: borrowing SecretNatural, nlen: Int
    ) -> RSAPrivateKey? {
        var pMinusOne = p.copy(), qMinusOne = q.copy()
        pMinusOne.subtract(limb: 1)
        qMinusOne.subtract(limb: 1)
        let gcd = pMinusOne.greatestCommonDivisor(qMinusOne)
        let lcmDivision = pMinusOne.multiplied(by: qMinusOne).quotientAndRemainder(dividingBy: gcd)
        let d = inverseOfPublicExponent(modulo: lcmDivision.quotient)
        guard d.revealedBitWidth > nlen / 2 else { return nil }
        guard let pModulus = SecretModulus(p), let coefficient = pModulus.inverse(of: pModulus.residue(reducing: q))
        else {
            return nil
        }
        let n = p.multiplied(by: q).revealed()
        return try? RSAPrivateKey(
            Numbers(
                modulus: n, publicExponent: Natural(UInt(publicExponent)), privateExponent: d.copy(), prime1: p.copy(),
                prime2: q.copy(), exponent1: d.remainder(dividingBy: pMinusOne),
                exponent2: d.remainder(dividingBy: qMinusOne), coefficient: coefficient))
    }

    /// e^-1 mod m for an even m, which Montgomery's arithmetic can not do: (1 + m·k) / e is a whole number for
    /// k = -m^-1 mod e, and e times it is 1 mod m.
    private static func inverseOfPublicExponent(modulo m: borrowing SecretNatural) -> SecretNatural {
        let e = UInt64(publicExponent)
        // m^(e-2) mod e is m's inverse, because e is prime (Fermat).
        var inverse: UInt64 = 1
        var power = UInt64(m.remainder(dividingBy: publicExponent))
        for bit in 0..<17 {
            if (e - 2) >> UInt64(bit) & 1 == 1 { inverse = inverse * power % e }
            power = power * power % e
        }
        let k = SecretNatural(Natural(UInt((e - inverse) % e)), limbCount: 1)
        var numerator = m.multiplied(by: k)
        numerator.add(limb: 1)
        let division = numerator.quotientAndRemainder(dividingBy: SecretNatural(Natural(UInt(e)), limbCount: 1))
        return division.quotient.trimmed()
    }
}
