import LucidDER

/// In what two files differ whose structures are compared in pairs.
public struct FileDifference: Sendable {
    /// A structure of one file with the one of the other that it belongs to.
    public enum Entry: Sendable {
        case both(a: ExplainedFile.Block, b: ExplainedFile.Block, StructuralDifference)
        case onlyA(ExplainedFile.Block)
        case onlyB(ExplainedFile.Block)
    }

    /// In the order of the first file; behind each what only the second file has there.
    public let entries: [Entry]

    /// Whether each structure has one of the other file that is the same.
    public var isSame: Bool {
        entries.allSatisfy { if case .both(_, _, let difference) = $0 { difference.isSame } else { false } }
    }

    /// Pairs the structures of two files: those with the same octets; then those with the same subject and key; then those with
    /// the same subject, or of revocation lists the same issuer; what has no name in order. Throws as `StructuralDifference` does.
    public init(all a: [ExplainedFile.Block], _ b: [ExplainedFile.Block]) throws(DifferenceProblem) {
        let (first, second) = (a.map(BlockIdentity.init), b.map(BlockIdentity.init))
        var partners = [Int?](repeating: nil, count: a.count)
        var isTaken = [Bool](repeating: false, count: b.count)
        for degree in BlockIdentity.Degree.allCases {
            var places: [[DERBytes]: [Int]] = [:]
            for index in b.indices.reversed() where !isTaken[index] {
                if let key = second[index].key(degree) { places[key, default: []].append(index) }
            }
            for index in a.indices where partners[index] == nil {
                guard let key = first[index].key(degree), let partner = places[key]?.popLast() else { continue }
                partners[index] = partner
                isTaken[partner] = true
            }
        }
        var entries: [Entry] = []
        for (index, partner) in partners.enumerated() {
            guard let partner else {
                entries.append(.onlyA(a[index]))
                continue
            }
            let difference = try StructuralDifference(a[index].explanation, b[partner].explanation)
            entries.append(.both(a: a[index], b: b[partner], difference))
        }
        entries += b.indices.filter { !isTaken[$0] }.map { .onlyB(b[$0]) }
        self.entries = entries
    }

    /// Compares one structure of each file.
    public init(_ a: ExplainedFile.Block, _ b: ExplainedFile.Block) throws(DifferenceProblem) {
        let (a, b) = Self.ofOneKind(a, b)
        entries = [.both(a: a, b: b, try StructuralDifference(a.explanation, b.explanation))]
    }

    /// DER does not say what it is: what is damaged is taken for what the other one is.
    private static func ofOneKind(
        _ a: ExplainedFile.Block, _ b: ExplainedFile.Block
    ) -> (ExplainedFile.Block, ExplainedFile.Block) {
        func isDoubtful(_ block: ExplainedFile.Block) -> Bool {
            block.label == nil && (block.explanation.kind == .unknown || !block.explanation.isFlawless)
        }
        guard a.explanation.kind != b.explanation.kind else { return (a, b) }
        if isDoubtful(b), b.explanation.kind == .unknown || !isDoubtful(a) {
            return (a, b.explained(as: a.explanation.kind))
        }
        if isDoubtful(a) { return (a.explained(as: b.explanation.kind), b) }
        return (a, b)
    }
}

extension ExplainedFile.Block {
    fileprivate func explained(as kind: Explanation.Kind) -> Self {
        guard !kind.mayBeSecret, !explanation.kind.mayBeSecret else { return self }
        return Self(label: label, line: line, headers: headers, explanation: Explanation(explanation.octets, as: kind))
    }
}

/// By what a structure of a file is found in another one.
private struct BlockIdentity {
    /// How much two have in common, the most first.
    enum Degree: CaseIterable { case octets, subjectAndKey, subject, kind }

    private let kind: DERBytes
    private let octets: DERBytes
    private let subject: DERBytes?
    private let key: DERBytes?

    init(_ block: ExplainedFile.Block) {
        let parts = ComparedParts(block.explanation)
        let isCertificate = block.explanation.kind == .trustedCertificate
        kind = DERBytes(Array((isCertificate ? Explanation.Kind.certificate : block.explanation.kind).rawValue.utf8))
        octets = block.explanation.octets
        let name = parts.subject ?? parts.issuer
        subject = name.flatMap { $0.children.isEmpty ? nil : $0.octets }
        key = parts.key?.octets
    }

    func key(_ degree: Degree) -> [DERBytes]? {
        switch degree {
        case .octets: [kind, octets]
        case .subjectAndKey: subject.flatMap { subject in key.map { [kind, subject, $0] } }
        case .subject: subject.map { [kind, $0] }
        case .kind: subject == nil ? [kind] : nil
        }
    }
}
