public import LucidDER
import LucidModel

// RFC 5280 §6.1.5 Wrap-Up Procedure, (a), (b) and (g), with the graph of RFC 9618 §5.5

extension PolicyState {
    /// (a) "If explicit_policy is not 0, decrement explicit_policy by 1." Self-issued or not.
    mutating func countLastCertificate() {
        if explicitPolicy != 0 { explicitPolicy -= 1 }
    }

    /// (b) "If a policy constraints extension is included in the certificate and requireExplicitPolicy is present and
    /// has a value of 0, set the explicit_policy state variable to 0."
    mutating func requirePolicyAtOnce(_ constraints: PolicyConstraints?) {
        if constraints?.requireExplicitPolicy == 0 { explicitPolicy = 0 }
    }

    /// (g), its end: "If either (1) the value of explicit_policy variable is greater than zero or (2) the
    /// user_constrained_policy_set is not empty, then path processing has succeeded."
    func verifyPolicyIsAccepted() -> PolicyFailure? {
        explicitPolicy > 0 || !userConstrainedPolicySet.isEmpty ? nil : .noAcceptedPolicy
    }

    /// (g)(1) to (4) authority_constrained_policy_set: the policies that the path is valid for down to depth i, in the
    /// words of the trust anchor's side. anyPolicy is among them where any policy is.
    ///
    /// It is asked for after `wrapUp`. Before, it tells the same of the certificates so far.
    public var authorityConstrainedPolicySet: Set<ObjectIdentifier> {
        guard let validPolicyGraph else { return [] }  // (1)
        return validPolicyGraph.policiesUnderAnyPolicy  // (2), (4)
            .union(validPolicyGraph.lowest.hasAnyPolicy ? [OID.anyPolicy] : [])  // (3), (4)
    }

    /// (g)(5) and (6) user_constrained_policy_set: what of it the caller accepts. anyPolicy is in it only where the
    /// caller accepts any policy.
    ///
    /// It is asked for after `wrapUp`. Before, it tells the same of the certificates so far.
    public var userConstrainedPolicySet: Set<ObjectIdentifier> {
        let authorityConstrained = authorityConstrainedPolicySet  // (5)
        guard let accepted = inputs.userInitialPolicySet.policies else { return authorityConstrained }
        // (6)(i) what is not accepted is removed. (ii) Where the path is valid for any policy, it is for all accepted
        // ones.
        return authorityConstrained.contains(OID.anyPolicy) ? accepted : authorityConstrained.intersection(accepted)
    }
}

extension PolicyGraph {
    /// (g)(2) and (4) The policies of the nodes whose parent is an anyPolicy node, and that something at the lowest
    /// depth follows from.
    ///
    /// Goes up from the lowest depth, from nodes to their parents. What it does not come by has no children down to the
    /// lowest depth: those are the nodes that §6.1.3(d)(3) and §6.1.4(b)(2)(ii) delete.
    fileprivate var policiesUnderAnyPolicy: Set<ObjectIdentifier> {
        var found: Set<ObjectIdentifier> = []
        /// One of these a node must expect to have a child; nil at the lowest depth, where none needs children.
        var wanted: Set<ObjectIdentifier>?
        for depth in [lowest] + mappedDepths.reversed() {
            var wantedAbove: Set<ObjectIdentifier> = []
            for node in depth.nodes where wanted.map(node.expects) ?? true {
                if node.isUnderAnyPolicy {
                    found.insert(node.validPolicy)
                } else {
                    wantedAbove.insert(node.validPolicy)
                }
            }
            wanted = wantedAbove
        }
        return found
    }
}
