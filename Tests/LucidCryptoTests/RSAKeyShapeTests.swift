import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidCrypto

/// The table in `RSAPrivateKey`'s documentation, line by line.
@Suite("RSA keys of unusual shapes")
struct RSAKeyShapeTests {
    /// Whether the key signs and its signature verifies.
    private func signs(_ key: RSATestKey) throws -> Bool {
        let privateKey = try key.key()
        let digest = SHA256.hash([1, 2, 3])
        let signature = try privateKey.signPKCS1(digest: digest.span, hash: .sha256)
        return privateKey.publicKey.isValidPKCS1Signature(signature.span, digest: digest.span, hash: .sha256)
    }

    @Test("small exponents are taken", arguments: [3, 65537] as [UInt])
    func exponents(e: UInt) throws {
        for key in [try RSATestKey.bits2048(e: e), try .bits2047(e: e), try .bits2049(e: e), try .uneven(e: e)] {
            #expect(try signs(key))
        }
    }

    @Test("p below q and p above q are taken")
    func order() throws {
        for key in [try RSATestKey.bits2048(), try .bits2047(), try .bits2049(), try .uneven()] {
            let swapped = try RSATestKey(p: key.q, q: key.p)
            #expect(swapped.n == key.n && swapped.qInv != key.qInv)
            #expect(try signs(key))
            #expect(try signs(swapped))
            // The factors alone swapped: the CRT values belong to the other one then.
            var factorsOnly = key
            swap(&factorsOnly.p, &factorsOnly.q)
            #expect(factorsOnly.problem == .exponentsDisagree)
            swap(&factorsOnly.dP, &factorsOnly.dQ)
            #expect(factorsOnly.problem == .coefficientWrong)
        }
    }

    @Test("odd numbers of bits and factors of different lengths are taken")
    func lengths() throws {
        #expect(try RSATestKey.bits2047().n.bitWidth == 2047)
        #expect(try RSATestKey.bits2049().n.bitWidth == 2049)
        let uneven = try RSATestKey.uneven()
        #expect(uneven.p.bitWidth == 1538 && uneven.q.bitWidth == 512)
        #expect(try signs(uneven))
    }

    @Test("missing factors and CRT values are refused")
    func missing() throws {
        let good = try RSATestKey.bits2048()
        #expect(good.problem == nil)
        func problem(_ change: (inout RSATestKey) -> Void) -> RSAPrivateKey.Problem? {
            var key = good
            change(&key)
            return key.problem
        }
        #expect(problem { $0.p = .zero } == .factorUnusable)
        #expect(problem { $0.q = .zero } == .factorUnusable)
        #expect(problem { ($0.p, $0.q) = (.zero, .zero) } == .factorUnusable)
        #expect(problem { ($0.p, $0.q) = (.one, $0.n) } == .factorUnusable)
        #expect(problem { ($0.p, $0.q) = ($0.n, .one) } == .factorUnusable)
        #expect(problem { $0.p = $0.p + .one } == .factorUnusable)
        #expect(problem { $0.d = .zero } == .exponentsDisagree)
        #expect(problem { $0.dP = .zero } == .exponentsDisagree)
        #expect(problem { $0.dQ = .zero } == .exponentsDisagree)
        #expect(problem { $0.qInv = .zero } == .coefficientWrong)
        #expect(problem { ($0.dP, $0.dQ, $0.qInv) = (.zero, .zero, .zero) } == .exponentsDisagree)
        #expect(problem { ($0.n, $0.p) = (.zero, .zero) } == .publicKey(.modulusLength(bits: 0)))
        #expect(problem { $0.e = .zero } == .publicKey(.exponentTooSmall))
        #expect(problem { $0.e = Natural(65539) } == .exponentsDisagree)
        #expect(problem { $0.n = $0.n + Natural(2) } == .factorsDiffer)
        #expect(problem { $0.q = $0.q + Natural(2) } == .factorsDiffer)
    }

    @Test("numbers that are not reduced are refused; they would be cut")
    func unreduced() throws {
        let good = try RSATestKey.bits2048()
        let pMinusOne = try good.p.minusOne(), qMinusOne = try good.q.minusOne()
        var key = good
        key.dP = good.d
        #expect(key.problem == .exponentsDisagree)
        key = good
        key.dQ = good.dQ + qMinusOne + qMinusOne
        #expect(key.problem == .exponentsDisagree)
        key = good
        key.qInv = good.qInv + good.p
        #expect(key.problem == .coefficientWrong)
        key = good
        // e·d is 1 as before, but d is longer than n.
        key.d = good.d + pMinusOne * qMinusOne * Natural(2)
        #expect(key.problem == .exponentsDisagree)
    }

    @Test("d modulo (p-1)·(q-1) instead of their lcm is taken")
    func exponentByProduct() throws {
        var key = try RSATestKey.bits2048()
        key.d = try RSATestKey.inverse(of: 65537, modulo: try key.p.minusOne() * key.q.minusOne())
        #expect(try key.d != RSATestKey.bits2048().d)
        #expect(try signs(key))
    }

    @Test("one prime twice is refused")
    func square() throws {
        let good = try RSATestKey.bits2048()
        var key = good
        (key.q, key.n, key.dQ) = (key.p, key.p * key.p, key.dP)
        key.d = try RSATestKey.inverse(of: 65537, modulo: key.p.minusOne())
        #expect(key.problem == .coefficientWrong)
    }

    @Test("a factor that is not prime gives out no wrong signature")
    func composite() throws {
        // 3·p instead of p: the numbers agree with each other, but not with Euler's theorem.
        let good = try RSATestKey.bits2048()
        let key = try RSATestKey(p: good.p * Natural(3), q: good.q)
        #expect(key.problem == nil)
        #expect(throws: RSAPrivateKey.SigningProblem.resultDoesNotVerify) { try signs(key) }
    }
}
