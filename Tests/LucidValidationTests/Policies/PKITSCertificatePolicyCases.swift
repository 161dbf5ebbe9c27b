// PKITS sections 4.8 and 4.9. The last link is the end entity's certificate. "4.8.1(2)" is the second subpart of a
// case.

extension PKITSPolicyCase {
    static let certificatePolicies = samePolicies + differentPolicies + anyPolicies + qualifiers

    private static let samePolicies: [PKITSPolicyCase] = {
        let same = [PKITSLink.goodCA, PolicyLink([1])]
        let none = [PolicyLink(nil), PolicyLink(nil)]
        let two = [PKITSLink.p12CA, PolicyLink([1, 2])]
        let three = [PKITSLink.p123CA, PolicyLink([1, 2, 3])]
        return [
            .valid("4.8.1(1) All Certificates Same Policy", same, explicit: true, for: [1]),
            .valid("4.8.1(2)", same, accepted: [1], explicit: true, for: [1]),
            .invalid("4.8.1(3)", same, accepted: [2], explicit: true),
            .valid("4.8.1(4)", same, accepted: [1, 2], explicit: true, for: [1]),
            .valid("4.8.2(1) All Certificates No Policies", none, for: []),
            .invalid("4.8.2(2)", none, explicit: true),
            .valid("4.8.10(1) All Certificates Same Policies", two, for: [1, 2]),
            .valid("4.8.10(2)", two, accepted: [1], for: [1]),
            .valid("4.8.10(3)", two, accepted: [2], for: [2]),
            .valid("4.8.13(1) All Certificates Same Policies", three, accepted: [1], for: [1]),
            .valid("4.8.13(2)", three, accepted: [2], for: [2]),
            .valid("4.8.13(3)", three, accepted: [3], for: [3]),
        ]
    }()

    private static let differentPolicies: [PKITSPolicyCase] = {
        let third = [PKITSLink.goodCA, PolicyLink([2]), PolicyLink([1])]
        let overlapping = [PKITSLink.p1234CA, PolicyLink([1, 2, 3]), PolicyLink([1, 2]), PolicyLink([1])]
        let sub12 = PolicyLink([1, 2])
        return [
            .valid("4.8.3(1) Different Policies", third, for: []),
            .invalid("4.8.3(2)", third, explicit: true),
            .invalid("4.8.3(3)", third, accepted: [1, 2], explicit: true),
            .invalid("4.8.4 Different Policies", [PKITSLink.goodCA, PKITSLink.goodSubCA, PolicyLink([2])]),
            .invalid(
                "4.8.5 Different Policies", [PKITSLink.goodCA, PolicyLink([2], requireExplicit: 0), PolicyLink([1])]),
            .valid("4.8.6(1) Overlapping Policies", overlapping, for: [1]),
            .valid("4.8.6(2)", overlapping, accepted: [1], for: [1]),
            .invalid("4.8.6(3)", overlapping, accepted: [2]),
            .invalid("4.8.7 Different Policies", [PKITSLink.p123CA, sub12, PolicyLink([1]), PolicyLink([2])]),
            .invalid("4.8.8 Different Policies", [PKITSLink.p12CA, PolicyLink([1]), PolicyLink([2]), PolicyLink([1])]),
            .invalid(
                "4.8.9 Different Policies",
                [PKITSLink.p123CA, sub12, PolicyLink([2]), PolicyLink([1]), PolicyLink([1])]),
            .invalid("4.8.12 Different Policies", [PolicyLink([3], requireExplicit: 0), PolicyLink([4])]),
        ]
    }()

    private static let anyPolicies: [PKITSPolicyCase] = {
        let any = [PKITSLink.anyPolicyCA, PolicyLink([0])]
        let one = [PKITSLink.anyPolicyCA, PolicyLink([1])]
        return [
            .valid("4.8.11(1) All Certificates AnyPolicy", any, for: [0]),
            .valid("4.8.11(2)", any, accepted: [1], for: [1]),
            .valid("4.8.14(1) AnyPolicy", one, accepted: [1], for: [1]),
            .invalid("4.8.14(2)", one, accepted: [2]),
        ]
    }()

    /// Their qualifiers are left out: Lucid does not keep them.
    private static let qualifiers: [PKITSPolicyCase] = [
        .valid("4.8.15 User Notice Qualifier", [PolicyLink([1])], for: [1]),
        .valid("4.8.16 User Notice Qualifier", [PKITSLink.goodCA, PolicyLink([1, 2])], for: [1]),
        .valid("4.8.17 User Notice Qualifier", [PKITSLink.goodCA, PolicyLink([0])], for: [1]),
        .valid("4.8.18(1) User Notice Qualifier", [PKITSLink.p12CA, PolicyLink([1, 0])], accepted: [1], for: [1]),
        .valid("4.8.18(2)", [PKITSLink.p12CA, PolicyLink([1, 0])], accepted: [2], for: [2]),
        .valid("4.8.19 User Notice Qualifier", [PolicyLink([1])], for: [1]),
        .valid("4.8.20 CPS Pointer Qualifier", [PKITSLink.goodCA, PolicyLink([1])], for: [1]),
    ]

    static let requireExplicitPolicy: [PKITSPolicyCase] = {
        let ca = PolicyLink([1]), none = PolicyLink(nil)
        let require2 = PolicyLink([1], requireExplicit: 2)
        let selfIssued = PolicyLink([1], isSelfIssued: true)
        func first(_ value: Int) -> [PolicyLink] { [PolicyLink([1], requireExplicit: value), ca, ca, ca] }
        return [
            .valid("4.9.1 Valid RequireExplicitPolicy", first(10) + [none], for: []),
            .valid("4.9.2 Valid RequireExplicitPolicy", first(5) + [none], for: []),
            .invalid("4.9.3 Invalid RequireExplicitPolicy", first(4) + [none]),
            .valid("4.9.4 Valid RequireExplicitPolicy", first(0) + [ca], for: [1]),
            .invalid(
                "4.9.5 Invalid RequireExplicitPolicy",
                [PolicyLink([1], requireExplicit: 7), require2, PolicyLink([1], requireExplicit: 4), ca, none]),
            .valid("4.9.6 Valid Self-Issued requireExplicitPolicy", [require2, selfIssued, none], for: []),
            .invalid("4.9.7 Invalid Self-Issued requireExplicitPolicy", [require2, selfIssued, ca, none]),
            .invalid("4.9.8 Invalid Self-Issued requireExplicitPolicy", [require2, selfIssued, ca, selfIssued, none]),
        ]
    }()
}
