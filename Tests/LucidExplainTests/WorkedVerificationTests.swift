import LucidCrypto
import LucidDER
import LucidExplain
import LucidJSON
import LucidModel
import LucidSignature
import LucidTestSupport
import Testing

/// Every number of a worked verification is computed again by Python; what it decides is what the fast engines decide.
struct WorkedVerificationTests {
    /// A signature, right or altered, and what Python needs beside the verification.
    struct Case {
        let signature: DERBitString
        let message: DERBytes
        let scheme: SignatureScheme
        let signer: SubjectPublicKeyInfo

        /// Whether the engines that decide in Lucid take it.
        var isValid: Bool {
            guard let algorithm = scheme.algorithmIdentifier else { return false }
            return (try? SignatureChecker.check(signature, over: message, algorithm: algorithm, signer: signer)) != nil
        }

        var worked: WorkedVerification? {
            guard let algorithm = scheme.algorithmIdentifier else { return nil }
            return try? SignatureChecker.worked(signature, over: message, algorithm: algorithm, signer: signer)
        }

        /// What `recompute.py` reads.
        func json(_ worked: WorkedVerification) -> JSONValue {
            var mask: String?
            if case .rsaPSS(let parameters) = scheme { mask = Self.pythonName(parameters.maskHash) }
            return .object([
                "verification": worked.json, "message": .string(hex(message)),
                "hash": .string(Self.pythonName(scheme.hash)),
                "mask": mask.map { .string($0) },
                "states": scheme == .ed25519 ? nil : scheme.hash.worked(message.array)?.json,
            ])
        }

        private static func pythonName(_ hash: HashAlgorithm) -> String {
            hash.name.lowercased().replacing("-", with: "")
        }
    }

    private static let schemes: [(SigningKey.Kind, [SignatureScheme])] = [
        (
            .rsa(bits: 2048),
            [
                .rsaPKCS1(.sha256), .rsaPKCS1(.sha384), .rsaPKCS1(.sha512), .rsaPKCS1(.sha224),
                .rsaPSS(RSAPSSParameters(.sha256)),
                .rsaPSS(RSAPSSParameters(hash: .sha512, maskHash: .sha256, saltByteCount: 20)),
                .rsaPSS(RSAPSSParameters(hash: .sha256, maskHash: .sha256, saltByteCount: 0)),
            ]
        ),
        (.p256, [.ecdsa(.sha256), .ecdsa(.sha512)]), (.p384, [.ecdsa(.sha384), .ecdsa(.sha256)]),
        (.p521, [.ecdsa(.sha512)]), (.ed25519, [.ed25519]),
    ]

    /// For each scheme a right signature, one with an altered bit in the front and one at the end, and one over another message.
    private static func cases() throws -> [Case] {
        var cases: [Case] = []
        for (kind, schemes) in schemes {
            let key = try SigningKey.generate(kind)
            for scheme in schemes {
                let message = Array("What is signed, by \(scheme)".utf8)
                let signature = try key.sign(message.span, by: scheme)
                let info = key.publicKey.info
                func add(_ signature: [UInt8], _ message: [UInt8]) {
                    cases.append(
                        Case(
                            signature: DERBitString(DERBytes(signature)), message: DERBytes(message), scheme: scheme,
                            signer: info))
                }
                add(signature, message)
                add(signature, message + [0])
                for place in [signature.count / 3, signature.count - 1] {
                    var altered = signature
                    altered[place] ^= 1
                    add(altered, message)
                }
            }
        }
        return cases
    }

    @Test func `Python computes the same numbers, and the fast engines decide alike`() throws {
        let python = try #require(Programs.python3)
        var objects: [JSONValue] = []
        for item in try Self.cases() {
            let worked = try #require(item.worked, "\(item.scheme)")
            #expect(worked.isValid == item.isValid, "\(item.scheme)")
            objects.append(item.json(worked))
        }
        #expect(objects.count == 52)
        let result = try Programs.run(
            python, [Checkout.fixtures.appending(path: "worked/recompute.py").path],
            stdin: Array(JSONValue.array(objects).text.utf8))
        #expect(result.errors == "")
        let lines = result.output.split(separator: "\n")
        // Only the last line, which counts.
        #expect(lines.count == 1, "\(lines.prefix(5))")
        #expect(lines.last?.hasSuffix("numbers computed") == true)
    }

    @Test(arguments: [HashAlgorithm.sha1, .sha224, .sha256, .sha384, .sha512, .sha512_224, .sha512_256])
    func `the states of a hash end in its digest, at every length around a block's end`(hash: HashAlgorithm) throws {
        for count in [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 300] {
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let worked = try #require(hash.worked(message))
            let octets = (worked.blocks.last?.state ?? []).flatMap { word in
                (0..<worked.wordBitCount / 8).reversed().map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
            }
            #expect(Array(octets.prefix(hash.digestByteCount)) == hash.hash(message), "\(count)")
            #expect(worked.blocks.reduce(0) { $0 + $1.messageByteCount } == count)
        }
    }

    private func worked(_ kind: SigningKey.Kind, _ scheme: SignatureScheme, alteredBit: UInt8 = 0) throws
        -> WorkedVerification
    {
        let key = try SigningKey.generate(kind)
        let message = Array("message".utf8)
        var signature = try key.sign(message.span, by: scheme)
        signature[signature.count - 1] ^= alteredBit
        let item = Case(
            signature: DERBitString(DERBytes(signature)), message: DERBytes(message), scheme: scheme,
            signer: key.publicKey.info)
        return try #require(item.worked)
    }

    @Test func `the steps of PSS are those of two sections, and each says of which`() throws {
        let worked = try worked(.rsa(bits: 2048), .rsaPSS(RSAPSSParameters(.sha256)))
        #expect(
            worked.steps.map(\.label).filter { !$0.isEmpty } == [
                "§8.1.2 1", "§8.1.2 2 a", "§8.1.2 2 b", "§8.1.2 2 c", "§9.1.2 3", "§9.1.2 7", "§9.1.2 8", "§9.1.2 9",
                "§9.1.2 12", "§9.1.2 13", "§9.1.2 4, 6, 10, 14",
            ])
        #expect(worked.steps.contains { $0.formula.contains("leftmost 8·emLen - emBits = 1 bit made zero") })
    }

    @Test(arguments: [SignatureScheme.rsaPSS(RSAPSSParameters(.sha256)), .rsaPKCS1(.sha256)])
    func `of a block that may be garbage it is said what it has to be`(scheme: SignatureScheme) throws {
        let worked = try worked(.rsa(bits: 2048), scheme, alteredBit: 1)
        #expect(!worked.isValid)
        for step in worked.steps where step.name == "EM" || step.label.hasSuffix("9") {
            #expect(step.sentence.contains("to be"), "\(step.sentence)")
        }
    }

    @Test(
        arguments: [
            (.p521, .sha512, "the whole hash"), (.p521, .sha256, "the whole hash"), (.p256, .sha256, "the whole hash"),
            (.p384, .sha512, "the leftmost 384 bits of the hash"),
        ] as [(SigningKey.Kind, HashAlgorithm, String)])
    func `e is as much of the hash as n has bits`(kind: SigningKey.Kind, hash: HashAlgorithm, formula: String) throws {
        #expect(try worked(kind, .ecdsa(hash)).steps.first { $0.name == "e" }?.formula == formula)
    }

    @Test func `the text names every step`() throws {
        let key = try SigningKey.generate(.p256)
        let message = Array("message".utf8)
        let signature = try key.sign(message.span, by: .ecdsa(.sha256))
        let item = Case(
            signature: DERBitString(DERBytes(signature)), message: DERBytes(message), scheme: .ecdsa(.sha256),
            signer: key.publicKey.info)
        let text = WorkedVerificationText.text(try #require(item.worked))
        for name in ["r", "s", "e", "w", "u1", "u2", "R", "v"] {
            #expect(text.contains("\(name) ") && text.contains("Step"), "\(name)")
        }
        #expect(text.contains("✓ v = r"))
    }
}
