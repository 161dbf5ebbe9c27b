import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

/// Names of distribution points.
enum Point {
    static func uri(_ text: String) -> GeneralName {
        GeneralName.uri("http://crl.example.test/\(text)") ?? .registeredID(OID.commonName)
    }

    static func at(_ names: String..., reasons: ReasonFlags? = nil) -> DistributionPoint {
        DistributionPoint(distributionPoint: .fullName(names.map(uri)), reasons: reasons)
    }

    static func relative(_ text: String) -> DistributionPointName {
        .nameRelativeToCRLIssuer(Name(commonName: text).relativeDistinguishedNames[0])
    }

    static func below(_ name: Name, _ text: String) -> GeneralName {
        .directoryName(Name(name.relativeDistinguishedNames + Name(commonName: text).relativeDistinguishedNames))
    }
}

extension RevocationScenario {
    /// A scenario with one CRL that has an issuingDistributionPoint.
    private static func scope(
        _ name: String, _ expected: Expected, _ idp: IssuingDistributionPoint,
        _ change: @escaping @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void = { _, _ in }
    ) -> RevocationScenario {
        RevocationScenario(name, expected) { w, q in
            try change(w, &q)
            q.lists.append(try w.list { $0.issuingDistributionPoint = idp })
        }
    }

    private static let someReasons: ReasonFlags = [.keyCompromise, .cACompromise]
    private static let otherReasons: ReasonFlags = [
        .affiliationChanged, .superseded, .cessationOfOperation, .certificateHold, .privilegeWithdrawn, .aACompromise,
    ]

    /// A list for some reasons.
    private static func list(
        _ w: RevocationWorld, for reasons: ReasonFlags, number: Int,
        _ change: (inout RevocationListContents) -> Void = { _ in }
    ) throws -> RevocationList {
        try w.list(number: number) {
            $0.issuingDistributionPoint = IssuingDistributionPoint(onlySomeReasons: reasons)
            change(&$0)
        }
    }

    static let crlScopes: [RevocationScenario] = [
        scope("for end entities, and it is one", .good, IssuingDistributionPoint(onlyContainsUserCerts: true)),
        scope("for end entities, and it is a CA", .undetermined, IssuingDistributionPoint(onlyContainsUserCerts: true))
        {
            w, q in q.certificate = try w.caCertificate()
        },
        scope("for CAs, and it is none", .undetermined, IssuingDistributionPoint(onlyContainsCACerts: true)),
        scope("for CAs, and it is one", .good, IssuingDistributionPoint(onlyContainsCACerts: true)) { w, q in
            q.certificate = try w.caCertificate()
        },
        scope("for attribute certificates", .undetermined, IssuingDistributionPoint(onlyContainsAttributeCerts: true)),
        scope("for some reasons", .undetermined, IssuingDistributionPoint(onlySomeReasons: someReasons)),
        RevocationScenario("two CRLs that have all reasons together", .good) { w, q in
            q.lists = [try list(w, for: someReasons, number: 1), try list(w, for: otherReasons, number: 2)]
        },
        RevocationScenario("two CRLs, revoked for a reason of the second", .revoked(.superseded)) { w, q in
            q.lists = [
                try list(w, for: someReasons, number: 1),
                try list(w, for: otherReasons, number: 2) { $0.revoke(0x1234, .superseded) },
            ]
        },
        RevocationScenario("two CRLs for the same reasons", .undetermined) { w, q in
            q.lists = [try list(w, for: someReasons, number: 1), try list(w, for: someReasons, number: 2)]
        },
        RevocationScenario("two distribution points with all reasons together", .good) { w, q in
            q.certificate = try w.certificate([
                Point.at("some", reasons: someReasons), Point.at("other", reasons: otherReasons),
            ])
            q.lists = try ["some", "other"].map { name in
                try w.list { $0.issuingDistributionPoint = .init(distributionPoint: .fullName([Point.uri(name)])) }
            }
        },
        RevocationScenario("one distribution point with some reasons", .undetermined) { w, q in
            q.certificate = try w.certificate([Point.at("some", reasons: someReasons)])
            q.lists = [try w.list()]
        },
        scope("the CRL's place is the certificate's", .good, .init(distributionPoint: .fullName([Point.uri("a")]))) {
            w, q in
            q.certificate = try w.certificate([Point.at("a")])
        },
        scope(
            "one of the CRL's places is one of the certificate's", .good,
            .init(distributionPoint: .fullName([Point.uri("x"), Point.uri("b")]))
        ) { w, q in q.certificate = try w.certificate([Point.at("a", "b")]) },
        scope("the second distribution point", .good, .init(distributionPoint: .fullName([Point.uri("b")]))) { w, q in
            q.certificate = try w.certificate([Point.at("a"), Point.at("b")])
        },
        scope("the CRL's place is another", .undetermined, .init(distributionPoint: .fullName([Point.uri("x")]))) {
            w, q in
            q.certificate = try w.certificate([Point.at("a")])
        },
        scope(
            "the CRL names a place and the certificate none", .undetermined,
            .init(distributionPoint: .fullName([Point.uri("a")]))),
        RevocationScenario("the certificate names a place and the CRL none", .good) { w, q in
            q.certificate = try w.certificate([Point.at("a")])
            q.lists = [try w.list()]
        },
        RevocationScenario("the CRL's place is the issuer's name, and the certificate names none", .good) { w, q in
            let place = DistributionPointName.fullName([.directoryName(w.ca.name)])
            q.lists = [try w.list { $0.issuingDistributionPoint = .init(distributionPoint: place) }]
        },
        RevocationScenario("the CRL's place is the issuer's other name", .good) { w, q in
            let names = IssuerAltName(names: [Point.uri("ca")])
            q.certificate = try w.certificate(DERInteger(0x1234), [Extension(names, critical: false)])
            q.lists = [
                try w.list { $0.issuingDistributionPoint = .init(distributionPoint: .fullName([Point.uri("ca")])) }
            ]
        },
        scope("relative names, the same", .good, .init(distributionPoint: Point.relative("CRL 1"))) { w, q in
            q.certificate = try w.certificate([DistributionPoint(distributionPoint: Point.relative("CRL 1"))])
        },
        scope("relative names, different", .undetermined, .init(distributionPoint: Point.relative("CRL 2"))) { w, q in
            q.certificate = try w.certificate([DistributionPoint(distributionPoint: Point.relative("CRL 1"))])
        },
        scope("relative in the CRL, full in the certificate", .good, .init(distributionPoint: Point.relative("CRL 1")))
        {
            w, q in
            let full = DistributionPointName.fullName([Point.below(w.ca.name, "CRL 1")])
            q.certificate = try w.certificate([DistributionPoint(distributionPoint: full)])
        },
        RevocationScenario("full in the CRL, relative in the certificate", .good) { w, q in
            q.certificate = try w.certificate([DistributionPoint(distributionPoint: Point.relative("CRL 1"))])
            let full = DistributionPointName.fullName([Point.below(w.ca.name, "CRL 1")])
            q.lists = [try w.list { $0.issuingDistributionPoint = .init(distributionPoint: full) }]
        },
        RevocationScenario("a broken CRL of another place speaks against nobody", .undetermined) { w, q in
            q.certificate = try w.certificate([Point.at("a")])
            let place = DistributionPointName.fullName([Point.uri("x")])
            q.lists = [forged(try w.list { $0.issuingDistributionPoint = .init(distributionPoint: place) })]
        },
    ]
}
