public import LucidDER
import LucidModel

/// What the caller asks of certificate policies: the inputs (c), (e), (f) and (g) of RFC 5280 §6.1.1. As they stand by
/// default, they ask for nothing.
public struct PolicyInputs: Hashable, Sendable {
    /// (c) user-initial-policy-set: the policies that the caller accepts.
    public var userInitialPolicySet: UserInitialPolicySet
    /// (e) initial-policy-mapping-inhibit: whether no certificate of the path may map policies.
    public var initialPolicyMappingInhibit: Bool
    /// (f) initial-explicit-policy: whether the path must be valid for at least one accepted policy.
    public var initialExplicitPolicy: Bool
    /// (g) initial-any-policy-inhibit: whether anyPolicy in a certificate counts for nothing.
    public var initialAnyPolicyInhibit: Bool

    /// The inputs that are named; the others ask for nothing.
    public init(
        userInitialPolicySet: UserInitialPolicySet = .anyPolicy, initialPolicyMappingInhibit: Bool = false,
        initialExplicitPolicy: Bool = false, initialAnyPolicyInhibit: Bool = false
    ) {
        self.userInitialPolicySet = userInitialPolicySet
        self.initialPolicyMappingInhibit = initialPolicyMappingInhibit
        self.initialExplicitPolicy = initialExplicitPolicy
        self.initialAnyPolicyInhibit = initialAnyPolicyInhibit
    }
}

/// The policies that a caller accepts (RFC 5280 §6.1.1(c)).
public struct UserInitialPolicySet: Hashable, Sendable {
    /// The accepted policies; nil where the caller "is not concerned about certificate policy".
    public let policies: Set<ObjectIdentifier>?

    /// Any policy will do.
    public static let anyPolicy = UserInitialPolicySet(policies: nil)

    /// These policies and no others; any policy will do where anyPolicy is among them.
    public init(_ policies: some Sequence<ObjectIdentifier>) {
        let policies = Set(policies)
        self.init(policies: policies.contains(OID.anyPolicy) ? nil : policies)
    }

    private init(policies: Set<ObjectIdentifier>?) { self.policies = policies }
}
