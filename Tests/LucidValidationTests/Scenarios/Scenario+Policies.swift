import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// RFC 5280 §6.1.3(d) to (f), §6.1.5(g): under which policies a path is valid. The policies' own tests are in
    /// `Policies/`.
    static let policies: [Scenario] = [
        .refused(
            "a policy is required, and there is none", [Failure(.explicitPolicy, 0), Failure(.acceptablePolicy, 0)]
        ) {
            w, q in
            try q.middle(
                w,
                World.ca([policies(1), Extension(PolicyConstraints(requireExplicitPolicy: 0), critical: true)]))
        },
        .accepted("a policy is required, and there is one") { w, q in
            try q.middle(
                w,
                World.ca([policies(1), Extension(PolicyConstraints(requireExplicitPolicy: 0), critical: true)]))
            try q.leaf(w, World.leaf([policies(1)]))
        },
        .refused("another policy than the caller accepts", [Failure(.acceptablePolicy, 0)]) { w, q in
            try q.middle(w, World.ca([policies(1, 2)]))
            try q.leaf(w, World.leaf([policies(1)]))
            q.settings = {
                $0.policies = PolicyInputs(userInitialPolicySet: .init([policy(2)]), initialExplicitPolicy: true)
            }
        },
        .accepted("a policy that the caller accepts") { w, q in
            try q.middle(w, World.ca([policies(1, 2)]))
            try q.leaf(w, World.leaf([policies(2)]))
            q.settings = {
                $0.policies = PolicyInputs(userInitialPolicySet: .init([policy(2)]), initialExplicitPolicy: true)
            }
        },
        .refused(
            "the caller requires a policy, and there is none",
            [Failure(.explicitPolicy, 1), Failure(.explicitPolicy, 0), Failure(.acceptablePolicy, 0)]
        ) { _, q in
            q.settings = { $0.policies.initialExplicitPolicy = true }
        },
        .refused("anyPolicy is mapped", [Failure(.policyMappingNotAny, 1)]) { w, q in
            let mappings = PolicyMappings(mappings: [
                .init(issuerDomainPolicy: OID.anyPolicy, subjectDomainPolicy: policy(1))
            ])
            try q.middle(w, World.ca([policies(1), Extension(mappings, critical: true)]))
        },
        .refused("to anyPolicy is mapped", [Failure(.policyMappingNotAny, 1)]) { w, q in
            let mappings = PolicyMappings(mappings: [
                .init(issuerDomainPolicy: policy(1), subjectDomainPolicy: OID.anyPolicy)
            ])
            try q.middle(w, World.ca([policies(1), Extension(mappings, critical: true)]))
        },
    ]

    /// One of the policies that these scenarios know.
    static func policy(_ number: UInt64) -> ObjectIdentifier { ObjectIdentifier(2, 999, 2, number) }

    static func policies(_ numbers: UInt64...) -> Extension {
        Extension(
            CertificatePolicies(policies: numbers.map { PolicyInformation(policyIdentifier: policy($0)) }),
            critical: false)
    }
}
