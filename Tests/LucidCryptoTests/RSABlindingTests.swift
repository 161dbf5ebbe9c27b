import LucidNumber
import Testing

@testable import LucidCrypto

@Suite("RSA blinding")
struct RSABlindingTests {
    /// The system's random numbers, and how often some were drawn.
    private final class Counter {
        var draws = 0
        var random: RandomSource {
            RandomSource { bytes in
                self.draws += 1
                RandomSource.system.fillBytes(&bytes)
            }
        }
    }

    @Test("each signature has another pair, which undoes itself, and every 32nd comes from a new number")
    func pairs() throws {
        let key = try RSATestKey.bits2048().key().publicKey
        let n = key.modulus
        let blindings = RSABlindings()
        let counter = Counter()
        var factors: Set<Natural> = []
        var drawsBefore = 0
        for use in 0..<3 * RSABlindings.pairsFromOneNumber {
            let pair = blindings.next(for: key, random: counter.random)
            #expect((counter.draws > drawsBefore) == (use % RSABlindings.pairsFromOneNumber == 0))
            drawsBefore = counter.draws
            let factor = n.fromMontgomery(pair.factor).revealed()
            // r^e · (r^-1)^e = 1.
            let inverse = n.fromMontgomery(pair.inverse).revealed()
            #expect(n.multiply(factor, n.power(inverse, key.exponent)) == .one)
            #expect(factors.insert(factor).inserted)
        }
    }

    @Test("signatures stay the same and right while the pairs change")
    func signatures() throws {
        let key = try RSATestKey.bits2048().key()
        let digest = SHA256.hash([1, 2, 3])
        let first = try key.signPKCS1(digest: digest.span, hash: .sha256)
        for _ in 0...RSABlindings.pairsFromOneNumber {
            #expect(try key.signPKCS1(digest: digest.span, hash: .sha256) == first)
        }
    }
}
