import LucidDER
import LucidModel

/// valid_policy_graph (RFC 9618 §5.2, in place of RFC 5280's valid_policy_tree): the policies for which the path is
/// valid so far, and where they come from. `PolicyState` tells what it is for. A graph that RFC 9618 calls NULL is nil
/// in Lucid.
///
/// A node belongs to a depth, which is the number of a certificate, and bears a policy, its valid_policy. No depth has
/// two nodes with one policy. Its expected_policy_set has the policies by which the next certificate may refer to it:
/// its own, or those that its certificate maps it to.
///
/// Edges are not stored, for the sets tell them: the parents of a node P are the nodes one depth above that expect P.
/// Where none does, the parent is the node anyPolicy above.
///
/// Of all depths only those are kept that some later step looks at:
/// - the lowest one, to which the next certificate adds children;
/// - above it those where a policy was mapped. Elsewhere each node has one child at most, which bears the same policy
///   and so says all that its parent said.
///
/// Policy qualifiers are not kept, as RFC 9618 §5.2(a) and §5.5(g)(4)(ii) allow: Lucid does not show them to anybody.
struct PolicyGraph: Sendable {
    /// The depths above the lowest where policies were mapped, from the trust anchor down.
    private(set) var mappedDepths: [PolicyDepth] = []
    /// The depth of the certificate that was processed last.
    var lowest: PolicyDepth

    /// RFC 9618 §5.2(a): the initial graph is one node, anyPolicy, at depth zero, which expects anyPolicy.
    init() { lowest = PolicyDepth(hasAnyPolicy: true) }

    /// Puts the next certificate's nodes below the lowest ones.
    mutating func append(_ children: PolicyDepth) {
        if lowest.expectedPolicies != nil { mappedDepths.append(lowest) }
        lowest = children
    }
}

/// The nodes of one depth of the graph.
struct PolicyDepth: Sendable {
    /// Whether there is a node whose valid_policy is anyPolicy. All that such a node has is known: it expects
    /// anyPolicy, and its parent is the one above it (RFC 9618 §5.2, the invariants).
    var hasAnyPolicy: Bool
    /// The other nodes.
    var nodes = PolicyNodes()
    /// What `nodes` expect, all together; nil as long as nothing is mapped, when each expects its own policy alone.
    private(set) var expectedPolicies: Set<ObjectIdentifier>?

    init(hasAnyPolicy: Bool = false) { self.hasAnyPolicy = hasAnyPolicy }

    /// How many nodes there are.
    var nodeCount: Int { nodes.count + (hasAnyPolicy ? 1 : 0) }

    /// Collects what the nodes expect, after a mapping has changed that.
    mutating func collectExpectedPolicies() {
        var expected: Set<ObjectIdentifier> = []
        for node in nodes { expected.formUnion(node.expectedPolicySet) }
        expectedPolicies = expected
    }
}

/// A node whose valid_policy is not anyPolicy.
struct PolicyNode: Hashable, Sendable {
    let validPolicy: ObjectIdentifier
    /// Whether it is in valid_policy_node_set (RFC 9618 §5.5(g)(2)): its parent is an anyPolicy node, so here begins a
    /// policy that the trust anchor's side knows by this very name. A node that only carries on its parent's policy
    /// bears its parent's mark.
    let isUnderAnyPolicy: Bool
    /// The policies that a mapping put in the place of `validPolicy`; empty where none did.
    var mappedPolicies: [ObjectIdentifier] = []

    /// expected_policy_set.
    var expectedPolicySet: [ObjectIdentifier] { mappedPolicies.isEmpty ? [validPolicy] : mappedPolicies }

    /// Whether a policy of that set is in its expected_policy_set.
    func expects(oneOf policies: Set<ObjectIdentifier>) -> Bool {
        mappedPolicies.isEmpty ? policies.contains(validPolicy) : mappedPolicies.contains(where: policies.contains)
    }
}
