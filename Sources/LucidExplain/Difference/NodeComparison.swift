import LucidDER

/// Goes through two trees at once and collects what differs.
///
/// What has the same octets is left out as a whole. Of two structures with the same identifier the parts are paired and compared;
/// their lengths change with the parts, and are not told. Everything else that differs is told where it is.
struct NodeComparison {
    private(set) var differences: [Difference] = []
    /// The pairs around the one that is compared, from the outermost inwards.
    private(set) var around: [NodePair] = []
    /// The names of the fields around.
    private var path: [String] = []
    /// Where a certificate is compared with a request: whether the request is the first of the two.
    var isRequestFirst: Bool?

    init() {}

    /// Two parts that belong together.
    mutating func compare(_ a: FieldNode, _ b: FieldNode) {
        guard a.octets != b.octets else { return }
        guard a.isStructure, b.isStructure, a.tag == b.tag, a.isVector == b.isVector, !NodePair(a, b).isSignature else {
            return tell(a, b)
        }
        enter(a)
        if a.isCutOff || b.isCutOff, a.octets[a.line.range] != b.octets[b.line.range] { tellLengths(a, b) }
        around.append(NodePair(a, b))
        compare(parts: a.children, b.children, of: NodePair(a, b))
        around.removeLast()
        leave()
    }

    /// The parts of two structures; without one, the outermost elements.
    mutating func compare(parts a: [FieldNode], _ b: [FieldNode], of pair: NodePair?) {
        let kind = pair.map { ListKind($0) } ?? .inOrder
        let matching = kind.matching(a, b)
        for partners in matching.pairs {
            switch (partners.a.map { a[$0] }, partners.b.map { b[$0] }) {
            case (let a?, let b?): compare(a, b)
            case (let a?, nil): tell(LoneNode(node: a, isInA: true), among: b)
            case (nil, let b?): tell(LoneNode(node: b, isInA: false), among: a)
            case (nil, nil): break
            }
        }
        if matching.isReordered, let pair { tellOrder(pair, kind) }
    }

    // MARK: Where

    /// Calls `body` with a field's name around.
    mutating func inside(_ name: String, _ body: (inout NodeComparison) -> Void) {
        path.append(name)
        body(&self)
        path.removeLast()
    }

    private mutating func enter(_ node: FieldNode) { path.append(Self.name(of: node)) }
    private mutating func leave() { path.removeLast() }

    /// What stands in the path for a part: its field, or for entries of names their type.
    private static func name(of node: FieldNode) -> String {
        let isAttribute = node.line.meaning.asn1.hasPrefix("AttributeTypeAndValue")
        return isAttribute && !node.line.value.isEmpty ? "(\(node.line.value))" : node.name
    }

    private func path(to node: FieldNode) -> String { Annotator.joined(path + [Self.name(of: node)]) }

    // MARK: What

    /// Two parts with different octets that are not looked into any further.
    private mutating func tell(_ a: FieldNode, _ b: FieldNode) {
        let pair = NodePair(a, b)
        let (kind, words) = likeness(of: pair)
        add(kind, path(to: a), Difference.Side(a), Difference.Side(b), words)
    }

    /// A part that only one of the two has.
    mutating func tell(_ lone: LoneNode, among others: [FieldNode]) {
        let (kind, words) = presence(of: lone, among: others)
        let side = Difference.Side(lone.node)
        add(kind, path(to: lone.node), lone.isInA ? side : nil, lone.isInA ? nil : side, words)
    }

    /// The lengths of structures that end before they should: they follow from nothing that is there.
    private mutating func tellLengths(_ a: FieldNode, _ b: FieldNode) {
        let words = DifferenceWords(
            "A structure was cut off: its length counts octets that are not there, and not as many in both.",
            "X.690 §8.1.3")
        add(.unreadable, Annotator.joined(path), Difference.Side(headerOf: a), Difference.Side(headerOf: b), words)
    }

    private mutating func tellOrder(_ pair: NodePair, _ kind: ListKind) {
        let words = orderWords(kind, of: pair)
        add(
            .order, Annotator.joined(path), Difference.Side(orderOf: pair.a), Difference.Side(orderOf: pair.b), words)
    }

    mutating func add(
        _ kind: Difference.Kind, _ path: String, _ a: Difference.Side?, _ b: Difference.Side?, _ words: DifferenceWords
    ) {
        differences.append(
            Difference(kind: kind, path: path, a: a, b: b, sentence: words.sentence, clause: words.clause))
    }
}
