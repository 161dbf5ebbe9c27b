// The sieve before the test of Miller and Rabin: is a secret number divisible by a small prime?
//
// Of random odd numbers nine in ten have a factor below 2^16, and finding it costs a hundredth of what a round of
// Miller-Rabin does. Several primes are tried at once: their product M is as long as a limb, the number is reduced modulo
// M, and the limb that is left is tried by each of them. No step divides, because the hardware takes longer for
// some dividends than for others; which primes divided a number shows only where the number is thrown away.

/// The odd primes below 2^16, found by the sieve of Eratosthenes. Trying more of them costs more than the Miller-Rabin
/// rounds that it saves.
package let smallOddPrimes: [UInt32] = {
    let limit = 1 << 16
    var isComposite = [Bool](repeating: false, count: limit)
    var primes: [UInt32] = []
    for candidate in stride(from: 3, to: limit, by: 2) where !isComposite[candidate] {
        primes.append(UInt32(candidate))
        for multiple in stride(from: candidate * candidate, to: limit, by: 2 * candidate) {
            isComposite[multiple] = true
        }
    }
    return primes
}()

extension SecretNatural {
    /// Whether an odd prime below 2^16 divides the number (zero is divisible by all).
    package var hasSmallOddFactor: Bool {
        withLimbs { limbs in
            for group in SmallPrimeGroup.all where group.hasFactor(of: limbs) { return true }
            return false
        }
    }
}

/// Some small odd primes and their product.
struct SmallPrimeGroup {
    /// M, the product of the primes: odd, and one limb long.
    private(set) var product: Limb = 1
    /// M^-1 mod 2^64.
    private var inverse: Limb = 1
    private(set) var primes: [Prime] = []

    /// An odd prime p, ready to say whether it divides a limb.
    struct Prime {
        let value: Limb
        /// p^-1 mod 2^64.
        let inverse: Limb
        /// The largest limb that p divides, by p.
        let largestQuotient: Limb

        init(_ value: Limb) {
            self.value = value
            inverse = OddModulus.inverseOfOddLimb(value)
            largestQuotient = Limb.max / value
        }

        /// Whether p divides x. Multiplying by p^-1 permutes the limbs; the multiples 0, p, 2p, ... go to 0, 1, 2, ... up to
        /// the largest quotient, so all others go above it (Hacker's Delight, 2nd edition, section 10-17).
        func divides(_ x: Limb) -> Bool { x &* inverse <= largestQuotient }
    }

    /// All of `smallOddPrimes`, the smallest first, as many to a group as one limb has room for.
    static let all: [SmallPrimeGroup] = {
        var groups: [SmallPrimeGroup] = []
        var group = SmallPrimeGroup()
        for prime in smallOddPrimes {
            let (product, isTooLong) = group.product.multipliedReportingOverflow(by: Limb(prime))
            if isTooLong {
                groups.append(group)
                group = SmallPrimeGroup()
                group.product = Limb(prime)
            } else {
                group.product = product
            }
            group.inverse = OddModulus.inverseOfOddLimb(group.product)
            group.primes.append(Prime(Limb(prime)))
        }
        return groups + [group]
    }()

    /// Whether one of the primes divides the number. Up to there the time depends on the number of limbs alone.
    func hasFactor(of limbs: Span<Limb>) -> Bool {
        let c = remainder(of: limbs)
        var hasFactor = false
        for prime in primes { hasFactor = prime.divides(c) || hasFactor }
        return hasFactor
    }

    /// A limb c with x = -c · 2^(64n) (mod M), where n is the number of limbs: it has the same factors in common with M as x.
    ///
    /// It is Hensel's division, from the low end. Each step adds a multiple of M that makes the lowest limb zero: subtracting
    /// q·M with q = limb · M^-1 mod 2^64. What q·M has above that limb is carried, as a debt c, to the next one.
    func remainder(of limbs: Span<Limb>) -> Limb {
        var c: Limb = 0
        for index in limbs.indices {
            let limb = limbs[index]
            let q = (limb &- c) &* inverse
            c = q.multipliedFullWidth(by: product).high &+ (belowMask(limb, c) & 1)
        }
        return c
    }
}
