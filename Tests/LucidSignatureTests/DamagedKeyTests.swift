import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Damaged private keys are refused")
struct DamagedKeyTests {
    @Test("each prefix", arguments: ["p256", "rsa-2048", "p256-sec1", "rsa-2048-pkcs1"])
    func prefixes(name: String) throws {
        let block = try keyBlock(name)
        for count in 0..<block.bytes.count {
            guard case .malformed? = problem(label: block.label, Array(block.bytes.prefix(count))) else {
                Issue.record("\(count) octets")
                continue
            }
        }
        guard case .malformed(let error)? = problem(label: block.label, block.bytes + [0]) else {
            Issue.record("accepted")
            return
        }
        #expect(error.reason == .trailingBytes(count: 1))
    }

    /// What is still accepted is the same key: only the structure's version can be altered so.
    @Test("altered octets", arguments: [("p256", 7), ("rsa-2048", 13), ("rsa-2048-pkcs1", 11), ("p256-sec1", 9)])
    func altered(name: String, step: Int) throws {
        let block = try keyBlock(name)
        let good = try publicKey(label: block.label, block.bytes)
        for index in stride(from: 0, to: block.bytes.count, by: step) {
            for mask in [0x01, 0xff] as [UInt8] {
                var bytes = block.bytes
                bytes[index] ^= mask
                if let key = try? publicKey(label: block.label, bytes), key != good {
                    Issue.record("\(index) ^ \(mask)")
                }
            }
        }
    }

    /// RSAPrivateKey with other numbers, given as hexadecimal, than those of a good key.
    private func rsa(_ change: (inout [[UInt8]]) -> Void) throws -> PrivateKeyProblem? {
        var numbers = try DERCursor.decode(DERBytes(keyBlock("rsa-2048-pkcs1").bytes)) { c throws(DERError) in
            try c.sequenceOf("k") { item throws(DERError) in try item.natural("").array }
        }
        change(&numbers)
        return problem(
            label: "RSA PRIVATE KEY", DERWriter.encode { $0.sequence { for n in numbers { $0.natural(n) } } })
    }

    @Test("RSA numbers that do not belong together")
    func rsaNumbers() throws {
        #expect(try rsa { _ in } == nil)
        // p = 1, q = n: their product is n all the same.
        #expect(
            try rsa {
                $0[5] = $0[1]; $0[4] = [1]
            } == .rsa(.factorUnusable))
        #expect(
            try rsa {
                $0[4] = $0[1]; $0[5] = [1]
            } == .rsa(.factorUnusable))
        for index in 1...8 { #expect(try rsa { $0[index] = [] } != nil) }
        for index in 1...8 { #expect(try rsa { $0[index] = [3] } != nil) }
        for index in 1...8 { #expect(try rsa { $0[index] = [UInt8](repeating: 0xff, count: 600) } != nil) }
        #expect(try rsa { $0[2] = [1] } == .rsa(.publicKey(.exponentTooSmall)))
        #expect(try rsa { $0[2] = [1, 0, 2] } == .rsa(.publicKey(.exponentEven)))
        #expect(try rsa { $0[4].swapAt(3, 4) } == .rsa(.factorsDiffer))
        #expect(try rsa { $0[3][100] ^= 1 } == .rsa(.exponentsDisagree))
        #expect(try rsa { $0[6][100] ^= 2 } == .rsa(.exponentsDisagree))
        #expect(try rsa { $0[7][100] ^= 2 } == .rsa(.exponentsDisagree))
        #expect(try rsa { $0[8][100] ^= 1 } == .rsa(.coefficientWrong))
        // Two primes are version 0; version 1 would have more of them.
        guard case .malformed(let error)? = try rsa({ $0[0] = [1] }) else { Issue.record("accepted"); return }
        #expect(error.fieldPath == "RSAPrivateKey.version")
        #expect(error.reason.clause == "RFC 8017 appendix A.1.2")
    }

    /// ECPrivateKey on P-256, with other contents.
    private func ec(
        version: Int = 1, scalar: [UInt8], curve: ObjectIdentifier? = OID.prime256v1, publicKey: [UInt8]? = nil
    ) -> PrivateKeyProblem? {
        problem(
            label: "EC PRIVATE KEY",
            DERWriter.encode {
                $0.sequence {
                    $0.integer(version)
                    $0.octetString(scalar)
                    if let curve { $0.explicit(0) { $0.objectIdentifier(curve) } }
                    if let publicKey { $0.explicit(1) { $0.bitString(publicKey) } }
                }
            })
    }

    @Test("elliptic curve numbers out of range, and a public key of somebody else")
    func ecNumbers() throws {
        let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
        let one = [UInt8](repeating: 0, count: 31) + [1]
        #expect(ec(scalar: one) == nil)
        #expect(ec(scalar: order) == .scalarOutOfRange)
        #expect(ec(scalar: [UInt8](repeating: 0xff, count: 32)) == .scalarOutOfRange)
        #expect(ec(scalar: [UInt8](repeating: 0, count: 32)) == .scalarOutOfRange)
        #expect(ec(scalar: []) == .scalarOutOfRange)
        #expect(ec(scalar: [1] + [UInt8](repeating: 0, count: 40)) == .scalarOutOfRange)
        #expect(ec(scalar: one, curve: nil) == .publicKey(.wrongParameters(OID.ecPublicKey)))
        let secp256k1 = ObjectIdentifier(1, 3, 132, 0, 10)
        #expect(ec(scalar: one, curve: secp256k1) == .publicKey(.unsupportedCurve(secp256k1)))
        guard case .ec(let other) = try signingKey("p256").publicKey else { throw Missing() }
        #expect(ec(scalar: one, publicKey: other.sec1Bytes) == .publicKeyDiffers)
        var off = other.sec1Bytes
        off[64] ^= 1
        #expect(ec(scalar: one, publicKey: off) == .publicKey(.ec(.notOnCurve)))
        #expect(ec(scalar: one, publicKey: []) == .publicKey(.ec(.unknownForm)))
        guard case .malformed(let error)? = ec(version: 0, scalar: one) else { Issue.record("accepted"); return }
        #expect(error.fieldPath == "ECPrivateKey.version")
    }

    @Test("PKCS#8 of version 2 may carry attributes and the public key; there is no version 3")
    func pkcs8Versions() throws {
        func wrapped(version: Int, _ more: @escaping (inout DERWriter) -> Void) throws -> PrivateKeyProblem? {
            let inner = try keyBlock("p256-sec1").bytes
            let algorithm = try fixture("root-p256").subjectPublicKeyInfo.algorithm
            return problem(
                DERWriter.encode {
                    $0.sequence {
                        $0.integer(version)
                        algorithm.encode(to: &$0)
                        $0.octetString(inner)
                        more(&$0)
                    }
                })
        }
        let attributes: (inout DERWriter) -> Void = { $0.constructed(.contextConstructed(0)) { _ in } }
        let point = try signingKey("p256-sec1").publicKey.info.subjectPublicKey.bytes.array
        let other = try signingKey("leaf-p256").publicKey.info.subjectPublicKey.bytes.array
        let publicKey: (inout DERWriter) -> Void = { $0.bitString(point, tag: .context(1)) }
        #expect(try wrapped(version: 0) { _ in } == nil)
        #expect(try wrapped(version: 0) { attributes(&$0) } == nil)
        #expect(
            try wrapped(version: 1) {
                attributes(&$0); publicKey(&$0)
            } == nil)
        guard case .malformed(let early)? = try wrapped(version: 0, publicKey) else { Issue.record("accepted"); return }
        #expect(early.reason == .trailingBytes(count: 68))
        #expect(try wrapped(version: 1) { $0.bitString(other, tag: .context(1)) } == .publicKeyDiffers)
        #expect(try wrapped(version: 1) { $0.bitString([4, 5], tag: .context(1)) } == .publicKey(.ec(.unknownForm)))
        guard case .malformed(let unknown)? = try wrapped(version: 2, { _ in }) else {
            Issue.record("accepted"); return
        }
        #expect(unknown.fieldPath == "PrivateKeyInfo.version")
    }

    @Test("the curve may stand around an ECPrivateKey and in it, and then it is the same")
    func curveTwice() throws {
        guard case .ec(let key) = try signingKey("p256").publicKey else { throw Missing() }
        func wrapped(inner parameters: [UInt8]?) -> PrivateKeyProblem? {
            problem(
                DERWriter.encode {
                    $0.sequence {
                        $0.integer(0)
                        PublicKey.ec(key).info.algorithm.encode(to: &$0)
                        $0.octetString(
                            DERWriter.encode {
                                $0.sequence {
                                    $0.integer(1)
                                    $0.octetString([UInt8](repeating: 1, count: 32))
                                    if let parameters { $0.explicit(0) { $0.append(parameters) } }
                                }
                            })
                    }
                })
        }
        #expect(wrapped(inner: nil) == nil)
        #expect(wrapped(inner: DERWriter.encode { $0.objectIdentifier(OID.prime256v1) }) == nil)
        let other = DERWriter.encode { $0.objectIdentifier(OID.secp384r1) }
        #expect(wrapped(inner: other) == .publicKey(.wrongParameters(OID.ecPublicKey)))
        #expect(wrapped(inner: [0x30, 0x00]) == .publicKey(.explicitCurve))
        // One damaged bit turns the public key's tag [1] into [0].
        guard case .publicKey(.malformed)? = wrapped(inner: DERWriter.encode { $0.bitString(key.sec1Bytes) }) else {
            Issue.record("a public key was taken for a curve")
            return
        }
    }
}
