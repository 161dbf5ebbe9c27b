// Is a secret candidate prime? A sieve by small primes first, then Miller-Rabin (FIPS 186-5 appendix B.3.1).
//
// A candidate that fails is thrown away, so it does not matter that a failing test ends early; for the one that is kept,
// every round takes the same time.

/// Miller-Rabin on an odd candidate: `rounds` random bases, each of which a composite survives with a chance of at most
/// one in four (FIPS 186-5 appendix B.3.1; the steps are those of its text).
///
/// - Parameter witness: is told each base and whether the candidate survived it, for explanations.
package func isProbablyPrime(
    _ candidate: borrowing SecretNatural, rounds: Int, random: RandomSource,
    witness: ((borrowing SecretNatural, Bool) -> Void)? = nil
) -> Bool {
    // 1, 2, 3 and even numbers; below, w is odd and at least 5.
    if candidate.revealedBitWidth <= 2 { return candidate.bit(1) == 1 }
    guard let w = SecretModulus(candidate) else { return false }
    var wMinusOne = w.value.copy()
    wMinusOne.subtract(limb: 1)
    // Step 1: the largest a such that 2^a divides w-1. Step 2: m = (w-1) / 2^a.
    let bits = wMinusOne.revealedBitWidth
    let a = (0..<bits).first { wMinusOne.bit($0) == 1 } ?? 0
    let m = wMinusOne.shiftedRight(by: a)
    let one = SecretNatural(.one, limbCount: w.limbCount)
    // Step 4: iterations.
    rounds: for _ in 0..<rounds {
        // Steps 4.1, 4.2: a random b with 1 < b < w-1; draw again until one fits.
        var b = random.secretNatural(bits: bits)
        while one.isBelow(b) & b.isBelow(wMinusOne) == 0 { b = random.secretNatural(bits: bits) }
        // Steps 4.3, 4.4: z = b^m mod w; 1 and w-1 say "perhaps prime".
        var z = w.power(b, m)
        if z.equals(one) | z.equals(wMinusOne) == 1 {
            witness?(b, true)
            continue rounds
        }
        // Step 4.5: square up to a-1 times; w-1 says "perhaps prime".
        for _ in 1..<max(a, 1) {
            z = w.multiply(z, z)
            if z.equals(wMinusOne) == 1 {
                witness?(b, true)
                continue rounds
            }
        }
        witness?(b, false)
        // Step 4.6: composite.
        return false
    }
    // Step 5: probably prime.
    return true
}

/// Whether a public number is prime, with an error of at most 4^-rounds.
public func isProbablyPrime(_ number: Natural, rounds: Int = 64) -> Bool {
    guard number.isOdd else { return number == Natural(2) }
    guard number > Natural(3) else { return number == Natural(3) }
    let secret = SecretNatural(number, limbCount: number.limbs.count)
    if secret.hasSmallOddFactor { return smallOddPrimes.contains { number == Natural(UInt($0)) } }
    return isProbablyPrime(secret, rounds: rounds, random: .system)
}
