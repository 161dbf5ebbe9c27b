// PKITS sections 4.10 and 4.11. The last link is the end entity's certificate. "4.10.1(2)" is the second subpart of a
// case.

extension PKITSPolicyCase {
    static let policyMappings = mappings + longMappings + mappingsWithAnyPolicy

    private static let mappings: [PKITSPolicyCase] = {
        let mapping1to2CA = PolicyLink([1], maps: [(1, 2)], requireExplicit: 0)
        let mapped = [mapping1to2CA, PolicyLink([2])], unmapped = [mapping1to2CA, PolicyLink([1])]
        return [
            .valid("4.10.1(1) Valid Policy Mapping", mapped, for: [1]),
            .valid("4.10.1(2)", mapped, accepted: [1], for: [1]),
            .invalid("4.10.1(3)", mapped, accepted: [2]),
            .invalid("4.10.1(4)", mapped, inhibitMapping: true),
            .invalid("4.10.2(1) Invalid Policy Mapping", unmapped),
            .invalid("4.10.2(2)", unmapped, inhibitMapping: true),
        ]
    }()

    private static let longMappings: [PKITSPolicyCase] = {
        // Policy 1 becomes 3 and ends; policy 2 becomes 4, then 5.
        let two = [
            PolicyLink([1, 2], maps: [(1, 3)], requireExplicit: 0), PolicyLink([2, 5], maps: [(2, 4)]),
            PolicyLink([4], maps: [(4, 5)]),
        ]
        let third = two + [PolicyLink([5])], fourth = two + [PolicyLink([3])]
        // Policy 1 becomes 2, 3 and 4; of those 2 becomes 5 and 4 becomes 6.
        let one = [
            PolicyLink([1], maps: [(1, 2), (1, 3), (1, 4)], requireExplicit: 0),
            PolicyLink([2, 3, 4], maps: [(2, 5), (4, 6)]),
        ]
        let fifth = one + [PolicyLink([5])], sixth = one + [PolicyLink([6])]
        return [
            .invalid("4.10.3(1) Valid Policy Mapping", third, accepted: [1]),
            .valid("4.10.3(2)", third, accepted: [2], for: [2]),
            .invalid("4.10.4 Invalid Policy Mapping", fourth),
            .valid("4.10.5(1) Valid Policy Mapping", fifth, accepted: [1], for: [1]),
            .invalid("4.10.5(2)", fifth, accepted: [6]),
            .valid("4.10.6(1) Valid Policy Mapping", sixth, accepted: [1], for: [1]),
            .invalid("4.10.6(2)", sixth, accepted: [6]),
        ]
    }()

    private static let mappingsWithAnyPolicy: [PKITSPolicyCase] = {
        let anyCA = PolicyLink([0], maps: [(1, 2)], requireExplicit: 0)
        let subCA = [PKITSLink.goodCA, anyCA]
        let third = [PolicyLink([1, 2], maps: [(1, 3)], requireExplicit: 0), PolicyLink([3, 0])]
        let oneAndAny = PolicyLink([1, 0], maps: [(1, 2)], requireExplicit: 0)
        return [
            .invalid(
                "4.10.7 Invalid Mapping From anyPolicy",
                [PolicyLink([0], maps: [(0, 1)], requireExplicit: 0), PolicyLink([1])]),
            .invalid(
                "4.10.8 Invalid Mapping To anyPolicy",
                [PolicyLink([1], maps: [(1, 0)], requireExplicit: 0), PolicyLink([2])]),
            .valid("4.10.9 Valid Policy Mapping", [anyCA, PolicyLink([1])], for: [1]),
            .invalid("4.10.10 Invalid Policy Mapping", subCA + [PolicyLink([1])]),
            .valid("4.10.11 Valid Policy Mapping", subCA + [PolicyLink([2])], for: [1]),
            .valid("4.10.12(1) Valid Policy Mapping", third, accepted: [1], for: [1]),
            .valid("4.10.12(2)", third, accepted: [2], for: [2]),
            .valid("4.10.13 Valid Policy Mapping", [oneAndAny, PolicyLink([2])], for: [1]),
            .valid("4.10.14 Valid Policy Mapping", [oneAndAny, PolicyLink([1])], for: [1]),
        ]
    }()

    static let inhibitPolicyMapping = inhibited + inhibitedWithSelfIssued

    private static let inhibited: [PKITSPolicyCase] = {
        let inhibit1 = PolicyLink([1, 2], requireExplicit: 0, inhibitMapping: 1)
        let subCA = PolicyLink([1, 2], maps: [(1, 3), (2, 4)])
        let subsubCA = PolicyLink([3, 4], maps: [(3, 5)])
        return [
            .invalid(
                "4.11.1 Invalid inhibitPolicyMapping",
                [
                    PolicyLink([1], requireExplicit: 0, inhibitMapping: 0), PolicyLink([1], maps: [(1, 2)]),
                    PolicyLink([2]),
                ]),
            .valid("4.11.2 Valid inhibitPolicyMapping", [inhibit1, subCA, PolicyLink([3])], for: [1]),
            .invalid("4.11.3 Invalid inhibitPolicyMapping", [inhibit1, subCA, subsubCA, PolicyLink([5])]),
            .valid("4.11.4 Valid inhibitPolicyMapping", [inhibit1, subCA, subsubCA, PolicyLink([4])], for: [2]),
            .invalid(
                "4.11.5 Invalid inhibitPolicyMapping",
                [
                    PolicyLink([1], requireExplicit: 0, inhibitMapping: 5), PolicyLink([1], inhibitMapping: 1),
                    PolicyLink([1]), PolicyLink([1], maps: [(1, 2)]), PolicyLink([2]),
                ]),
            .invalid(
                "4.11.6 Invalid inhibitPolicyMapping",
                [
                    inhibit1, PolicyLink([1, 2], inhibitMapping: 5), PolicyLink([1, 2], maps: [(1, 3)]),
                    PolicyLink([3]),
                ]),
        ]
    }()

    private static let inhibitedWithSelfIssued: [PKITSPolicyCase] = {
        let start = [
            PolicyLink([1], requireExplicit: 0, inhibitMapping: 1), PolicyLink([1], isSelfIssued: true),
            PolicyLink([1], maps: [(1, 2)]),
        ]
        let subsubCA = PolicyLink([2], maps: [(2, 3)])
        let selfIssuedSubCA = PolicyLink([2], maps: [(2, 3)], isSelfIssued: true)
        return [
            .valid("4.11.7 Valid Self-Issued inhibitPolicyMapping", start + [PolicyLink([2])], for: [1]),
            .invalid("4.11.8 Invalid Self-Issued inhibitPolicyMapping", start + [subsubCA, PolicyLink([3])]),
            .invalid("4.11.9 Invalid Self-Issued inhibitPolicyMapping", start + [subsubCA, PolicyLink([2])]),
            .invalid("4.11.10 Invalid Self-Issued inhibitPolicyMapping", start + [selfIssuedSubCA, PolicyLink([3])]),
            .invalid("4.11.11 Invalid Self-Issued inhibitPolicyMapping", start + [selfIssuedSubCA, PolicyLink([2])]),
        ]
    }()
}
