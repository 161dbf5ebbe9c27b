import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidCrypto

@Suite("RSA PKCS#1 v1.5")
struct RSATests {
    @Test("a generated key has the length asked for, signs, and its signature verifies")
    func generateSignVerify() throws {
        var tested = 0, found = 0
        guard
            let key = RSAPrivateKey.generate(
                bitCount: 2048,
                progress: { step in
                    if step == .foundPrime { found += 1 } else { tested += 1 }
                })
        else { throw Missing() }
        let publicKey = key.publicKey
        #expect(publicKey.modulus.bitWidth == 2048 && publicKey.exponent == Natural(65537))
        #expect(found >= 2 && tested >= found)
        let digest = SHA256.hash([1, 2, 3])
        let signature = try key.signPKCS1(digest: digest.span, hash: .sha256)
        #expect(publicKey.verifies(signature, digest))
        // Blinding is random, the signature is not.
        #expect(try key.signPKCS1(digest: digest.span, hash: .sha256) == signature)

        for index in [0, 1, 100, 255] {
            var altered = signature
            altered[index] ^= 1
            #expect(!publicKey.verifies(altered, digest))
        }
        #expect(!publicKey.verifies(signature, SHA256.hash([1])))
        #expect(!publicKey.verifies(([0] + signature), digest))
        #expect(!publicKey.verifies(Array(signature.dropLast()), digest))
        let plusN = (Natural(bigEndian: signature) + publicKey.modulus.value).bigEndianBytes(count: 256)
        if let plusN { #expect(!publicKey.verifies(plusN, digest)) }
    }
    struct Missing: Error {}

    @Test("a key whose numbers do not belong together is refused, and a faulty one gives out no signature")
    func faults() throws {
        guard let key = RSAPrivateKey.generate(bitCount: 2048) else { throw Missing() }
        let wrongCoefficient = key.withNumbers { refusal($0) { $0.coefficient.add(limb: 1) } }
        #expect(wrongCoefficient == .coefficientWrong)
        let wrongExponent = key.withNumbers { refusal($0) { $0.exponent1.add(limb: 2) } }
        #expect(wrongExponent == .exponentsDisagree)
        let wrongFactor = key.withNumbers { refusal($0) { $0.prime1.add(limb: 2) } }
        #expect(wrongFactor == .factorsDiffer)
        let evenFactor = key.withNumbers { refusal($0) { $0.prime2.add(limb: 1) } }
        #expect(evenFactor == .factorUnusable)
        let untouched = key.withNumbers { refusal($0) { _ in } }
        #expect(untouched == nil)
    }

    private func refusal(
        _ numbers: borrowing RSAPrivateKey.Numbers, _ change: (inout RSAPrivateKey.Numbers) -> Void
    ) -> RSAPrivateKey.Problem? {
        var copy = RSAPrivateKey.Numbers(
            modulus: numbers.modulus, publicExponent: numbers.publicExponent,
            privateExponent: numbers.privateExponent.copy(), prime1: numbers.prime1.copy(),
            prime2: numbers.prime2.copy(),
            exponent1: numbers.exponent1.copy(), exponent2: numbers.exponent2.copy(),
            coefficient: numbers.coefficient.copy())
        change(&copy)
        do throws(RSAPrivateKey.Problem) {
            _ = try RSAPrivateKey(copy)
            return nil
        } catch { return error }
    }

    @Test("public keys out of the stated bounds are refused with the reason")
    func publicKeyRules() {
        let n = (Natural.one << 2047) + Natural(1)
        #expect(throws: RSAPublicKey.Problem.exponentTooSmall) { try RSAPublicKey(modulus: n, exponent: .one) }
        #expect(throws: RSAPublicKey.Problem.exponentEven) { try RSAPublicKey(modulus: n, exponent: Natural(4)) }
        #expect(throws: RSAPublicKey.Problem.exponentTooLarge) {
            try RSAPublicKey(modulus: n, exponent: (.one << 300) + .one)
        }
        #expect(throws: RSAPublicKey.Problem.modulusEven) { try RSAPublicKey(modulus: n + .one, exponent: Natural(3)) }
        #expect(throws: RSAPublicKey.Problem.modulusLength(bits: 1023)) {
            try RSAPublicKey(modulus: (.one << 1022) + .one, exponent: Natural(3))
        }
        #expect(throws: RSAPublicKey.Problem.modulusLength(bits: 0)) {
            try RSAPublicKey(modulus: .zero, exponent: Natural(3))
        }
    }

    @Test("lengths that can not be generated give nil", arguments: [0, -1, 1024, 2047, 2049, 8194])
    func lengths(bits: Int) {
        if let _ = RSAPrivateKey.generate(bitCount: bits) { Issue.record("a key of \(bits) bits") }
    }
}

extension RSAPublicKey {
    /// With arrays, which the macros can take apart.
    fileprivate func verifies(_ signature: [UInt8], _ digest: [UInt8]) -> Bool {
        isValidPKCS1Signature(signature.span, digest: digest.span, hash: .sha256)
    }
}
