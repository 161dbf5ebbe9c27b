import LucidDER
import LucidModel

// RFC 5280 §6.1.5 Wrap-Up Procedure

extension PathValidator {
    mutating func wrapUp(_ index: Int) {
        // (c) to (e) hand the target's key to the caller, who finds it in the verdict's path.
        checkCriticalExtensions(index)  // (f)
        checkPolicies(index)  // (a), (b), (g)
    }

    /// (a), (b), (g) the path is valid for a policy that the caller accepts, where one is asked for.
    private mutating func checkPolicies(_ index: Int) {
        let failure = policyState.wrapUp(facts(index).policies)
        guard failure != nil || policyState.explicitPolicy == 0 else { return }
        let policies = policyState.userConstrainedPolicySet
        note(
            .acceptablePolicy, index, isGood: failure == nil,
            [.init("policies", .list(policies.inOrder.map(\.nameOrNumbers)))])
    }
}

extension Set<ObjectIdentifier> {
    /// The identifiers in a fixed order, that of their text.
    var inOrder: [ObjectIdentifier] { sorted { $0.description < $1.description } }
}
