import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidCrypto

@Suite("RSASSA-PSS")
struct RSAPSSTests {
    private static let message = Array("Lucid".utf8)
    private static let hashes = HashAlgorithm.allCases.filter { $0 != .md5 }

    private static func key(bits: Int) throws -> RSAPrivateKey {
        switch bits {
        case 2047: try RSATestKey.bits2047().key()
        case 2049: try RSATestKey.bits2049().key()
        default: try RSATestKey.bits2048().key()
        }
    }

    @Test("known answers are made with their salt, and verify", arguments: RSAPSSKnownAnswer.all)
    func knownAnswers(answer: RSAPSSKnownAnswer) throws {
        let key = try Self.key(bits: answer.bits)
        let digest = answer.parameters.hash.hash(Self.message)
        // The salt is the first thing that is drawn; blinding draws the rest.
        var drawn = 0
        let random = RandomSource { bytes in
            drawn += 1
            guard drawn == 1 else { return RandomSource.system.fillBytes(&bytes) }
            for index in 0..<bytes.count { bytes[index] = answer.salt[index] }
        }
        let made = try key.signPSS(digest: digest.span, parameters: answer.parameters, random: random)
        #expect(made == answer.signature)
        #expect(key.publicKey.verifies(answer.signature, digest, answer.parameters))
    }

    @Test("each hash with each hash inside the mask, and a salt of each kind", arguments: hashes, hashes)
    func everyHash(hash: HashAlgorithm, maskHash: HashAlgorithm) throws {
        let key = try Self.key(bits: 2048)
        let digest = hash.hash(Self.message)
        let saltByteCount = [0, hash.digestByteCount, 7][(hash.digestByteCount + maskHash.name.utf8.count) % 3]
        let parameters = RSAPSSParameters(hash: hash, maskHash: maskHash, saltByteCount: saltByteCount)
        // With the source of random numbers named, the old hashes can be used as well, for vectors.
        let signature = try key.signPSS(digest: digest.span, parameters: parameters, random: .system)
        #expect(key.publicKey.verifies(signature, digest, parameters))
        // Another hash inside the mask makes another mask.
        for other in Self.hashes where other != maskHash {
            let otherMask = RSAPSSParameters(hash: hash, maskHash: other, saltByteCount: saltByteCount)
            #expect(!key.publicKey.verifies(signature, digest, otherMask))
        }
    }

    @Test("all lengths of the modulus modulo 8 that change EM's length", arguments: [2047, 2048, 2049])
    func lengths(bits: Int) throws {
        let key = try Self.key(bits: bits)
        let digest = SHA256.hash(Self.message)
        // RFC 8017 §9.1.1 step 3: emLen ≥ hLen + sLen + 2, where emLen is that of bits - 1.
        let longest = (bits - 1 + 7) / 8 - 32 - 2
        for saltByteCount in [0, 1, 32, longest] {
            let parameters = RSAPSSParameters(hash: .sha256, maskHash: .sha256, saltByteCount: saltByteCount)
            let signature = try key.signPSS(digest: digest.span, parameters: parameters)
            #expect(signature.count == (bits + 7) / 8)
            #expect(key.publicKey.verifies(signature, digest, parameters))
            // With salts only the same length verifies.
            for other in [0, 1, 31, 32, 33, longest] where other != saltByteCount {
                let otherSalt = RSAPSSParameters(hash: .sha256, maskHash: .sha256, saltByteCount: other)
                #expect(!key.publicKey.verifies(signature, digest, otherSalt), "\(saltByteCount) as \(other)")
            }
        }
    }

    @Test("nothing is signed with SHA-1 or MD5", arguments: [HashAlgorithm.sha1, .md5])
    func oldHashes(hash: HashAlgorithm) throws {
        let key = try Self.key(bits: 2048)
        let digest = hash.hash(Self.message)
        #expect(throws: RSAPrivateKey.SigningProblem.hashNotForSigning(hash)) {
            try key.signPSS(digest: digest.span, parameters: RSAPSSParameters(hash))
        }
        let mask = RSAPSSParameters(hash: .sha256, maskHash: hash, saltByteCount: 32)
        let sha256 = SHA256.hash(Self.message)
        #expect(throws: RSAPrivateKey.SigningProblem.hashNotForSigning(hash)) {
            try key.signPSS(digest: sha256.span, parameters: mask)
        }
        #expect(throws: RSAPrivateKey.SigningProblem.hashNotForSigning(hash)) {
            try key.signPKCS1(digest: digest.span, hash: hash)
        }
    }

    @Test("a salt that has no room is refused", arguments: [223, 256, 257, 1 << 40, Int.max, -1, Int.min])
    func noRoom(saltByteCount: Int) throws {
        let key = try Self.key(bits: 2048)
        let digest = SHA256.hash(Self.message)
        let parameters = RSAPSSParameters(hash: .sha256, maskHash: .sha256, saltByteCount: saltByteCount)
        #expect(throws: RSAPrivateKey.SigningProblem.keyTooShortForHash) {
            try key.signPSS(digest: digest.span, parameters: parameters)
        }
        let signature = try key.signPSS(digest: digest.span, parameters: RSAPSSParameters(.sha256))
        #expect(!key.publicKey.verifies(signature, digest, parameters))
    }

    @Test("altered signatures, digests and lengths do not verify", arguments: RSAPSSKnownAnswer.all)
    func altered(answer: RSAPSSKnownAnswer) throws {
        let publicKey = try Self.key(bits: answer.bits).publicKey
        let digest = answer.parameters.hash.hash(Self.message)
        for index in stride(from: 0, to: answer.signature.count, by: 17) {
            var signature = answer.signature
            signature[index] ^= 0x10
            #expect(!publicKey.verifies(signature, digest, answer.parameters))
        }
        #expect(!publicKey.verifies(answer.signature + [0], digest, answer.parameters))
        #expect(!publicKey.verifies([0] + answer.signature, digest, answer.parameters))
        #expect(!publicKey.verifies(Array(answer.signature.dropLast()), digest, answer.parameters))
        #expect(!publicKey.verifies([], digest, answer.parameters))
        #expect(!publicKey.verifies(answer.signature, Array(digest.dropLast()), answer.parameters))
        #expect(!publicKey.verifies(answer.signature, answer.parameters.hash.hash([1]), answer.parameters))
        // The same number plus n, where it has as many octets: RSAVP1 takes only numbers below n.
        let plusN = Natural(bigEndian: answer.signature) + publicKey.modulus.value
        if let octets = plusN.bigEndianBytes(count: publicKey.byteCount) {
            #expect(!publicKey.verifies(octets, digest, answer.parameters))
        }
    }

    /// EM with one part wrong, signed: RFC 8017 §9.1.2 has a step for each.
    @Test("encodings with one part wrong do not verify")
    func wrongEncodings() throws {
        let key = try Self.key(bits: 2048)
        let digest = SHA256.hash(Self.message)
        let parameters = RSAPSSParameters(.sha256)
        let salt = [UInt8](repeating: 7, count: 32)
        let encoded = EMSAPSS.encode(digest: digest.span, salt: salt, parameters: parameters, bitCount: 2047)
        let good = try #require(encoded)
        func verifies(_ em: [UInt8]) throws -> Bool {
            let s = try key.signaturePrimitive(Natural(bigEndian: em), random: .system)
            let signature = try #require(s.bigEndianBytes(count: 256))
            return key.publicKey.verifies(signature, digest, parameters)
        }
        #expect(try verifies(good))
        // Step 4: the trailer. Step 10: PS (flipping a bit of maskedDB flips it in DB). Then 01, salt, and H.
        for index in [255, 1, 100, 190, 191, 192, 222, 223, 254] {
            var em = good
            em[index] ^= 1
            #expect(try !verifies(em), "octet \(index)")
        }
        // Step 6: the topmost bit has to be zero; with it EM may still be below n.
        var em = good
        em[0] |= 0x80
        if Natural(bigEndian: em) < key.publicKey.modulus.value { #expect(try !verifies(em)) }
    }
}

extension RSAPublicKey {
    /// With arrays, which the macros can take apart.
    fileprivate func verifies(_ signature: [UInt8], _ digest: [UInt8], _ parameters: RSAPSSParameters) -> Bool {
        isValidPSSSignature(signature.span, digest: digest.span, parameters: parameters)
    }
}
