public import LucidModel

/// Why a path fails for its policies.
public enum PolicyFailure: Hashable, Sendable {
    /// A policy is required from here on (explicit_policy is 0), and the path is valid for none (valid_policy_graph is
    /// NULL). Where this is found for one certificate it is found for all below it, and again at the end.
    case noValidPolicy
    /// A certificate maps anyPolicy to another policy, or another to anyPolicy.
    case anyPolicyMapped(PolicyMappings.Mapping)
    /// A policy is required at the end of the path, and user_constrained_policy_set is empty: the path is valid for no
    /// policy that the caller accepts.
    case noAcceptedPolicy

    /// The clause that asks for the check.
    public var clause: String {
        switch self {
        case .noValidPolicy: "RFC 5280 §6.1.3(f)"
        case .anyPolicyMapped: "RFC 5280 §6.1.4(a)"
        case .noAcceptedPolicy: "RFC 5280 §6.1.5(g)"
        }
    }
}
