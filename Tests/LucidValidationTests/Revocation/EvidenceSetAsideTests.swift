import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation
import Testing

/// A CRL or an OCSP response that is good for other certificates, and the check that sets it aside for this one.
struct SetAside: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: Check
    /// What is wrong with the other evidence there is, which therefore does not settle the matter either.
    var problems: Set<Check> = []
    let change: @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void

    init(
        _ name: String, _ check: Check, beside problems: Set<Check> = [],
        _ change: @escaping @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void
    ) {
        (testDescription, self.check, self.problems, self.change) = (name, check, problems, change)
    }

    static let all: [SetAside] = [
        SetAside("a CRL of the CRL issuer that does not say that it is indirect", .crlIssuer) { w, q in
            q.certificate = try w.certificate([
                DistributionPoint(
                    distributionPoint: .fullName([Point.uri("a")]), cRLIssuer: [.directoryName(w.crlIssuer.name)])
            ])
            q.lists = [try w.list(by: w.crlIssuer)]
        },
        SetAside("a CRL of another place", .crlDistributionPoint) { w, q in
            q.certificate = try w.certificate([Point.at("a")])
            q.lists = [try list(w, .init(distributionPoint: .fullName([Point.uri("x")])))]
        },
        SetAside("a CRL for end entities, and it is a CA", .crlForUserCertificates) { w, q in
            q.certificate = try w.caCertificate()
            q.lists = [try list(w, .init(onlyContainsUserCerts: true))]
        },
        SetAside("a CRL for CAs, and it is none", .crlForCACertificates) { w, q in
            q.lists = [try list(w, .init(onlyContainsCACerts: true))]
        },
        SetAside("a CRL for attribute certificates", .crlForAttributeCertificates) { w, q in
            q.lists = [try list(w, .init(onlyContainsAttributeCerts: true))]
        },
        SetAside("a second CRL for the same reasons", .crlReasons) { w, q in
            q.lists = [try list(w, .init(onlySomeReasons: .keyCompromise), number: 1)]
            q.lists.append(try list(w, .init(onlySomeReasons: .keyCompromise), number: 2))
        },
        SetAside("a delta CRL of another scope", .deltaScope, beside: [.crlNextUpdate]) { w, q in
            q.lists = [
                try expired(w), try w.delta { $0.issuingDistributionPoint = .init(onlyContainsUserCerts: true) },
            ]
        },
        SetAside("a delta CRL by another key", .deltaScope, beside: [.crlNextUpdate]) { w, q in
            q.lists = [try expired(w), try w.delta { $0.issuerKeyIdentifier = w.crlKey.info.keyIdentifier }]
        },
        SetAside("a delta CRL of a later base", .deltaNumbers, beside: [.crlNextUpdate]) { w, q in
            q.lists = [try expired(w), try w.delta(number: 8, base: 7)]
        },
        SetAside("a delta CRL no newer than the complete one", .deltaNumbers, beside: [.crlNextUpdate]) { w, q in
            q.lists = [try expired(w), try w.delta(number: 5, base: 4)]
        },
        SetAside("an OCSP responder who asks to try later", .ocspResponseStatus) { _, q in
            q.responses = [OCSPResponse(responseStatus: .tryLater)]
        },
        SetAside("an OCSP response of an unknown type", .ocspResponseType) { _, q in
            q.responses = [
                OCSPResponse(
                    responseStatus: .successful, responseBytes: .other(type: Strange.unknown, response: [5, 0]))
            ]
        },
    ]

    private static func list(
        _ w: RevocationWorld, _ idp: IssuingDistributionPoint, number: Int = 5
    ) throws -> RevocationList {
        try w.list(number: number) { $0.issuingDistributionPoint = idp }
    }

    /// A complete CRL that only a delta CRL could bring up to date.
    private static func expired(_ w: RevocationWorld) throws -> RevocationList {
        try w.list { $0.nextUpdate = World.time.adding(seconds: -1) }
    }
}

@Suite("Evidence that is set aside")
struct EvidenceSetAsideTests {
    @Test(arguments: SetAside.all)
    func `one check sets it aside, and says so where a status is required`(scenario: SetAside) throws {
        let world = try RevocationWorld.shared.get()
        var question = RevocationQuestion(world)
        try scenario.change(world, &question)
        let required = try question.result(.require, question.evidence)
        #expect(required.simpleStatus == .undetermined)
        #expect(required.checks(.warning) == [scenario.check])
        #expect(required.checks(.error) == scenario.problems.union([.revocationKnown]))
        // Where none is required, evidence about others is not worth a word.
        let ifPresent = try question.result(.ifPresent, question.evidence)
        #expect(Set(ifPresent.findings.map(\.check)) == scenario.problems)
    }
}
