import LucidDER
import LucidModel

// RFC 5280 §6.1.3 Basic Certificate Processing, (d) to (f), with the graph of RFC 9618 §5.3

extension PolicyState {
    /// (d) "If the certificate policies extension is present in the certificate and the valid_policy_graph is not NULL,
    /// process the policy information": builds depth i from depth i-1.
    mutating func processPolicies(_ policies: [PolicyInformation], isSelfIssued: Bool) {
        guard let parents = validPolicyGraph?.lowest else { return }
        var children = PolicyDepth()
        var hasAnyPolicy = false
        for policy in policies.lazy.map(\.policyIdentifier) {
            if policy == OID.anyPolicy {
                hasAnyPolicy = true
            } else {  // (1)
                children.nodes[policy] = parents.childThatIsExpected(policy) ?? parents.childOfAnyPolicy(policy)
            }
        }
        if hasAnyPolicy, anyPolicyCounts(isSelfIssued: isSelfIssued) {
            children.addAllThatIsExpected(by: parents)  // (2)
        }
        deleteNodesWithoutChildren(children)  // (3)
    }

    /// The condition of (d)(2): "either (a) inhibit_anyPolicy is greater than 0 or (b) i<n and the certificate is
    /// self-issued".
    private func anyPolicyCounts(isSelfIssued: Bool) -> Bool { inhibitAnyPolicy > 0 || i < n && isSelfIssued }

    /// (d)(3) deletes the nodes of depth i-1 or less that have no children, again and again until there are none. A
    /// node of depth i keeps all that it follows from, so NULL is left exactly where depth i has no node.
    ///
    /// The other nodes without children are still there: no step but §6.1.5(g) looks at nodes above depth i, and that
    /// one passes over them. Deleting them once, on the way up, costs no more than the graph is large; deleting them
    /// here would cost that for each certificate.
    private mutating func deleteNodesWithoutChildren(_ children: PolicyDepth) {
        if children.nodeCount == 0 {
            validPolicyGraph = nil
        } else {
            validPolicyGraph?.append(children)
        }
    }

    /// (f) "Verify that either explicit_policy is greater than 0 or the valid_policy_graph is not equal to NULL."
    func verifyPolicyIsValid() -> PolicyFailure? {
        explicitPolicy > 0 || validPolicyGraph != nil ? nil : .noValidPolicy
    }
}

extension PolicyDepth {
    /// (d)(1)(i) The node of P-OID at depth i, if nodes of depth i-1 have it in their expected_policy_set: those are
    /// its parents.
    fileprivate func childThatIsExpected(_ policy: ObjectIdentifier) -> PolicyNode? {
        guard let expectedPolicies else {
            // Nothing is mapped: P-OID's only parent is P-OID.
            return nodes[policy]
        }
        return expectedPolicies.contains(policy) ? PolicyNode(validPolicy: policy, isUnderAnyPolicy: false) : nil
    }

    /// (d)(1)(ii) "If there was no match in step (i) and the valid_policy_graph includes a node of depth i-1 with the
    /// valid_policy anyPolicy": P-OID as that node's child.
    fileprivate func childOfAnyPolicy(_ policy: ObjectIdentifier) -> PolicyNode? {
        hasAnyPolicy ? PolicyNode(validPolicy: policy, isUnderAnyPolicy: true) : nil
    }

    /// (d)(2) anyPolicy in a certificate takes up all that is expected and not yet taken up, anyPolicy included.
    fileprivate mutating func addAllThatIsExpected(by parents: PolicyDepth) {
        hasAnyPolicy = parents.hasAnyPolicy
        guard let expectedPolicies = parents.expectedPolicies else {
            for node in parents.nodes { nodes[node.validPolicy] = node }
            return
        }
        for policy in expectedPolicies where nodes[policy] == nil {
            nodes[policy] = PolicyNode(validPolicy: policy, isUnderAnyPolicy: false)
        }
    }
}
