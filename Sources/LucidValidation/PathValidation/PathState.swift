public import LucidDER
public import LucidModel

/// The state variables of RFC 5280 §6.1.2 at one moment, to be shown.
public struct PathState: Hashable, Sendable {
    /// (a) valid_policy_tree: the policies of its lowest nodes, in the words of the certificate that came last; nil is NULL.
    public let validPolicies: [ObjectIdentifier]?
    /// (b) permitted_subtrees: of each set, a name of a mentioned form must be in one subtree. Empty: all names are permitted.
    public let permittedSubtrees: [[GeneralSubtree]]
    /// (c) excluded_subtrees.
    public let excludedSubtrees: [GeneralSubtree]
    /// (d), (e), (f): how many more certificates until each begins to hold.
    public let explicitPolicy, inhibitAnyPolicy, policyMapping: Int
    /// (g), (h), (i) working_public_key with its algorithm and parameters.
    public let workingPublicKey: SubjectPublicKeyInfo
    /// (j) working_issuer_name.
    public let workingIssuerName: Name
    /// (k) max_path_length.
    public let maxPathLength: Int

    /// When the variables have these values.
    public enum Moment: Hashable, Sendable {
        /// After §6.1.2, before the first certificate.
        case initialized
        /// After §6.1.4 for the certificate with this index.
        case prepared(certificateIndex: Int)
        /// After §6.1.5.
        case wrappedUp
    }
}

extension PathValidator {
    /// Tells the trace the variables' values.
    func tellState(_ moment: PathState.Moment) { work.sink.record(.state(state, moment)) }

    private var state: PathState {
        PathState(
            validPolicies: policyState.validPolicyGraph.map { _ in policyState.validPolicies.inOrder },
            permittedSubtrees: nameConstraints.permittedSubtrees.values.flatMap { $0.map(\.subtrees) }.sortedByText,
            excludedSubtrees: nameConstraints.excludedSubtrees.values.flatMap { $0.map(\.subtrees) }.sortedByText
                .flatMap { $0 },
            explicitPolicy: policyState.explicitPolicy, inhibitAnyPolicy: policyState.inhibitAnyPolicy,
            policyMapping: policyState.policyMapping, workingPublicKey: workingKey.certificate.subjectPublicKeyInfo,
            workingIssuerName: workingKey.certificate.subject, maxPathLength: maxPathLength)
    }
}

extension [[GeneralSubtree]] {
    /// In an order that does not change from run to run, as that of dictionaries does.
    fileprivate var sortedByText: [[GeneralSubtree]] {
        sorted { "\($0.map(\.base))" < "\($1.map(\.base))" }
    }
}
