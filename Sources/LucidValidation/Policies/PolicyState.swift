public import LucidDER
import LucidModel

// What certificate policies are. A policy is a rule book by which certificates are issued: how carefully a CA looks at
// who asks, where keys are kept. It has an OBJECT IDENTIFIER for a name, and a certificate lists the policies that it
// was issued under. A whole path is good for a policy if every certificate of it lists that policy. Three things bend
// the rule: anyPolicy stands for all policies; a CA may map a policy of its own domain to the name that the domain
// below has for it; and a CA may require a policy, forbid mapping or forbid anyPolicy for what is below it.
//
// What the graph is. The question at the end is: for which policies, in the words of the trust anchor, is this path
// good? So the policies are followed from the trust anchor down. At each certificate there is a node for each policy
// that is still good, linked to the nodes above that it follows from. A policy that the next certificate does not take
// up ends there. What reaches the last certificate is followed back up to the names under which it started.
//
// Why not the tree of RFC 5280. There a node has one parent, so a policy that follows from ten others is ten nodes. A
// chain that maps all of its policies to all of them multiplies its nodes at every certificate, until memory or
// patience is out (CVE-2023-0464). RFC 9618 merges equal policies of one depth into one node with several parents. The
// answers are the same; a depth has no more nodes than the certificates so far name policies, and each mapping is
// looked at twice.

/// The policy part of path validation (RFC 5280 §6.1 as RFC 9618 §5 changes it): the state variables, and the
/// procedures that take it from certificate to certificate.
///
///     var state = PolicyState(inputs, n: certificates below the trust anchor)
///     for each certificate, from the trust anchor down:
///         state.processBasics(…)                     §6.1.3, for every certificate
///         state.prepareForNext(…)                    §6.1.4, for all but the last
///         state.wrapUp(…)                            §6.1.5, for the last
///
/// Each says what fails. All may go on after a failure, to find every reason against the path.
public struct PolicyState: Sendable {
    /// The inputs of RFC 5280 §6.1.1.
    public let inputs: PolicyInputs
    /// The number of certificates in the path, without the trust anchor.
    public let n: Int
    /// The number of the certificate that was processed last: 1 is the one that the trust anchor issued, 0 is none yet.
    public private(set) var i = 0

    // State variables (RFC 5280 §6.1.2)
    /// (a) valid_policy_graph, in place of valid_policy_tree (RFC 9618 §5.2); nil is NULL: the path is valid for no
    /// policy.
    var validPolicyGraph: PolicyGraph? = PolicyGraph()
    /// (d) explicit_policy: how many more certificates there may be, those that are not self-issued, until the path
    /// must be valid for a policy. 0: from here on it must.
    public internal(set) var explicitPolicy: Int
    /// (e) inhibit_anyPolicy: how many more until anyPolicy counts for nothing.
    public internal(set) var inhibitAnyPolicy: Int
    /// (f) policy_mapping: how many more until no policy may be mapped.
    public internal(set) var policyMapping: Int

    /// RFC 5280 §6.1.2, Initialization: (a), (d), (e) and (f).
    ///
    /// - Parameters:
    ///   - inputs: what the caller asks.
    ///   - n: the number of certificates in the path, without the trust anchor.
    public init(_ inputs: PolicyInputs = PolicyInputs(), n: Int) {
        self.inputs = inputs
        self.n = n
        explicitPolicy = inputs.initialExplicitPolicy ? 0 : n + 1
        inhibitAnyPolicy = inputs.initialAnyPolicyInhibit ? 0 : n + 1
        policyMapping = inputs.initialPolicyMappingInhibit ? 0 : n + 1
    }

    /// RFC 5280 §6.1.3, Basic Certificate Processing: (d) to (f), for the next certificate.
    ///
    /// - Parameters:
    ///   - extensions: what the certificate says about policies.
    ///   - isSelfIssued: whether its subject is its issuer.
    /// - Returns: `noValidPolicy` where (f) fails.
    public mutating func processBasics(_ extensions: PolicyExtensions, isSelfIssued: Bool) -> PolicyFailure? {
        i += 1
        if let certificatePolicies = extensions.certificatePolicies {
            processPolicies(certificatePolicies.policies, isSelfIssued: isSelfIssued)  // (d)
        } else {
            validPolicyGraph = nil  // (e)
        }
        return verifyPolicyIsValid()  // (f)
    }

    /// RFC 5280 §6.1.4, Preparation for Certificate i+1: (a), (b) and (h) to (j), for the certificate that was
    /// processed last.
    ///
    /// - Parameters:
    ///   - extensions: what the certificate says about policies.
    ///   - isSelfIssued: whether its subject is its issuer.
    /// - Returns: `anyPolicyMapped` where (a) fails. What that extension maps is then left alone.
    public mutating func prepareForNext(_ extensions: PolicyExtensions, isSelfIssued: Bool) -> PolicyFailure? {
        let failure = verifyAnyPolicyIsNotMapped(extensions.policyMappings)  // (a)
        if let policyMappings = extensions.policyMappings, failure == nil {
            mapPolicies(policyMappings.mappings)  // (b)
        }
        if !isSelfIssued { countCertificate() }  // (h)
        tightenByPolicyConstraints(extensions.policyConstraints)  // (i)
        tightenByInhibitAnyPolicy(extensions.inhibitAnyPolicy)  // (j)
        return failure
    }

    /// RFC 5280 §6.1.5, Wrap-Up Procedure: (a), (b) and (g), for certificate n.
    ///
    /// - Parameter extensions: what the certificate says about policies.
    /// - Returns: `noAcceptedPolicy` where (g) fails.
    public mutating func wrapUp(_ extensions: PolicyExtensions) -> PolicyFailure? {
        countLastCertificate()  // (a)
        requirePolicyAtOnce(extensions.policyConstraints)  // (b)
        return verifyPolicyIsAccepted()  // (g)
    }

    // What a trace may show

    /// How many nodes valid_policy_graph has at depth i; 0 where it is NULL.
    public var nodeCount: Int { validPolicyGraph?.lowest.nodeCount ?? 0 }

    /// The policies that the path is valid for at depth i, in the words of certificate i: the valid_policy of each
    /// node.
    public var validPolicies: Set<ObjectIdentifier> {
        guard let lowest = validPolicyGraph?.lowest else { return [] }
        return Set(lowest.nodes.map(\.validPolicy)).union(lowest.hasAnyPolicy ? [OID.anyPolicy] : [])
    }
}
