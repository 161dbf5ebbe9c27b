public import LucidDER

/// One thing in which two structures differ.
public struct Difference: Hashable, Sendable {
    /// In what way they differ.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One says something else than the other.
        case value
        /// Only one of them has it.
        case presence
        /// Both say the same, in another type: `PrintableString` and `UTF8String`, `UTCTime` and `GeneralizedTime`.
        case type
        /// Both say the same, in other octets: longer than need be, or with a default written out.
        case encoding
        /// The same parts stand in another order.
        case order
        /// At least one of them can not be read.
        case unreadable
    }

    /// What one of the two has.
    public struct Side: Hashable, Sendable {
        /// Where it is, with places in lists: `tbsCertificate.extensions[2](keyUsage).critical`.
        public let path: String
        /// The octets in question; their range is where they stand in the structure.
        public let octets: DERBytes
        /// `PrintableString`, `[0]`; empty for what is no element.
        public let type: String
        /// What they say in words; what is wrong with them, where they can not be read.
        public let value: String
        /// Whether they could be read.
        public let isReadable: Bool
    }

    public let kind: Kind
    /// Where it is, by names alone: `tbsCertificate.extensions(keyUsage).critical`.
    public let path: String
    /// What the first structure has; nil where it has nothing there.
    public let a: Side?
    /// What the second one has.
    public let b: Side?
    /// What it means: whole sentences.
    public let sentence: String
    /// Where the standard says so: `RFC 5280 §7.1`.
    public let clause: String
}

extension Difference.Side {
    init(_ node: FieldNode) {
        path = node.line.path
        octets = node.octets
        type = node.tag?.description ?? ""
        isReadable = !node.isRaw
        value =
            if let problem = node.line.problem, node.isRaw { "not readable: \(problem.withoutClause)" } else {
                node.words
            }
    }
}

extension Difference.Side {
    /// The identifier and length octets of a structure alone.
    init(headerOf node: FieldNode) {
        path = node.line.path
        octets = node.octets[node.line.range]
        type = node.tag?.description ?? ""
        isReadable = true
        value = "a length that counts more than what is there"
    }
}

extension Difference.Side {
    /// A list with the names of its entries in their order.
    init(orderOf node: FieldNode) {
        path = node.line.path
        octets = node.octets
        type = node.tag?.description ?? ""
        isReadable = true
        value = node.children.map { entry in
            let name = entry.name
            return name.first == "(" ? String(name.dropFirst().dropLast()) : entry.words
        }.joined(separator: ", ")
    }
}
