import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

// CRLs. A CA with several keys has several lists, and what is wrong is wrong with all of them.

extension Recipe {
    static let revocation: [Breakage: Recipe] = [
        .leafRevoked: .refused(.notRevoked) { plan, _ in plan.revoke(plan.links.count - 1, reason: .keyCompromise) },
        .leafOnHold: .refused(.notRevoked) { plan, _ in plan.revoke(plan.links.count - 1, reason: .certificateHold) },
        .leafRemovedFromList: .accepted { plan, _ in plan.revoke(plan.links.count - 1, reason: .removeFromCRL) },
        .authorityRevoked: .refused(.notRevoked) { plan, random in plan.revoke(plan.someAuthority(&random)) },
        .rootRevoked: .accepted { plan, _ in plan.revoke(0) },

        .listMissing: changed(.revocationKnown) { $0.isWithheld = true },
        .listOfAuthorityMissing: .refused(.revocationKnown) { plan, random in
            let issuer = plan.someAuthority(&random) - 1
            for list in plan.lists(of: issuer) { plan.lists[list].isWithheld = true }
        },
        .listExpired: changed(.crlNextUpdate) { $0.contents.nextUpdate = World.time.adding(seconds: -1) },
        .listNotYetValid: changed(.crlThisUpdate) { $0.contents.thisUpdate = World.time.adding(seconds: 1) },
        .listSignatureWrong: changed(.crlSignature) { $0.hasBadSignature = true },
        .listByStranger: changed(.crlSignature) { $0.signer = try KeyRing.stranger(like: $0.signer) },
        .listSignerWithoutCRLSign: .refused(.crlSignerKeyUsage) { plan, _ in
            for list in plan.lists(of: plan.lastAuthority) {
                plan.links[list].set(KeyUsage.keyCertSign, critical: true)
            }
        },
        .listCriticalUnknown: changed(.crlCriticalExtensions) {
            $0.contents.otherExtensions.append(Strange.unknown(critical: true))
        },
        .entryCriticalUnknown: changed(.crlEntryExtensions) {
            $0.contents.revoke(77, nil, of: nil, [Strange.unknown(critical: true)])
        },
        .listWithoutNextUpdate: changed(.crlHasNextUpdate) { $0.contents.nextUpdate = nil },
        .listWithoutNumber: changed(.crlNumber) { $0.contents.number = nil },
        .listForAuthorities: changed(.revocationKnown) {
            $0.contents.issuingDistributionPoint = IssuingDistributionPoint(onlyContainsCACerts: true)
        },
        .listForUsers: .refused(.revocationKnown) { plan, random in
            let issuer = plan.someAuthority(&random) - 1
            for list in plan.lists(of: issuer) {
                plan.lists[list].contents.issuingDistributionPoint = IssuingDistributionPoint(
                    onlyContainsUserCerts: true)
            }
        },
        .listForAttributes: changed(.revocationKnown) {
            $0.contents.issuingDistributionPoint = IssuingDistributionPoint(onlyContainsAttributeCerts: true)
        },
        .listOfSomeReasons: changed(.revocationKnown) {
            $0.contents.issuingDistributionPoint = IssuingDistributionPoint(onlySomeReasons: .keyCompromise)
        },
    ]

    /// Changes the lists that the server's certificate would be on.
    private static func changed(
        _ check: Check, _ change: @escaping @Sendable (inout ChainPlan.List) throws -> Void
    ) -> Recipe {
        .refused(check) { plan, _ in
            for list in plan.lists(of: plan.lastAuthority) { try change(&plan.lists[list]) }
        }
    }
}
