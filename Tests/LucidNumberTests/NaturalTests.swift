import LucidNumber
import Testing

@Suite("Natural numbers")
struct NaturalTests {
    @Test("octets, hexadecimal and decimal tell the same number")
    func conversions() {
        let number = Natural(bigEndian: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xff])
        #expect(number.hexadecimal == "10000000000000000ff")
        #expect(number.description == "4722366482869645213951")
        #expect(number.bigEndianBytes.count == 10)
        #expect(number.bigEndianBytes(count: 9) == nil)
        #expect(number.bigEndianBytes(count: 12) == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xff])
        #expect(Natural.zero.description == "0" && Natural.zero.bigEndianBytes.isEmpty)
        #expect(Natural(hexadecimal: "fFeE") == Natural(0xffee))
        #expect(Natural(hexadecimal: "") == nil && Natural(hexadecimal: "0x1") == nil)
    }

    @Test("octets of any number, leading zeros among them, are read and written alike")
    func octets() {
        for count in 0...40 {
            let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 1) }
            let number = Natural(bigEndian: octets)
            #expect(number == octets.reduce(.zero) { ($0 << 8) + Natural(UInt($1)) })
            #expect(Natural(bigEndian: [UInt8](repeating: 0, count: 40 - count) + octets) == number)
            #expect(number.bigEndianBytes == octets)
        }
    }

    @Test("the ring laws hold for random numbers of 0 to 5 limbs")
    func ringLaws() throws {
        for round in 0..<200 {
            let a = random(limbs: round % 6), b = random(limbs: round / 6 % 6), c = random(limbs: round % 4)
            #expect(a + b == b + a)
            #expect(a * b == b * a)
            #expect((a + b) * c == a * c + b * c)
            #expect((a + b).subtracting(b) == a)
            #expect((a << 67) >> 67 == a)
            if let divisor = Divisor(b) {
                let (q, r) = a.quotientAndRemainder(dividingBy: divisor)
                #expect(q * b + r == a && r < b)
            }
        }
    }

    @Test("a difference below zero is nil, zero is no divisor")
    func refusals() {
        #expect(Natural(3).subtracting(Natural(4)) == nil)
        #expect(Divisor(.zero) == nil)
    }
}

@Suite("Odd moduli")
struct OddModulusTests {
    @Test("even, tiny and huge numbers are no odd modulus", arguments: [0, 1, 2, 4, 65536])
    func refusals(value: UInt) {
        #expect(OddModulus(Natural(value)) == nil)
        #expect(OddModulus((Natural.one << OddModulus.maximumBitWidth) + .one) == nil)
    }

    @Test("public and secret powers agree with each other and with Fermat")
    func powers() throws {
        // 2^255 - 19 and 2^521 - 1 are prime: a^(p-1) = 1.
        for (bits, minus) in [(255, 19), (521, 1)] as [(Int, UInt)] {
            let p = try #require((Natural.one << bits).subtracting(Natural(minus)))
            let modulus = try #require(OddModulus(p))
            for _ in 0..<10 {
                let a = modulus.reduce(random(limbs: 9)), e = random(limbs: 3)
                #expect(modulus.power(a, p.subtracting(.one)!) == .one)
                let secret = modulus.power(modulus.residue(a), SecretNatural(e, limbCount: 3))
                #expect(secret.revealed() == modulus.power(a, e))
                let inverse = try #require(modulus.inverse(of: a))
                #expect(modulus.multiply(a, inverse) == .one)
                let secretInverse = reveal(modulus.inverse(of: modulus.residue(a)))
                #expect(secretInverse == inverse)
            }
        }
    }

    @Test("public powers are what repeated products give, also for moduli just above and below a power of R")
    func publicPowers() throws {
        for limbCount in [1, 2, 3, 32] {
            let r = Natural.one << (64 * limbCount)
            for value in [r.subtracting(.one)!, (r >> 1) + .one, random(limbs: limbCount) * Natural(2) + Natural(3)] {
                let modulus = try #require(OddModulus(value))
                for base in [
                    Natural.zero, .one, value.subtracting(.one)!, value, value + Natural(5), random(limbs: 40),
                ] {
                    var product = Natural.one
                    for exponent in 0..<20 as Range<UInt> {
                        #expect(modulus.power(base, Natural(exponent)) == product)
                        product = modulus.multiply(product, base)
                    }
                }
            }
        }
    }

    @Test(
        "octets of every length become limbs and come back",
        arguments: [0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65])
    func octets(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 1 + $0 &* 37) }
        let number = bytes.reduce(Natural.zero) { $0 * Natural(256) + Natural(UInt($1)) }
        #expect(Natural(bigEndian: bytes) == number)
        for padding in 0..<10 {
            #expect(number.bigEndianBytes(count: count + padding) == [UInt8](repeating: 0, count: padding) + bytes)
        }
    }

    @Test("threads that ask for a fresh modulus's constants at once get the same ones")
    func constantsOnDemand() async throws {
        let base = random(limbs: 4), exponent = Natural(65537)
        for _ in 0..<20 {
            let value = (random(limbs: 8) << 1) + .one
            let shared = try #require(OddModulus(value))
            // 65537 is 2^16 + 1; the products know nothing of the constants.
            let expected = shared.multiply((0..<16).reduce(base) { power, _ in shared.multiply(power, power) }, base)
            let results = await withTaskGroup(of: Natural.self, returning: [Natural].self) { group in
                for _ in 0..<8 { group.addTask { shared.power(base, exponent) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results == Array(repeating: expected, count: 8))
        }
    }

    @Test("secret sums, differences and products agree with public ones")
    func secretArithmetic() throws {
        let modulus = try #require(
            OddModulus(Natural(hexadecimal: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")!))
        for round in 0..<50 {
            let a = modulus.reduce(random(limbs: 4)), b = round % 5 == 0 ? a : modulus.reduce(random(limbs: 4))
            let x = modulus.residue(a), y = modulus.residue(b)
            var result = modulus.zeroResidue()
            modulus.add(x, y, into: &result)
            #expect(result.revealed() == modulus.add(a, b))
            modulus.subtract(x, y, into: &result)
            #expect(result.revealed() == modulus.subtract(a, b))
            #expect(modulus.multiply(x, y).revealed() == modulus.multiply(a, b))
            #expect(modulus.fromMontgomery(modulus.montgomery(x)).revealed() == a)
            #expect((x.isBelow(y) == 1) == (a < b) && (x.equals(y) == 1) == (a == b))
        }
    }

    @Test("numbers without a common inverse have none")
    func noInverse() throws {
        let modulus = try #require(OddModulus(Natural(15)))
        #expect(modulus.inverse(of: Natural(5)) == nil)
        #expect(reveal(modulus.inverse(of: modulus.residue(Natural(5)))) == nil)
    }
}

@Suite("Primality and random numbers")
struct PrimalityTests {
    @Test(
        "known primes and composites",
        arguments: [
            (2, true), (3, true), (4, false), (9, false), (561, false), (3_215_031_751, false), (65537, true),
            (4093, true), (65521, true), (65521 * 65521, false), (4_295_098_369, false), (3 * 65521, false),
            (18_446_744_073_709_551_557, true), (1, false), (0, false),
        ] as [(UInt, Bool)])
    func known(number: UInt, isPrime: Bool) {
        #expect(isProbablyPrime(Natural(number)) == isPrime)
    }

    @Test("small factors are found as long division finds them", arguments: 1...40)
    func smallFactors(limbs: Int) {
        for _ in 0..<20 {
            let number = random(limbs: limbs)
            let secret = SecretNatural(number, limbCount: limbs)
            let hasFactor = smallOddPrimes.contains { secret.remainder(dividingBy: $0) == 0 }
            let isFound = secret.hasSmallOddFactor
            #expect(isFound == hasFactor, "\(number)")
        }
    }

    @Test("each small prime is seen in each of its multiples")
    func eachSmallPrime() {
        // 2^61 - 1 and 2^127 - 1 are primes of Mersenne: nothing small divides them or their product.
        let cofactor = Natural((1 << 61) - 1) * ((Natural(1) << 127).subtracting(Natural(1)) ?? Natural(1))
        #expect(!hasSmallOddFactor(cofactor))
        for prime in smallOddPrimes {
            #expect(hasSmallOddFactor(cofactor * Natural(UInt(prime))), "\(prime)")
        }
        #expect(smallOddPrimes.count == 6541)  // the odd primes below 2^16
    }

    @Test("random numbers below a bound stay in it and reach both ends")
    func uniform() throws {
        let bound = try #require(Divisor(Natural(5)))
        var counts = [UInt: Int]()
        for _ in 0..<2000 { counts[RandomSource.system.secretNatural(below: bound).revealed().small!, default: 0] += 1 }
        #expect(Set(counts.keys) == [1, 2, 3, 4])
        #expect(counts.values.allSatisfy { $0 > 350 && $0 < 650 })
    }
}

private func hasSmallOddFactor(_ number: Natural) -> Bool {
    SecretNatural(number, limbCount: number.limbs.count).hasSmallOddFactor
}

/// A random number of exactly so many random limbs; now and then with runs of zeros or ones.
private func random(limbs: Int) -> Natural {
    let bytes = RandomSource.system.bytes(count: limbs * 8 + 1)
    return Natural(bigEndian: bytes.dropLast().map { [0, 1].contains(bytes.last! % 4) ? $0 : ($0 < 128 ? 0 : 255) })
}

private func reveal(_ secret: consuming SecretNatural?) -> Natural? {
    guard let secret else { return nil }
    return secret.revealed()
}
