import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Signatures")
struct SignatureTests {
    private static let rsa = AlgorithmIdentifier(
        OID.sha256WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
    private static let ecdsa = AlgorithmIdentifier(OID.ecdsaWithSHA256)

    /// Everything that a check of one certificate looks at.
    private func parts(
        _ leaf: String, by signer: String
    ) throws -> (signature: [UInt8], message: [UInt8], algorithm: AlgorithmIdentifier, signer: PublicKey) {
        let certificate = try fixture(leaf)
        return (
            certificate.signatureValue.bytes.array, certificate.tbsBytes.array, certificate.signatureAlgorithm,
            try PublicKey(fixture(signer).subjectPublicKeyInfo)
        )
    }

    @Test("RSA: with any octet of the signed part or of the signature altered, nothing verifies")
    func alteredRSA() throws {
        let (signature, message, algorithm, signer) = try parts("leaf-rsa-2048", by: "root-rsa-2048")
        #expect(problem(DERBitString(DERBytes(signature)), over: message, algorithm, signer) == nil)
        for index in message.indices {
            var altered = message
            altered[index] ^= 1 << UInt8(index % 8)
            let found = problem(DERBitString(DERBytes(signature)), over: altered, algorithm, signer)
            if found != .doesNotVerify {
                Issue.record("octet \(index) of the signed part: \(String(describing: found))")
            }
        }
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 1 << UInt8(index % 8)
            let found = problem(DERBitString(DERBytes(altered)), over: message, algorithm, signer)
            if found != .doesNotVerify { Issue.record("octet \(index) of the signature: \(String(describing: found))") }
        }
        for bad in [[], Array(signature.dropLast()), signature + [0], [0] + signature, Array(signature.dropFirst())] {
            #expect(problem(DERBitString(DERBytes(bad)), over: message, algorithm, signer) == .doesNotVerify)
        }
    }

    @Test("P-256: the same for some octets of the signed part and all of the signature")
    func alteredECDSA() throws {
        let (signature, message, algorithm, signer) = try parts("leaf-p256", by: "root-p256")
        #expect(problem(DERBitString(DERBytes(signature)), over: message, algorithm, signer) == nil)
        for index in stride(from: 0, to: message.count, by: 37) {
            var altered = message
            altered[index] ^= 0x10
            #expect(problem(DERBitString(DERBytes(signature)), over: altered, algorithm, signer) == .doesNotVerify)
        }
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 0x01
            let found = problem(DERBitString(DERBytes(altered)), over: message, algorithm, signer)
            switch found {
            case .doesNotVerify?, .malformed?: break
            default: Issue.record("octet \(index) of the signature: \(String(describing: found))")
            }
        }
    }

    @Test(
        "ECDSA signatures are DER: nothing behind them, no padding, no negative numbers",
        arguments: [
            ("", DERError.Reason.missingElement(expected: [.sequence])),
            ("3006 020101 020101 00", .trailingBytes(count: 1)),
            ("3007 02020001 020101", .integerNotMinimal), ("3006 0201ff 020101", .integerNegative),
            ("3003 020101", .missingElement(expected: [.integer])),
            ("3009 020101 020101 020101", .trailingBytes(count: 3)),
            ("3081 06 020101 020101", .lengthNotMinimal),
        ])
    func ecdsaEncoding(text: String, reason: DERError.Reason) throws {
        let (_, message, algorithm, signer) = try parts("leaf-p256", by: "root-p256")
        guard case .malformed(let error)? = problem(DERBitString(DERBytes(hex(text))), over: message, algorithm, signer)
        else {
            Issue.record("not malformed")
            return
        }
        #expect(error.reason == reason)
    }

    @Test(
        "r and s out of range never verify",
        arguments: [
            "3006 020100 020100", "3006 020101 020100", "3006 020100 020101", "3006 020101 020101",
            "3026 022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551 020101",
            "3026 020101 022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            "300e 020101 0209010000000000000000",
        ])
    func ecdsaRange(text: String) throws {
        let (_, message, algorithm, signer) = try parts("leaf-p256", by: "root-p256")
        #expect(problem(DERBitString(DERBytes(hex(text))), over: message, algorithm, signer) == .doesNotVerify)
    }

    @Test("the algorithm must fit the key, and have the parameters that its standard asks for")
    func algorithms() throws {
        let rsa = try parts("leaf-rsa-2048", by: "root-rsa-2048"), ec = try parts("leaf-p256", by: "root-p256")
        let signature = DERBitString(DERBytes(rsa.signature))
        #expect(problem(signature, over: [], Self.ecdsa, rsa.signer) == .keyDoesNotFit(.ecdsa(.sha256)))
        #expect(problem(signature, over: [], Self.rsa, ec.signer) == .keyDoesNotFit(.rsaPKCS1(.sha256)))
        let absent = AlgorithmIdentifier(OID.sha256WithRSAEncryption)
        #expect(
            problem(signature, over: rsa.message, absent, rsa.signer)
                == .scheme(.wrongParameters(OID.sha256WithRSAEncryption)))
        let null = AlgorithmIdentifier(OID.ecdsaWithSHA256, parameters: AlgorithmIdentifier.nullParameters)
        #expect(problem(signature, over: ec.message, null, ec.signer) == .scheme(.wrongParameters(OID.ecdsaWithSHA256)))
        let md5 = AlgorithmIdentifier(OID.md5WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
        #expect(problem(signature, over: [], md5, rsa.signer) == .scheme(.unsupported(OID.md5WithRSAEncryption)))
        guard case .malformed(let error)? = problem(DERBitString(namedBits: 0b101), over: [], Self.rsa, rsa.signer)
        else {
            Issue.record("accepted")
            return
        }
        #expect(error.reason == .bitStringNotOctets)
    }

    @Test(
        "what a key signs verifies by its public key alone",
        arguments: ["p256", "p384", "p521", "rsa-2048", "rsa-3072", "ed25519"])
    func signs(name: String) throws {
        let key = try signingKey(name)
        let message = Array("message".utf8)
        let signature = DERBitString(DERBytes(try key.sign(message.span, by: key.usualScheme)))
        let signer = key.publicKey, algorithm = try key.identifier(of: key.usualScheme)
        #expect(problem(signature, over: message, algorithm, signer) == nil)
        #expect(problem(signature, over: message + [0], algorithm, signer) == .doesNotVerify)
        let other = try signingKey("leaf-\(name)").publicKey
        #expect(problem(signature, over: message, algorithm, other) == .doesNotVerify)
    }

    @Test(
        "schemes and their identifiers",
        arguments: [
            SignatureScheme.rsaPKCS1(.sha256), .rsaPKCS1(.sha512_256), .ecdsa(.sha384), .ed25519,
            .rsaPSS(RSAPSSParameters(.sha256)), .rsaPSS(RSAPSSParameters(.sha1)),
            .rsaPSS(RSAPSSParameters(hash: .sha512, maskHash: .sha1, saltByteCount: 20)),
        ])
    func schemes(scheme: SignatureScheme) throws {
        #expect(try SignatureScheme(#require(scheme.algorithmIdentifier)) == scheme)
    }
}

@Suite("Public keys")
struct PublicKeyTests {
    private func problem(_ algorithm: AlgorithmIdentifier, _ bits: DERBitString) -> PublicKey.Problem? {
        do throws(PublicKey.Problem) {
            _ = try PublicKey(SubjectPublicKeyInfo(algorithm: algorithm, subjectPublicKey: bits))
            return nil
        } catch { return error }
    }

    @Test("RSA keys that can not be used")
    func rsa() throws {
        let null = AlgorithmIdentifier(OID.rsaEncryption, parameters: AlgorithmIdentifier.nullParameters)
        func bits(_ n: [UInt8], _ e: [UInt8]) -> DERBitString {
            DERBitString(
                DERBytes(
                    DERWriter.encode {
                        $0.sequence {
                            $0.natural(n); $0.natural(e)
                        }
                    }))
        }
        let n = [UInt8](repeating: 0xff, count: 256), e: [UInt8] = [1, 0, 1]
        #expect(problem(null, bits(n, e)) == nil)
        #expect(problem(AlgorithmIdentifier(OID.rsaEncryption), bits(n, e)) == .wrongParameters(OID.rsaEncryption))
        #expect(problem(null, bits(Array(n.prefix(127)), e)) == .rsa(.modulusLength(bits: 1016)))
        #expect(problem(null, bits([UInt8](repeating: 0xff, count: 2049), e)) == .rsa(.modulusLength(bits: 16392)))
        #expect(problem(null, bits(n.dropLast() + [0xfe], e)) == .rsa(.modulusEven))
        #expect(problem(null, bits(n, [1])) == .rsa(.exponentTooSmall))
        #expect(problem(null, bits(n, [])) == .rsa(.exponentTooSmall))
        #expect(problem(null, bits(n, [4])) == .rsa(.exponentEven))
        #expect(problem(null, bits(n, [UInt8](repeating: 0xff, count: 33))) == .rsa(.exponentTooLarge))
        #expect(problem(null, bits([], e)) == .rsa(.modulusLength(bits: 0)))
        for garbage in ["", "0500", "3000", "3003020103", "3009 020103 020103 020103", "3006 0201ff 020103"] {
            guard case .malformed? = problem(null, DERBitString(DERBytes(hex(garbage)))) else {
                Issue.record("\(garbage)")
                continue
            }
        }
    }

    @Test("elliptic curve keys that can not be used")
    func ec() throws {
        func ec(_ parameters: String?) -> AlgorithmIdentifier {
            AlgorithmIdentifier(OID.ecPublicKey, parameters: parameters.map { DERBytes(hex($0)) })
        }
        let p256 = "06082a8648ce3d030107"
        let good = try fixture("root-p256").subjectPublicKeyInfo.subjectPublicKey
        #expect(problem(ec(p256), good) == nil)
        #expect(problem(ec(nil), good) == .wrongParameters(OID.ecPublicKey))
        #expect(problem(ec("3000"), good) == .explicitCurve)
        #expect(problem(ec("06052b8104000a"), good) == .unsupportedCurve(ObjectIdentifier(1, 3, 132, 0, 10)))
        #expect(problem(ec("06052b81040022"), good) == .ec(.unknownForm))
        guard case .malformed? = problem(ec("0500"), good) else { Issue.record("accepted"); return }
        var off = good.bytes.array
        off[40] ^= 1
        #expect(problem(ec(p256), DERBitString(DERBytes(off))) == .ec(.notOnCurve))
        #expect(problem(ec(p256), DERBitString([0])) == .ec(.neutralPoint))
        #expect(problem(ec(p256), DERBitString([])) == .ec(.unknownForm))
        #expect(problem(ec(p256), DERBitString(DERBytes(good.bytes.dropLast().map { $0 }))) == .ec(.unknownForm))
        // The hybrid forms 06 and 07 are not for certificates.
        off = good.bytes.array
        off[0] = 6
        #expect(problem(ec(p256), DERBitString(DERBytes(off))) == .ec(.unknownForm))
        #expect(problem(ec(p256), DERBitString(namedBits: 0b101)) == .ec(.unknownForm))
    }

    @Test("a compressed point is the same key; it is written uncompressed")
    func compressed() throws {
        let compressed = try PublicKey(fixture("root-p256-compressed").subjectPublicKeyInfo)
        #expect(try compressed == PublicKey(fixture("root-p256").subjectPublicKeyInfo))
        #expect(try compressed.info == fixture("root-p256").subjectPublicKeyInfo)
    }

    @Test(
        "summaries",
        arguments: [
            ("root-rsa-2048", "RSA, 2048 bits"), ("root-rsa-4096", "RSA, 4096 bits"), ("root-p256", "P-256"),
            ("root-p521", "P-521"),
        ])
    func summaries(name: String, summary: String) throws {
        #expect(try PublicKey(fixture(name).subjectPublicKeyInfo).summary == summary)
    }

    @Test("a key identifier is the leftmost 160 bits of the SHA-256 of the key's bits")
    func keyIdentifier() throws {
        let info = try fixture("root-p256").subjectPublicKeyInfo
        #expect(info.keyIdentifier.count == 20)
        #expect(info.keyIdentifier.array == Array(SHA256.hash(info.subjectPublicKey.bytes.array).prefix(20)))
    }
}
