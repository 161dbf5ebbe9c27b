import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

extension RevocationScenario {
    /// A distribution point that names the CRL issuer.
    private static func byCRLIssuer(_ w: RevocationWorld) -> DistributionPoint {
        DistributionPoint(distributionPoint: nil, cRLIssuer: [.directoryName(w.crlIssuer.name)])
    }

    /// A CRL of the CRL issuer for a certificate that names it.
    private static func indirect(
        _ name: String, _ expected: Expected, _ problems: Set<Check> = [],
        _ change: @escaping @Sendable (RevocationWorld, inout RevocationListContents) -> Void = { _, _ in }
    ) -> RevocationScenario {
        RevocationScenario(name, expected, problems) { w, q in
            q.certificate = try w.certificate([byCRLIssuer(w)])
            q.lists = [
                try w.list(by: w.crlIssuer) {
                    $0.issuingDistributionPoint = IssuingDistributionPoint(indirectCRL: true)
                    change(w, &$0)
                }
            ]
        }
    }

    static let indirectCRLs: [RevocationScenario] = [
        indirect("an indirect CRL", .good),
        indirect("revoked on an indirect CRL", .revoked(.superseded)) { w, list in
            list.revoke(0x1234, .superseded, of: w.ca.name)
        },
        indirect("the certificate issuer is carried forward", .revoked(.unspecified)) { w, list in
            list.revoke(1)
            list.revoke(2, nil, of: w.ca.name)
            list.revoke(3)
            list.revoke()
        },
        indirect("the certificate issuer changes before the entry", .good) { w, list in
            list.revoke(2, nil, of: w.ca.name)
            list.revoke(3, nil, of: w.world.second.name)
            list.revoke()
        },
        indirect("the certificate issuer changes behind the entry", .revoked(.unspecified)) { w, list in
            list.revoke(2, nil, of: w.ca.name)
            list.revoke()
            list.revoke(3, nil, of: w.world.second.name)
        },
        indirect("the first entries are the CRL issuer's", .good) { w, list in
            list.revoke()
            list.revoke(2, nil, of: w.ca.name)
        },
        indirect("the same serial number of two issuers", .revoked(.keyCompromise)) { w, list in
            list.revoke(0x1234, .superseded, of: w.world.second.name)
            list.revoke(0x1234, .keyCompromise, of: w.ca.name)
        },
        indirect("the CRL does not say that it is indirect", .undetermined) { _, list in
            list.issuingDistributionPoint = nil
        },
        indirect("an indirect CRL by another of the name", .undetermined, [.crlSignature]).signed { w, q in
            let other = try Party("CRL Issuer")
            q.pool = [try w.world.root.certify(other, [Extension(KeyUsage.cRLSign, critical: true)])]
        },
        indirect("an indirect CRL by somebody unknown", .undetermined, [.crlSignerPath]).signed { _, q in q.pool = [] },
        RevocationScenario("the CRL issuer is another than the named one", .undetermined) { w, q in
            let point = DistributionPoint(distributionPoint: nil, cRLIssuer: [.directoryName(w.world.second.name)])
            q.certificate = try w.certificate([point])
            q.lists = [
                try w.list(by: w.crlIssuer) {
                    $0.issuingDistributionPoint = IssuingDistributionPoint(indirectCRL: true)
                }
            ]
        },
        RevocationScenario("an indirect CRL of the issuer itself", .revoked(.unspecified)) { w, q in
            q.lists = [
                try w.list {
                    $0.issuingDistributionPoint = IssuingDistributionPoint(indirectCRL: true)
                    $0.revoke(7, nil, of: w.world.second.name)
                    $0.revoke(0x1234, nil, of: w.ca.name)
                }
            ]
        },
        RevocationScenario("the place is the CRL issuer, which the point names alone", .good) { w, q in
            q.certificate = try w.certificate([byCRLIssuer(w)])
            let place = DistributionPointName.fullName([.directoryName(w.crlIssuer.name)])
            q.lists = [
                try w.list(by: w.crlIssuer) {
                    $0.issuingDistributionPoint = .init(distributionPoint: place, indirectCRL: true)
                }
            ]
        },
        RevocationScenario("a name relative to the CRL issuer", .good) { w, q in
            let point = DistributionPoint(
                distributionPoint: Point.relative("CRL 1"), cRLIssuer: [.directoryName(w.crlIssuer.name)])
            q.certificate = try w.certificate([point])
            let place = DistributionPointName.fullName([Point.below(w.crlIssuer.name, "CRL 1")])
            q.lists = [
                try w.list(by: w.crlIssuer) {
                    $0.issuingDistributionPoint = .init(distributionPoint: place, indirectCRL: true)
                }
            ]
        },
        RevocationScenario("the CRL issuer's list, and then the issuer's own", .revoked(.unspecified)) { w, q in
            q.certificate = try w.certificate([byCRLIssuer(w)])
            q.lists = [try w.list { $0.revoke() }]
        },
    ]

    /// The same scenario with one more change.
    private func signed(
        _ more: @escaping @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void
    ) -> RevocationScenario {
        let change = change
        return RevocationScenario(testDescription, expected, problems) { w, q in
            try change(w, &q)
            try more(w, &q)
        }
    }
}
