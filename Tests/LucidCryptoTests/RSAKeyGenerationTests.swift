import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidCrypto

@Suite("RSA key generation, FIPS 186-5 A.1")
struct RSAKeyGenerationTests {
    /// The numbers of a key, for looking at them.
    private func numbers(of key: borrowing RSAPrivateKey) -> (p: Natural, q: Natural, d: Natural) {
        var found = (p: Natural.zero, q: Natural.zero, d: Natural.zero)
        key.withNumbers { numbers in
            found = (numbers.prime1.revealed(), numbers.prime2.revealed(), numbers.privateExponent.revealed())
        }
        return found
    }

    @Test("keys have the properties that A.1.1 and A.1.3 ask for", arguments: [2048, 2048, 2050, 2306])
    func properties(nlen: Int) throws {
        guard let key = RSAPrivateKey.generate(bitCount: nlen) else { throw RSATestKey.Unusable() }
        let (p, q, d) = numbers(of: key)
        let e = key.publicKey.exponent
        // A.1.1: e is odd, from 2^16 + 1 to 2^256 - 1; n has nlen bits.
        #expect(e == Natural(65537))
        #expect(p * q == key.publicKey.modulus.value && key.publicKey.modulus.bitWidth == nlen)
        // Steps 4.4 and 5.4: both at least √2 · 2^(nlen/2 - 1), and of half the length.
        for prime in [p, q] {
            #expect(prime.bitWidth == nlen / 2)
            #expect((prime * prime).bitWidth == nlen)
            #expect(isProbablyPrime(prime, rounds: 8))
            // Steps 4.5, 5.6: coprime to e.
            #expect(try greatestCommonDivisor(prime.minusOne(), e) == .one)
        }
        // Step 5.5: far apart.
        let distance = try #require(p.subtracting(q) ?? q.subtracting(p))
        #expect(distance.bitWidth > nlen / 2 - 100)
        // A.1.1, 3: 2^(nlen/2) < d < lcm(p-1, q-1), and e·d = 1 modulo that.
        let (pMinusOne, qMinusOne) = (try p.minusOne(), try q.minusOne())
        let lcm = try (pMinusOne * qMinusOne).quotient(greatestCommonDivisor(pMinusOne, qMinusOne))
        #expect(d.bitWidth > nlen / 2 && d < lcm)
        #expect(try (e * d).remainder(lcm) == .one)
        // And an independent calculation comes to the same key, CRT values included.
        let again = try RSATestKey(p: p, q: q)
        #expect(again.d == d && again.problem == nil)
        let qInv = key.withNumbers { $0.coefficient.revealed() }
        #expect(qInv == again.qInv)
    }

    @Test("the primes' distance, to the bit")
    func distance() {
        func areFarApart(_ a: Natural, _ b: Natural) -> Bool {
            RSAPrivateKey.areFarApart(
                SecretNatural(a, limbCount: 16), SecretNatural(b, limbCount: 16), nlen: 2048)
        }
        let p = (Natural.one << 1023) + Natural(12345)
        let bound = Natural.one << 924
        #expect(!areFarApart(p, p))
        #expect(!areFarApart(p, p + Natural(2)))
        #expect(!areFarApart(p + (Natural.one << 923), p))
        #expect(!areFarApart(p, p + (Natural.one << 923)))
        #expect(areFarApart(p, p + bound + .one))
        #expect(areFarApart(p + bound + .one, p))
        #expect(areFarApart(p, p + (bound << 50)))
    }

    @Test("two primes that are the same are thrown away")
    func samePrimes() throws {
        // The generator begins again after the first prime, so the second one is the same; after that it goes on.
        let generator = Generator()
        var found = 0
        let key = RSAPrivateKey.generate(bitCount: 2048, random: generator.source) { step in
            guard step == .foundPrime else { return }
            found += 1
            if found == 1 { generator.state = 1 }
        }
        #expect(found == 4)
        guard let key else { throw RSATestKey.Unusable() }
        let (p, q, _) = numbers(of: key)
        #expect(p != q)
    }

    /// A generator of numbers that only look random (SplitMix64), so that they can be repeated.
    private final class Generator {
        var state: UInt64 = 1

        var source: RandomSource {
            RandomSource { bytes in
                for index in 0..<bytes.count {
                    self.state &+= 0x9e37_79b9_7f4a_7c15
                    var z = self.state
                    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
                    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
                    bytes[index] = UInt8(truncatingIfNeeded: z ^ z >> 31)
                }
            }
        }
    }

    @Test(
        "rounds of Miller-Rabin by table B.1",
        arguments: [(1024, 5), (1280, 5), (1535, 5), (1536, 4), (2048, 4), (3072, 4), (4096, 4)])
    func rounds(bits: Int, rounds: Int) { #expect(RSAPrivateKey.millerRabinRounds(bits: bits) == rounds) }

    @Test("progress tells candidates and primes in their order")
    func progress() throws {
        var steps: [RSAKeyGenerationStep] = []
        guard let key = RSAPrivateKey.generate(bitCount: 2048, progress: { steps.append($0) }) else {
            throw RSATestKey.Unusable()
        }
        #expect(key.publicKey.modulus.bitWidth == 2048)
        // A prime is a candidate first.
        #expect(steps.first == .testingCandidate && steps.last == .foundPrime)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 != .foundPrime || $1 != .foundPrime })
    }
}
