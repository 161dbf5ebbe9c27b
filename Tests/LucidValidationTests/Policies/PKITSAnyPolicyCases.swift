// PKITS section 4.12. The last link is the end entity's certificate. "4.12.3(2)" is the second subpart of a case.

extension PKITSPolicyCase {
    static let inhibitAnyPolicy: [PKITSPolicyCase] = {
        let inhibit0 = PolicyLink([1], requireExplicit: 0, inhibitAny: 0)
        let inhibit1 = PolicyLink([1], requireExplicit: 0, inhibitAny: 1)
        let anyCA = PolicyLink([0])
        let selfIssued = PolicyLink([0], isSelfIssued: true)
        let third = [inhibit1, anyCA, PolicyLink([1])]
        return [
            .invalid("4.12.1 Invalid inhibitAnyPolicy", [inhibit0, PolicyLink([0])]),
            .valid("4.12.2 Valid inhibitAnyPolicy", [inhibit0, PolicyLink([0, 1])], for: [1]),
            .valid("4.12.3(1) inhibitAnyPolicy", third, for: [1]),
            .invalid("4.12.3(2)", third, inhibitAny: true),
            .invalid("4.12.4 Invalid inhibitAnyPolicy", [inhibit1, anyCA, PolicyLink([0])]),
            .invalid(
                "4.12.5 Invalid inhibitAnyPolicy",
                [
                    PolicyLink([1], requireExplicit: 0, inhibitAny: 5), PolicyLink([1], inhibitAny: 1), anyCA,
                    PolicyLink([0]),
                ]),
            .invalid("4.12.6 Invalid inhibitAnyPolicy", [inhibit1, PolicyLink([0], inhibitAny: 5), PolicyLink([0])]),
            .valid(
                "4.12.7 Valid Self-Issued inhibitAnyPolicy",
                [inhibit1, PolicyLink([1], isSelfIssued: true), anyCA, PolicyLink([1])], for: [1]),
            .invalid(
                "4.12.8 Invalid Self-Issued inhibitAnyPolicy",
                [inhibit1, PolicyLink([1], isSelfIssued: true), anyCA, anyCA, PolicyLink([1])]),
            .valid(
                "4.12.9 Valid Self-Issued inhibitAnyPolicy",
                [inhibit1, PolicyLink([1], isSelfIssued: true), anyCA, selfIssued, PolicyLink([1])], for: [1]),
            .invalid(
                "4.12.10 Invalid Self-Issued inhibitAnyPolicy",
                [inhibit1, PolicyLink([1], isSelfIssued: true), anyCA, PolicyLink([0])]),
        ]
    }()
}
