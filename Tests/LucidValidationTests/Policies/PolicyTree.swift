/// The policy part of RFC 5280 §6.1 as its text has it, with a tree whose nodes have one parent each. It grows
/// exponentially, so it is for small chains alone: the graph has to find the same.
struct PolicyTree {
    /// A node of valid_policy_tree.
    final class Node {
        let validPolicy: Int
        var expectedPolicySet: Set<Int>
        var children: [Node] = []
        unowned let parent: Node?

        init(_ validPolicy: Int, expecting: Set<Int>, under parent: Node?) {
            self.validPolicy = validPolicy
            expectedPolicySet = expecting
            self.parent = parent
            parent?.children.append(self)
        }

        /// The nodes so many levels down.
        func descendants(_ levels: Int) -> [Node] {
            levels == 0 ? [self] : children.flatMap { $0.descendants(levels - 1) }
        }

        /// Deletes what has no children above that level; says whether anything is left.
        func prune(_ levels: Int) -> Bool {
            guard levels > 0 else { return true }
            children.removeAll { !$0.prune(levels - 1) }
            return !children.isEmpty
        }
    }

    let chain: PolicyChain
    let n: Int
    /// valid_policy_tree; nil is NULL.
    var root: Node? = Node(0, expecting: [0], under: nil)
    var explicitPolicy, inhibitAnyPolicy, policyMapping: Int
    var outcome = PolicyOutcome()

    init(_ chain: PolicyChain) {
        self.chain = chain
        n = chain.links.count
        explicitPolicy = chain.explicit ? 0 : n + 1
        inhibitAnyPolicy = chain.inhibitAny ? 0 : n + 1
        policyMapping = chain.inhibitMapping ? 0 : n + 1
    }

    func nodes(_ depth: Int) -> [Node] { root?.descendants(depth) ?? [] }

    mutating func prune(above depth: Int) {
        if root?.prune(depth) == false { root = nil }
    }

    mutating func fail(_ i: Int, _ clause: String) {
        outcome.failures.append(.init(certificate: i, clause: "RFC 5280 §\(clause)"))
    }

    mutating func run() -> PolicyOutcome {
        for i in 1...n {
            let link = chain.links[i - 1]
            processBasics(i, link)
            if i < n { prepare(i, link) } else { wrapUp(link) }
            outcome.steps.append(
                .init(
                    explicitPolicy: explicitPolicy, inhibitAnyPolicy: inhibitAnyPolicy, policyMapping: policyMapping,
                    validPolicies: validPolicies(i)))
            if i == n { intersect() }
        }
        return outcome
    }

    func validPolicies(_ depth: Int) -> Set<Int> { Set(nodes(depth).map(\.validPolicy)) }

    /// §6.1.3 (d) to (f)
    private mutating func processBasics(_ i: Int, _ link: PolicyLink) {
        if let policies = link.policies, root != nil {
            for p in policies where p != 0 {
                let matching = nodes(i - 1).filter { $0.expectedPolicySet.contains(p) }
                for node in matching { _ = Node(p, expecting: [p], under: node) }
                if matching.isEmpty, let any = nodes(i - 1).first(where: { $0.validPolicy == 0 }) {
                    _ = Node(p, expecting: [p], under: any)
                }
            }
            if policies.contains(0), inhibitAnyPolicy > 0 || (i < n && link.isSelfIssued) {
                for node in nodes(i - 1) {
                    for p in node.expectedPolicySet where !node.children.contains(where: { $0.validPolicy == p }) {
                        _ = Node(p, expecting: [p], under: node)
                    }
                }
            }
            prune(above: i)
        }
        if link.policies == nil { root = nil }
        if explicitPolicy == 0 && root == nil { fail(i, "6.1.3(f)") }
    }

    /// §6.1.4 (a), (b), (h) to (j)
    private mutating func prepare(_ i: Int, _ link: PolicyLink) {
        if link.maps.contains(where: { $0.0 == 0 || $0.1 == 0 }) {
            fail(i, "6.1.4(a)")
        } else {
            for idP in Set(link.maps.map(\.0)) { map(i, idP, to: Set(link.maps.filter { $0.0 == idP }.map(\.1))) }
            if policyMapping == 0 { prune(above: i) }
        }
        if !link.isSelfIssued {
            if explicitPolicy != 0 { explicitPolicy -= 1 }
            if policyMapping != 0 { policyMapping -= 1 }
            if inhibitAnyPolicy != 0 { inhibitAnyPolicy -= 1 }
        }
        if let value = link.requireExplicitPolicy, value < explicitPolicy { explicitPolicy = value }
        if let value = link.inhibitPolicyMapping, value < policyMapping { policyMapping = value }
        if let value = link.inhibitAnyPolicy, value < inhibitAnyPolicy { inhibitAnyPolicy = value }
    }

    private func map(_ i: Int, _ idP: Int, to subjects: Set<Int>) {
        let found = nodes(i).filter { $0.validPolicy == idP }
        if policyMapping > 0 {
            for node in found { node.expectedPolicySet = subjects }
            if found.isEmpty, let any = nodes(i).first(where: { $0.validPolicy == 0 }) {
                _ = Node(idP, expecting: subjects, under: any.parent)
            }
        } else {
            for node in found { node.parent?.children.removeAll { $0 === node } }
        }
    }

    /// §6.1.5 (a), (b)
    private mutating func wrapUp(_ link: PolicyLink) {
        if explicitPolicy != 0 { explicitPolicy -= 1 }
        if link.requireExplicitPolicy == 0 { explicitPolicy = 0 }
    }

    /// valid_policy_node_set: "the set of policy nodes whose parent nodes have a valid_policy of anyPolicy".
    private var validPolicyNodeSet: [Node] {
        (0..<n).flatMap(nodes).filter { $0.validPolicy == 0 }.flatMap(\.children)
    }

    /// The policies of that set; anyPolicy where it reaches depth n.
    private var policiesOfTheSet: Set<Int> {
        Set(validPolicyNodeSet.map(\.validPolicy).filter { $0 != 0 })
            .union(nodes(n).contains { $0.validPolicy == 0 } ? [0] : [])
    }

    /// §6.1.5 (g): cuts the tree down to what the caller accepts.
    private mutating func intersect() {
        outcome.authorityConstrained = policiesOfTheSet
        if let accepted = chain.accepted, !accepted.contains(0), root != nil {
            let nodeSet = validPolicyNodeSet
            for node in nodeSet where node.validPolicy != 0 && !accepted.contains(node.validPolicy) {  // 2
                node.parent?.children.removeAll { $0 === node }
            }
            if let any = nodes(n).first(where: { $0.validPolicy == 0 }) {  // 3
                for p in accepted where !nodeSet.contains(where: { $0.validPolicy == p }) {
                    _ = Node(p, expecting: [p], under: any.parent)
                }
                any.parent?.children.removeAll { $0 === any }
            }
            prune(above: n)  // 4
        }
        outcome.userConstrained = policiesOfTheSet
        if explicitPolicy == 0 && root == nil { fail(n, "6.1.5(g)") }
    }
}
