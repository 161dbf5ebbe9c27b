import LucidDER

/// Nodes of one depth, found by their policy.
///
/// The first one lies in the structure itself, so that a path whose certificates name a single policy allocates
/// nothing.
struct PolicyNodes: Sendable {
    private var first: PolicyNode?
    private var others: [ObjectIdentifier: PolicyNode] = [:]

    var count: Int { others.count + (first == nil ? 0 : 1) }

    /// The node with that valid_policy; put nil to delete it.
    subscript(policy: ObjectIdentifier) -> PolicyNode? {
        get {
            if let first, first.validPolicy == policy { return first }
            return others.isEmpty ? nil : others[policy]
        }
        set {
            if first?.validPolicy == policy || first == nil && others.isEmpty {
                first = newValue
            } else {
                others[policy] = newValue
            }
        }
    }
}

extension PolicyNodes: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate var first: PolicyNode?
        fileprivate var others: Dictionary<ObjectIdentifier, PolicyNode>.Values.Iterator

        mutating func next() -> PolicyNode? {
            if let node = first.take() { return node }
            return others.next()
        }
    }

    func makeIterator() -> Iterator { Iterator(first: first, others: others.values.makeIterator()) }
}
