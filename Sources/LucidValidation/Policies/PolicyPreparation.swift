import LucidDER
import LucidModel

// RFC 5280 §6.1.4 Preparation for Certificate i+1, (a), (b) and (h) to (j), with the graph of RFC 9618 §5.4

extension PolicyState {
    /// (a) "If a policy mappings extension is present, verify that the special value anyPolicy does not appear as an
    /// issuerDomainPolicy or a subjectDomainPolicy."
    func verifyAnyPolicyIsNotMapped(_ policyMappings: PolicyMappings?) -> PolicyFailure? {
        let wrong = policyMappings?.mappings.first {
            $0.issuerDomainPolicy == OID.anyPolicy || $0.subjectDomainPolicy == OID.anyPolicy
        }
        return wrong.map(PolicyFailure.anyPolicyMapped)
    }

    /// (b) "If a policy mappings extension is present, then for each issuerDomainPolicy ID-P in the policy mappings
    /// extension":
    mutating func mapPolicies(_ mappings: [PolicyMappings.Mapping]) {
        guard validPolicyGraph != nil else { return }
        if policyMapping > 0 {
            validPolicyGraph?.lowest.map(mappings)  // (1)
        } else {
            deleteMappedPolicies(mappings)  // (2)
        }
    }

    /// (b)(2) Where mapping is inhibited, a policy that is mapped all the same is lost: (i) its node at depth i is
    /// deleted, and (ii) what has no children then, as in §6.1.3(d)(3).
    private mutating func deleteMappedPolicies(_ mappings: [PolicyMappings.Mapping]) {
        for mapping in mappings { validPolicyGraph?.lowest.nodes[mapping.issuerDomainPolicy] = nil }
        if nodeCount == 0 { validPolicyGraph = nil }
    }

    /// (h) "If certificate i is not self-issued": one certificate less until the inhibitions begin.
    mutating func countCertificate() {
        if explicitPolicy != 0 { explicitPolicy -= 1 }  // (1)
        if policyMapping != 0 { policyMapping -= 1 }  // (2)
        if inhibitAnyPolicy != 0 { inhibitAnyPolicy -= 1 }  // (3)
    }

    /// (i) "If a policy constraints extension is included in the certificate, modify the explicit_policy and
    /// policy_mapping state variables": a certificate can make them smaller, never larger.
    mutating func tightenByPolicyConstraints(_ constraints: PolicyConstraints?) {
        explicitPolicy = min(explicitPolicy, constraints?.requireExplicitPolicy ?? explicitPolicy)  // (1)
        policyMapping = min(policyMapping, constraints?.inhibitPolicyMapping ?? policyMapping)  // (2)
    }

    /// (j) "If the inhibitAnyPolicy extension is included in the certificate and is less than inhibit_anyPolicy, set
    /// inhibit_anyPolicy to the value of inhibitAnyPolicy."
    mutating func tightenByInhibitAnyPolicy(_ inhibit: InhibitAnyPolicy?) {
        inhibitAnyPolicy = min(inhibitAnyPolicy, inhibit?.skipCerts ?? inhibitAnyPolicy)
    }
}

extension PolicyDepth {
    /// (b)(1) For each ID-P: (i) sets expected_policy_set of its node to all subjectDomainPolicy values that stand for
    /// it. (ii) Where there is no such node but one of anyPolicy, makes one beside it first, a child of the anyPolicy
    /// above.
    fileprivate mutating func map(_ mappings: [PolicyMappings.Mapping]) {
        for (policy, itsMappings) in Dictionary(grouping: mappings, by: \.issuerDomainPolicy) {
            guard
                var node = nodes[policy]
                    ?? (hasAnyPolicy ? PolicyNode(validPolicy: policy, isUnderAnyPolicy: true) : nil)
            else { continue }
            node.mappedPolicies = itsMappings.map(\.subjectDomainPolicy)
            nodes[policy] = node
        }
        if nodes.contains(where: { !$0.mappedPolicies.isEmpty }) { collectExpectedPolicies() }
    }
}
