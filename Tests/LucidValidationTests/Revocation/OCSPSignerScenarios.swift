import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation

extension RevocationScenario {
    private static let noCheck = Extension(extnID: OID.ocspNoCheck, critical: false, extnValue: [5, 0])

    /// The usual extensions of a responder.
    private static func extensions(
        purposes: [ObjectIdentifier] = [OID.ocspSigning], usage: KeyUsage = .digitalSignature,
        _ more: [Extension] = [noCheck]
    ) -> [Extension] {
        [
            Extension(usage, critical: true), Extension(ExtendedKeyUsage(purposes: purposes), critical: false),
        ] + more
    }

    /// A scenario with a response by a delegated responder with this certificate.
    private static func delegated(
        _ name: String, _ expected: Expected, _ problems: Set<Check> = [],
        _ certificate: @escaping @Sendable (RevocationWorld) throws -> Certificate,
        lists: @escaping @Sendable (RevocationWorld) throws -> [RevocationList] = { _ in [] }
    ) -> RevocationScenario {
        RevocationScenario(name, expected, problems) { w, q in
            q.lists = try lists(w)
            var contents = OCSPResponseContents(
                responder: try certificate(w), isDelegated: true, producedAt: World.time)
            contents.responses = [try w.answer(about: q.certificate)]
            q.responses = [try contents.signed(with: w.responder.key)]
        }
    }

    static let ocspSigners: [RevocationScenario] = [
        RevocationScenario("OCSP: named by name", .good) { w, q in
            q.responses = [try w.response(w.answer(about: q.certificate)) { $0.responderID = .byName(w.ca.name) }]
        },
        RevocationScenario("OCSP: named by another's name", .undetermined, [.ocspSigner]) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate)) { $0.responderID = .byName(w.world.second.name) }
            ]
        },
        RevocationScenario("OCSP: named by another's key", .undetermined, [.ocspSigner]) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate)) { $0.responderID = .key(of: w.responder.info) }
            ]
        },
        RevocationScenario("OCSP: signed by another than it says", .undetermined, [.ocspSignature]) { w, q in
            q.responses = [try w.response(w.answer(about: q.certificate), key: w.responder)]
        },
        delegated("OCSP: a delegated responder", .good) { w in try w.ca.certify(w.responder, extensions()) },
        delegated("OCSP: a responder without the purpose", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.ca.certify(w.responder, extensions(purposes: [OID.serverAuth, OID.anyExtendedKeyUsage]))
        },
        delegated("OCSP: a responder without purposes", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.ca.certify(w.responder, [noCheck])
        },
        delegated("OCSP: a responder without digitalSignature", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.ca.certify(w.responder, extensions(usage: .keyAgreement))
        },
        delegated("OCSP: another CA's responder", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.world.root.certify(w.responder, extensions())
        },
        delegated("OCSP: a responder whose certificate names another issuer", .undetermined, [.ocspSignerAuthorized]) {
            w in try w.ca.certify(w.responder, extensions()) { $0.issuer = w.world.second.name }
        },
        delegated("OCSP: a responder whom another CA of the name certified", .undetermined, [.ocspSignerAuthorized]) {
            w in try w.crlKey.certify(w.responder, extensions())
        },
        delegated("OCSP: a responder that has expired", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.ca.certify(w.responder, to: World.time.adding(seconds: -1), extensions())
        },
        delegated("OCSP: a responder with an unknown critical extension", .undetermined, [.ocspSignerAuthorized]) { w in
            try w.ca.certify(w.responder, extensions([noCheck, Strange.unknown(critical: true)]))
        },
        delegated("OCSP: a responder who is not to be checked", .good) { w in
            try w.ca.certify(w.responder, extensions()) { $0.serialNumber = DERInteger(0x77) }
        } lists: { w in
            // For some reasons alone, so that it does not settle the matter by itself.
            [
                try w.list {
                    $0.issuingDistributionPoint = IssuingDistributionPoint(onlySomeReasons: .keyCompromise)
                    $0.revoke(0x77)
                }
            ]
        },
        delegated("OCSP: a responder who is revoked", .undetermined, [.ocspSignerStatus]) { w in
            try w.ca.certify(w.responder, extensions([])) { $0.serialNumber = DERInteger(0x77) }
        } lists: { w in
            [
                try w.list {
                    $0.issuingDistributionPoint = IssuingDistributionPoint(onlySomeReasons: .keyCompromise)
                    $0.revoke(0x77)
                }
            ]
        },
        delegated("OCSP: a responder who is not revoked", .good) { w in
            try w.ca.certify(w.responder, extensions([]))
        } lists: { w in
            [try w.list()]
        },
        RevocationScenario("OCSP: a delegated responder who sends no certificate", .undetermined, [.ocspSigner]) {
            w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate), key: w.responder) {
                    $0.responderID = .byName(w.responder.name)
                }
            ]
        },
        RevocationScenario("OCSP: a delegated responder's forged response", .undetermined, [.ocspSignature]) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate), key: w.crlKey) {
                    $0.responderID = .byName(w.responder.name)
                    $0.certificates = [(try? w.ca.certify(w.responder, extensions())) ?? q.issuer]
                }
            ]
        },
    ]
}
