import LucidDER
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

/// A change to the usual chain, and exactly what the verifier has to find.
struct Scenario: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: [Failure]
    let change: @Sendable (World, inout Trial) throws -> Void

    init(_ name: String, _ expected: [Failure], _ change: @escaping @Sendable (World, inout Trial) throws -> Void) {
        testDescription = name
        self.expected = expected
        self.change = change
    }

    func question() throws -> Trial {
        let world = try World.shared.get()
        var question = Trial(world)
        try change(world, &question)
        return question
    }
}

extension Trial {
    /// Another certificate for the server.
    mutating func leaf(
        _ w: World, _ extensions: [Extension] = World.leaf(), change: (inout TBSCertificate) -> Void = { _ in }
    ) throws {
        target = try w.middle.certify(w.server, extensions, change: change)
    }
    /// Another certificate for the intermediate.
    mutating func middle(
        _ w: World, _ extensions: [Extension] = World.ca(), change: (inout TBSCertificate) -> Void = { _ in }
    ) throws {
        intermediates = [try w.root.certify(w.middle, extensions, change: change)]
    }
}

/// Extensions that are wrong or unknown.
enum Strange {
    static let unknown = ObjectIdentifier(2, 999, 1)
    static func unknown(critical: Bool) -> Extension {
        Extension(extnID: unknown, critical: critical, extnValue: [5, 0])
    }
    static let malformed = Extension(extnID: OID.freshestCRL, critical: false, extnValue: [0x30, 0x80])
}

extension Scenario {
    static let refused: [Scenario] = byThemselves + signatures + times + authorities + purposes + identities

    static let byThemselves: [Scenario] = [
        Scenario("version 1 with extensions", [Failure(.version, 0)]) { w, q in try q.leaf(w) { $0.version = .v1 } },
        Scenario("version 2 with extensions", [Failure(.version, 1)]) { w, q in try q.middle(w) { $0.version = .v2 } },
        Scenario("version 1 with a unique identifier", [Failure(.version, 0), Failure(.hasSubjectAltName, 0)]) { w, q in
            try q.leaf(w, []) {
                $0.version = .v1
                $0.subjectUniqueID = DERBitString([1])
            }
        },
        Scenario("serial number 0", [Failure(.serialNumber, 0)]) { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(0) }
        },
        Scenario("negative serial number", [Failure(.serialNumber, 1)]) { w, q in
            try q.middle(w) { $0.serialNumber = DERInteger(-1) }
        },
        Scenario("serial number of 21 octets", [Failure(.serialNumber, 0)]) { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(magnitude: [UInt8](repeating: 0xff, count: 20)) }
        },
        Scenario("signature algorithms disagree", [Failure(.signatureAlgorithmsAgree, 0)]) { w, q in
            try q.leaf(w) { $0.signature = AlgorithmIdentifier(OID.ecdsaWithSHA384) }
        },
        Scenario("signature algorithms disagree in the parameters", [Failure(.signatureAlgorithmsAgree, 1)]) { w, q in
            try q.middle(w) { $0.signature = AlgorithmIdentifier(OID.ecdsaWithSHA256, parameters: [5, 0]) }
        },
        Scenario("issuer without a name", [Failure(.issuerNotEmpty, 0)]) { w, q in
            let nobody = try Party(nil)
            q.anchors = [try nobody.certify(nobody, World.ca())]
            q.target = try nobody.certify(w.server, World.leaf())
            q.intermediates = []
        },
        Scenario("GeneralizedTime before 2050", [Failure(.timeEncoding, 0)]) { w, q in
            let text = Array("20260101000000Z".utf8), until = Array("20261231235959Z".utf8)
            let validity = try Validity(der: DERBytes([0x30, 34, 0x18, 15] + text + [0x18, 15] + until), "validity")
            try q.leaf(w) { $0.validity = validity }
        },
        Scenario("malformed extension", [Failure(.extensionsDecode, 0)]) { w, q in
            try q.leaf(w, World.leaf([Strange.malformed]))
        },
        Scenario("malformed extension of the intermediate", [Failure(.extensionsDecode, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.malformed]))
        },
        Scenario("malformed subjectAltName", [Failure(.extensionsDecode, 0), Failure(.hasSubjectAltName, 0)]) { w, q in
            let empty = Extension(extnID: OID.subjectAltName, critical: false, extnValue: [0x30, 0])
            try q.leaf(w, World.leaf(names: [], [empty]))
        },
        Scenario("malformed basicConstraints", [Failure(.extensionsDecode, 1), Failure(.isCA, 1)]) { w, q in
            let bad = Extension(extnID: OID.basicConstraints, critical: true, extnValue: DERBytes(hex("3003010101")))
            try q.middle(w, [bad] + World.ca().dropFirst())
        },
        Scenario("duplicate extension", [Failure(.extensionsUnique, 0)]) { w, q in
            try q.leaf(w, World.leaf([Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: false)]))
        },
        Scenario("duplicate unknown extension", [Failure(.extensionsUnique, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.unknown(critical: false), Strange.unknown(critical: false)]))
        },
        Scenario("unknown critical extension", [Failure(.criticalExtensions, 0)]) { w, q in
            try q.leaf(w, World.leaf([Strange.unknown(critical: true)]))
        },
        Scenario("unknown critical extension of the intermediate", [Failure(.criticalExtensions, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.unknown(critical: true)]))
        },
    ]

    /// The same certificate with its signature altered.
    private static func forged(_ certificate: Certificate) -> Certificate {
        var signature = certificate.signatureValue.bytes.array
        signature[signature.count - 1] ^= 1
        return Certificate(
            tbsCertificate: certificate.tbsCertificate, signatureAlgorithm: certificate.signatureAlgorithm,
            signature: signature)
    }

    static let signatures: [Scenario] = [
        Scenario("bad signature", [Failure(.signature, 0)]) { w, q in q.target = forged(q.target) },
        Scenario("bad signature of the intermediate", [Failure(.signature, 1)]) { w, q in
            q.intermediates = q.intermediates.map(forged)
        },
        Scenario("signed by another key of the same name", [Failure(.signature, 0)]) { w, q in
            q.target = try Party("Middle").certify(w.server, World.leaf())
        },
        Scenario("a root of the same name with another key", [Failure(.signature, 1)]) { w, q in
            let impostor = try Party("Root")
            q.anchors = [try impostor.certify(impostor, World.ca())]
        },
        Scenario("unsupported algorithm", [Failure(.signature, 0)]) { w, q in
            let unsupported = AlgorithmIdentifier(
                OID.md5WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
            var tbs = q.target.tbsCertificate
            tbs.signature = unsupported
            q.target = Certificate(
                tbsCertificate: tbs, signatureAlgorithm: unsupported, signature: q.target.signatureValue.bytes.array)
        },
        Scenario("the intermediate's key can not be used", [Failure(.signature, 0)]) { w, q in
            try q.middle(w) {
                $0.subjectPublicKeyInfo = SubjectPublicKeyInfo(
                    algorithm: AlgorithmIdentifier(OID.ed448), subjectPublicKey: DERBitString([1]))
            }
        },
        Scenario("unknown issuer", [Failure(.trustAnchor, 0)]) { w, q in q.intermediates = [] },
        Scenario("unknown root", [Failure(.trustAnchor, 1)]) { w, q in
            let other = try Party("Other")
            q.anchors = [try other.certify(other, World.ca())]
        },
        Scenario("no trust anchors", [Failure(.trustAnchor, 1)]) { w, q in q.anchors = [] },
        Scenario("a root that is sent along is not trusted for that", [Failure(.trustAnchor, 2)]) { w, q in
            q.intermediates += q.anchors
            q.anchors = []
        },
        Scenario("self-signed and not trusted", [Failure(.trustAnchor, 0)]) { w, q in
            q.target = try w.server.certify(w.server, World.leaf())
        },
    ]

    static let times: [Scenario] = [
        Scenario("a second too early", [Failure(.notBefore, 0)]) { w, q in
            q.target = try w.middle.certify(w.server, from: World.time.adding(seconds: 1), World.leaf())
        },
        Scenario("a second too late", [Failure(.notAfter, 0)]) { w, q in
            q.target = try w.middle.certify(w.server, to: World.time.adding(seconds: -1), World.leaf())
        },
        Scenario("never valid", [Failure(.notBefore, 0), Failure(.notAfter, 0)]) { w, q in
            q.target = try w.middle.certify(
                w.server, from: World.time.adding(seconds: 1), to: World.time.adding(seconds: -1), World.leaf())
        },
        Scenario("intermediate not yet valid", [Failure(.notBefore, 1)]) { w, q in
            q.intermediates = [try w.root.certify(w.middle, from: World.time.adding(seconds: 1), World.ca())]
        },
        Scenario("intermediate expired", [Failure(.notAfter, 1)]) { w, q in
            q.intermediates = [try w.root.certify(w.middle, to: World.time.adding(seconds: -1), World.ca())]
        },
        Scenario("root expired", [Failure(.anchorValidity, 2)]) { w, q in
            q.anchors = [try w.root.certify(w.root, to: World.time.adding(seconds: -1), World.ca())]
        },
        Scenario("root not yet valid", [Failure(.anchorValidity, 2)]) { w, q in
            q.anchors = [try w.root.certify(w.root, from: World.time.adding(seconds: 1), World.ca())]
        },
        Scenario("all at the wrong time", [Failure(.anchorValidity, 2), Failure(.notAfter, 1), Failure(.notAfter, 0)]) {
            w, q in
            q.time = World.to.adding(seconds: 1)
        },
    ]
}
