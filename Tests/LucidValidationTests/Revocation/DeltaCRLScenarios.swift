import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

extension RevocationScenario {
    /// An empty complete CRL number 5, and a delta CRL.
    private static func delta(
        _ name: String, _ expected: Expected, _ problems: Set<Check> = [], number: Int = 6, base: Int = 5,
        _ change: @escaping @Sendable (RevocationWorld, inout RevocationListContents) -> Void
    ) -> RevocationScenario {
        RevocationScenario(name, expected, problems) { w, q in
            q.lists = [try w.list(), try w.delta(number: number, base: base) { change(w, &$0) }]
        }
    }

    /// A complete CRL that has the certificate on hold, and a delta CRL.
    private static func held(_ w: RevocationWorld, _ delta: RevocationList) throws -> [RevocationList] {
        [try w.list { $0.revoke(0x1234, .certificateHold) }, delta]
    }

    /// A complete CRL of yesterday.
    private static func expired(_ w: RevocationWorld) throws -> RevocationList {
        try w.list { $0.nextUpdate = World.time.adding(seconds: -1) }
    }

    static let deltaCRLs: [RevocationScenario] = [
        delta("an empty delta CRL", .good) { _, _ in },
        delta("revoked since", .revoked(.keyCompromise)) { _, list in list.revoke(0x1234, .keyCompromise) },
        RevocationScenario("no longer on hold", .good) { w, q in
            q.lists = try held(w, w.delta { $0.revoke(0x1234, .removeFromCRL) })
        },
        RevocationScenario("on hold as before", .revoked(.certificateHold)) { w, q in q.lists = try held(w, w.delta())
        },
        RevocationScenario("on hold, then revoked for good", .revoked(.keyCompromise)) { w, q in
            q.lists = try held(w, w.delta { $0.revoke(0x1234, .keyCompromise) })
        },
        delta("a base that the complete CRL has not reached", .good, number: 8, base: 6) { _, list in list.revoke() },
        delta("an earlier base", .revoked(.unspecified), number: 6, base: 1) { _, list in list.revoke() },
        delta("no newer than the complete CRL", .good, number: 5, base: 4) { _, list in list.revoke() },
        RevocationScenario("a delta CRL alone", .undetermined) { w, q in q.lists = [try w.delta()] },
        RevocationScenario("the newer of two delta CRLs", .good) { w, q in
            q.lists =
                try held(w, w.delta { $0.revoke(0x1234, .certificateHold) })
                + [w.delta(number: 7) { $0.revoke(0x1234, .removeFromCRL) }]
        },
        RevocationScenario("a forged delta CRL", .good, [.deltaSignature]) { w, q in
            q.lists = [try w.list(), forged(try w.delta { $0.revoke() })]
        },
        delta("an expired delta CRL", .good, [.crlNextUpdate]) { _, list in
            list.nextUpdate = World.time.adding(seconds: -1)
            list.revoke()
        },
        delta("a delta CRL for another scope", .good) { _, list in
            list.issuingDistributionPoint = IssuingDistributionPoint(onlyContainsUserCerts: true)
            list.revoke()
        },
        delta("a delta CRL by another key", .good) { w, list in
            list.issuerKeyIdentifier = w.crlKey.info.keyIdentifier
            list.revoke()
        },
        delta("an unknown critical extension in the delta CRL", .good, [.crlCriticalExtensions]) { _, list in
            list.otherExtensions = [Strange.unknown(critical: true)]
        },
        delta("an unknown critical entry extension in the delta CRL", .good, [.crlEntryExtensions]) { _, list in
            list.revoke(0x1234, nil, [Strange.unknown(critical: true)])
        },
        RevocationScenario("an expired complete CRL with a current delta CRL", .good) { w, q in
            q.lists = [try expired(w), try w.delta()]
        },
        RevocationScenario("an expired complete CRL with a delta CRL of another base", .undetermined, [.crlNextUpdate])
        {
            w, q in q.lists = [try expired(w), try w.delta(number: 8, base: 7)]
        },
        RevocationScenario("an expired complete CRL with a delta CRL of another scope", .undetermined, [.crlNextUpdate])
        {
            w, q in
            let idp = IssuingDistributionPoint(onlyContainsUserCerts: true)
            q.lists = [try expired(w), try w.delta { $0.issuingDistributionPoint = idp }]
        },
        RevocationScenario(
            "an expired complete CRL with a forged delta CRL", .undetermined, [.crlNextUpdate, .deltaSignature]
        ) { w, q in q.lists = [try expired(w), forged(try w.delta())] },
        RevocationScenario("delta CRLs are not asked for", .revoked(.certificateHold)) { w, q in
            q.useDeltas = false
            q.lists = try held(w, w.delta { $0.revoke(0x1234, .removeFromCRL) })
        },
        RevocationScenario("numbers of 20 octets", .revoked(.unspecified)) { w, q in
            let octets = [UInt8](repeating: 0x7f, count: 19)
            q.lists = [
                try w.list { $0.number = DERInteger(magnitude: octets + [1]) },
                try w.list {
                    $0.number = DERInteger(magnitude: octets + [2])
                    $0.baseNumber = DERInteger(magnitude: octets + [1])
                    $0.otherExtensions = []
                    $0.revoke()
                },
            ]
        },
    ]
}
