import LucidDER
import LucidModel
import LucidValidation

extension Recipe {
    /// Each begins with a chain in which everybody has policy 1, and that is asked for.
    static let policies: [Breakage: Recipe] = [
        .policyMissing: askedForOne(.acceptablePolicy) { plan, _ in plan.leaf.remove(OID.certificatePolicies) },
        .policyMissingInAuthority: askedForOne(.acceptablePolicy) { plan, random in
            plan.links[plan.someAuthority(&random)].remove(OID.certificatePolicies)
        },
        .policyOther: askedForOne(.acceptablePolicy) { plan, _ in plan.leaf.assert([2]) },
        .policyRequiredByAuthority: askedForOne(.acceptablePolicy) { plan, random in
            plan.policies = PolicyInputs()
            plan.links[plan.someAuthority(&random)].set(PolicyConstraints(requireExplicitPolicy: 0), critical: true)
            plan.leaf.remove(OID.certificatePolicies)
        },
        .mappingInhibited: askedForOne(.acceptablePolicy) { plan, _ in
            plan.policies.initialPolicyMappingInhibit = true
            plan.links[plan.lastAuthority].map([(1, 2)])
            plan.leaf.assert([2])
        },
        .mappingInhibitedByAuthority: askedForOne(.acceptablePolicy) { plan, _ in
            guard plan.authorities.count > 1 else { throw UnfitChain() }
            plan.links[1].set(PolicyConstraints(inhibitPolicyMapping: 0), critical: true)
            plan.links[plan.lastAuthority].map([(1, 2)])
            plan.leaf.assert([2])
        },
        .mappingOfAnyPolicy: askedForOne(.policyMappingNotAny) { plan, _ in
            plan.links[plan.lastAuthority].map([(0, 1)])
        },
        .anyPolicyInhibited: askedForOne(.acceptablePolicy) { plan, _ in
            plan.policies.initialAnyPolicyInhibit = true
            plan.leaf.assert([0])
        },
        .anyPolicyInhibitedByAuthority: askedForOne(.acceptablePolicy) { plan, random in
            plan.links[plan.someAuthority(&random)].set(InhibitAnyPolicy(skipCerts: 0), critical: true)
            plan.leaf.assert([0])
        },
        .policyTwice: askedForOne(.policiesUnique) { plan, _ in plan.leaf.assert([1, 1]) },
        .policyConstraintsEmpty: askedForOne(.extensionsDecode) { plan, random in
            plan.links[plan.someAuthority(&random)].extensions.append(
                Extension(extnID: OID.policyConstraints, critical: true, extnValue: [0x30, 0x00]))
        },
    ]

    private static func askedForOne(_ check: Check, _ change: @escaping Change) -> Recipe {
        let whole: Change = { plan, random in
            plan.simplifyPolicies()
            try change(&plan, &random)
        }
        return Recipe.refused(check, whole)
    }
}

extension ChainPlan {
    fileprivate mutating func simplifyPolicies() {
        for place in links.indices {
            for extnID in [OID.policyMappings, OID.policyConstraints, OID.inhibitAnyPolicy] {
                links[place].remove(extnID)
            }
            if place > 0 { links[place].assert([1]) }
        }
        policies = PolicyInputs(
            userInitialPolicySet: UserInitialPolicySet([policy(1)]), initialExplicitPolicy: true)
    }
}

extension ChainPlan.Link {
    fileprivate mutating func assert(_ policies: [Int]) {
        set(
            CertificatePolicies(policies: policies.map { PolicyInformation(policyIdentifier: policy($0)) }),
            critical: false)
    }
}
