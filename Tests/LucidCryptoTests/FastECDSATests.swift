import LucidNumber
import Testing

@testable import LucidCrypto

@Suite("ECDSA on the fast engine beside the reference engine")
struct FastECDSATests {
    @Test("both engines sign alike, and accept and refuse alike", arguments: NamedCurve.allCases)
    func same(curve: NamedCurve) {
        let reference = ReferenceEngine(curve: curve.parameters)
        for round in 0..<rounds(3, exhaustive: 1000) {
            let key = ECPrivateKey.generate(curve)
            let publicKey = key.publicKey
            let point = reference.publicPoint(key.d)
            #expect(publicKey.x == point.x && publicKey.y == point.y)
            let digest = RandomSource.system.bytes(count: 64 - 20 * (round % 3))
            let hash = curve.usualHash
            let signature = key.sign(digest: digest.span, hash: hash)
            let slow = key.sign(digest: digest.span, hash: hash, engine: reference)
            #expect(signature == slow)
            let changed = ECDSASignature(r: signature.r, s: signature.s + .one)
            for (candidate, isValid) in [(signature, true), (changed, false)] {
                let byFast = publicKey.isValidSignature(candidate, digest: digest.span)
                let byReference = publicKey.isValidSignature(candidate, digest: digest.span, engine: reference)
                #expect(byFast == isValid && byReference == isValid)
            }
        }
    }
}
