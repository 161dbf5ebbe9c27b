import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation

extension Scenario {
    /// RFC 5280 §4.1: what every certificate looks like.
    static let structures: [Scenario] = [
        .refused("version 1 with extensions", [Failure(.version, 0)]) { w, q in try q.leaf(w) { $0.version = .v1 } },
        .refused("version 2 with extensions", [Failure(.version, 1)]) { w, q in try q.middle(w) { $0.version = .v2 } },
        .refused(
            "version 1 with a unique identifier",
            [Failure(.version, 0), Failure(.authorityKeyIdentifierPresent, 0), Failure(.hasSubjectAltName, 0)]
        ) { w, q in
            try q.leaf(w, []) {
                $0.version = .v1
                $0.subjectUniqueID = DERBitString([1])
            }
        },
        .refused("serial number 0", [Failure(.serialNumber, 0)]) { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(0) }
        },
        .refused("negative serial number", [Failure(.serialNumber, 1)]) { w, q in
            try q.middle(w) { $0.serialNumber = DERInteger(-1) }
        },
        .refused("serial number of 21 octets", [Failure(.serialNumber, 0)]) { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(magnitude: [UInt8](repeating: 0xff, count: 20)) }
        },
        .accepted("serial number of 20 octets") { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(magnitude: [UInt8](repeating: 0x7f, count: 20)) }
        },
        .accepted("serial number 0", by: .pathValidation) { w, q in try q.leaf(w) { $0.serialNumber = DERInteger(0) } },
        .refused("signature algorithms disagree", [Failure(.signatureAlgorithmsAgree, 0)]) { w, q in
            try q.leaf(w) { $0.signature = AlgorithmIdentifier(OID.ecdsaWithSHA384) }
        },
        .refused("signature algorithms disagree in the parameters", [Failure(.signatureAlgorithmsAgree, 1)]) { w, q in
            try q.middle(w) { $0.signature = AlgorithmIdentifier(OID.ecdsaWithSHA256, parameters: [5, 0]) }
        },
        .refused(
            "issuer without a name",
            [Failure(.issuerNotEmpty, 1), Failure(.subjectNotEmpty, 1), Failure(.issuerNotEmpty, 0)]
        ) { w, q in
            try q.issuedByNobody(w)
        },
        .accepted("issuer without a name", by: .pathValidation) { w, q in try q.issuedByNobody(w) },
        .refused("nobody", [Failure(.subjectNotEmpty, 0)]) { w, q in
            q.target = try w.middle.certify(Party(nil), World.leaf(names: []))
            q.identities = []
        },
        .refused("a CA without a subject", [Failure(.subjectNotEmpty, 0)]) { w, q in
            q.target = try w.middle.certify(Party(nil), World.ca(usage: [.keyCertSign, .digitalSignature]))
            q.identities = []
        },
        .refused("no subject, and its names not critical", [Failure(.subjectAltNameCritical, 0)]) { w, q in
            q.target = try w.middle.certify(Party(nil), World.leaf())
        },
        .accepted("no subject, and its names not critical", by: .pathValidation) { w, q in
            q.target = try w.middle.certify(Party(nil), World.leaf())
        },
        .accepted("no subject, but critical names") { w, q in
            let names = SubjectAltName(names: [GeneralName.dns("www.example.test")].compactMap { $0 })
            q.target = try w.middle.certify(
                Party(nil), World.leaf(names: [], [Extension(names, critical: true)]))
        },
        .refused("GeneralizedTime before 2050", [Failure(.timeEncoding, 0)]) { w, q in
            let text = Array("20260101000000Z".utf8), until = Array("20261231235959Z".utf8)
            let validity = try Validity(der: DERBytes([0x30, 34, 0x18, 15] + text + [0x18, 15] + until), "validity")
            try q.leaf(w) { $0.validity = validity }
        },
        .refused("malformed extension", [Failure(.extensionsDecode, 0)]) { w, q in
            try q.leaf(w, World.leaf([Strange.malformed]))
        },
        .refused("malformed extension of the intermediate", [Failure(.extensionsDecode, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.malformed]))
        },
        .refused("malformed subjectAltName", [Failure(.extensionsDecode, 0), Failure(.hasSubjectAltName, 0)]) { w, q in
            let empty = Extension(extnID: OID.subjectAltName, critical: false, extnValue: [0x30, 0])
            try q.leaf(w, World.leaf(names: [], [empty]))
        },
        .refused(
            "malformed basicConstraints",
            [Failure(.extensionsDecode, 1), Failure(.keyCertSignOfCA, 1), Failure(.isCA, 1)]
        ) { w, q in
            let bad = Extension(extnID: OID.basicConstraints, critical: true, extnValue: DERBytes(hex("3003010101")))
            try q.middle(w, [bad] + World.ca().dropFirst())
        },
        .refused("duplicate extension", [Failure(.extensionsUnique, 0)]) { w, q in
            try q.leaf(w, World.leaf([Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: false)]))
        },
        .refused("duplicate unknown extension", [Failure(.extensionsUnique, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.unknown(critical: false), Strange.unknown(critical: false)]))
        },
    ]
}

extension Trial {
    fileprivate mutating func issuedByNobody(_ w: World) throws {
        let nobody = try Party(nil)
        anchors = [try nobody.certify(nobody, World.ca())]
        target = try nobody.certify(w.server, World.leaf())
        intermediates = []
    }
}
