import LucidDER

/// How the parts of a structure are told from each other.
enum ListKind: Equatable {
    /// A SEQUENCE with fields, each with its name.
    case fields
    /// A list whose entries are identified by their first part: extensions and attributes by their type, policies by their
    /// identifier, revoked certificates by their serial number, services by their method.
    case byFirstPart
    /// A Name: steps that are identified by the types of their attributes. Their order counts.
    case name
    /// The attributes of one step of a name, by their type.
    case attributesOfName
    /// Names of hosts and others, in any order.
    case generalNames
    /// Promises of logs, by the log.
    case timestamps
    /// A set of entries that are nothing but their value: purposes, subtrees, pairs of policies.
    case set
    /// Places of revocation lists: a set whose entries have parts.
    case places
    /// Elements of which nothing is known but their place.
    case inOrder

    init(_ node: FieldNode) {
        let asn1 = node.line.meaning.asn1
        guard let type = Self.lists.first(where: { asn1.contains($0.type) }) else {
            let hasFields = node.children.contains { !$0.step.isEmpty && !$0.isInList }
            self = hasFields || node.children.isEmpty ? .fields : .inOrder
            return
        }
        self = type.kind
    }

    /// Of two structures that belong together. Damaged ones may look like different kinds: then the one whose parts have names is
    /// right, whichever of the two it is.
    init(_ pair: NodePair) {
        let (a, b) = (ListKind(pair.a), ListKind(pair.b))
        let known = [a, b].filter { $0 != .fields && $0 != .inOrder }
        self =
            a == b ? a : known.count == 2 ? .inOrder : known.first ?? .fields
    }

    /// By a part of the line of ASN.1 that is in no other type's.
    private static let lists: [(type: String, kind: ListKind)] = [
        ("SEQUENCE SIZE (1..MAX) OF Extension", .byFirstPart), ("SEQUENCE OF RelativeDistinguishedName", .name),
        ("SET SIZE (1..MAX) OF AttributeTypeAndValue", .attributesOfName),
        ("SEQUENCE SIZE (1..MAX) OF GeneralName", .generalNames),
        ("SET OF AttributeValue", .inOrder), ("SET OF Attribute", .byFirstPart),
        ("SEQUENCE OF Attribute", .byFirstPart),
        ("OF PolicyInformation", .byFirstPart), ("revokedCertificates ", .byFirstPart),
        ("AuthorityInfoAccessSyntax ::=", .byFirstPart), ("SEQUENCE SIZE (1..MAX) OF KeyPurposeId", .set),
        ("GeneralSubtrees", .set), ("PolicyMappings ::=", .set), ("CRLDistributionPoints ::=", .places),
        ("SerializedSCT sct_list", .timestamps),
    ]

    /// Whether another order says something else: of a name it does (RFC 5280 §7.1), of everything else here it does not.
    var isOrdered: Bool { self == .name }

    /// Pairs the parts of two structures of this kind.
    func matching(_ a: [FieldNode], _ b: [FieldNode]) -> Matching {
        switch self {
        case .fields: Matching(a, b) { $0.isRaw && $0.step.isEmpty ? .unreadable : .field($0.step) }
        case .byFirstPart, .attributesOfName: Matching(a, b) { Self.key($0.children.first, of: $0) }
        case .name:
            Matching(a, b) { step in
                step.isRaw ? .unreadable : .octets(step.children.flatMap { $0.children.first?.octets.array ?? [] })
            }
        case .generalNames: Matching(a, b, key: Self.nameKey)
        case .timestamps: Matching(a, b) { Self.key($0.child("id"), of: $0) }
        case .set: Matching(a, b) { Self.key($0, of: $0) }
        case .places: Matching(a, b, pairsRest: true) { Self.key($0, of: $0) }
        case .inOrder: Matching(inOrder: a, b)
        }
    }

    private static func key(_ part: FieldNode?, of node: FieldNode) -> MatchingKey {
        node.isRaw ? .unreadable : .octets(part?.octets.array ?? [])
    }

    /// A general name by its octets; that of a host without regard to capitals, which do not matter in it (RFC 4343 §2).
    private static func nameKey(_ name: FieldNode) -> MatchingKey {
        if name.isRaw { return .unreadable }
        guard name.tag == .context(2) else { return .octets(name.octets.array) }
        return .octets(name.octets.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 })
    }
}
