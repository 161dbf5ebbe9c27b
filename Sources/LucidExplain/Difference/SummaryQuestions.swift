import LucidDER
import LucidModel
import LucidSignature

/// What people ask first about two structures: the same key, the same names, the same issuer?
struct SummaryQuestions {
    typealias Answer = DifferenceSummary.Answer

    /// nil where one of the two has no such thing, or it can not be read.
    let key: Answer?
    let subject: Answer?
    let issuer: Answer?
    /// The names of subjectAltName: nil where neither has some.
    let names: Answer?
    let term: Answer?
    private let a: ComparedParts
    private let b: ComparedParts

    init(_ a: ComparedParts, _ b: ComparedParts) {
        (self.a, self.b) = (a, b)
        key = Self.compare(a.key, b.key) { a, b in
            guard let a = Self.publicKey(a), let b = Self.publicKey(b) else { return false }
            return a == b
        }
        subject = Self.compare(a.subject, b.subject, Self.namesMatch)
        issuer = Self.compare(a.issuer, b.issuer, Self.namesMatch)
        let (first, second) = (Self.texts(a.alternativeNames), Self.texts(b.alternativeNames))
        names =
            first.isEmpty && second.isEmpty || !a.hasAllFields || !b.hasAllFields
            ? nil
            : Set(first) != Set(second)
                ? .different
                : a.alternativeNames.map(\.octets) == b.alternativeNames.map(\.octets) ? .same : .equivalent
        term = Self.compare(a.validity, b.validity) { a, b in
            guard let a = Self.times(a), let b = Self.times(b) else { return false }
            return a == b
        }
    }

    private static func compare(
        _ a: FieldNode?, _ b: FieldNode?, _ isEquivalent: (FieldNode, FieldNode) -> Bool
    ) -> Answer? {
        guard let a, let b else { return nil }
        if a.octets == b.octets { return .same }
        guard a.isReadable, b.isReadable else { return nil }
        return isEquivalent(a, b) ? .equivalent : .different
    }

    /// Whether names are the same to RFC 5280 §7.1.
    static func namesMatch(_ a: FieldNode, _ b: FieldNode) -> Bool { NodeComparison.namesMatch(NodePair(a, b)) }

    private static func publicKey(_ node: FieldNode) -> PublicKey? {
        (try? SubjectPublicKeyInfo(der: node.octets, "")).flatMap { try? PublicKey($0) }
    }

    static func times(_ validity: FieldNode) -> [CalendarTime]? {
        guard let first = validity.child("notBefore")?.time, let last = validity.child("notAfter")?.time else {
            return nil
        }
        return [first.time, last.time]
    }

    /// General names as texts that can be told apart; hosts without regard to capitals.
    private static func texts(_ names: [FieldNode]) -> [String] {
        names.map { name in
            let text = "\(name.name) \(name.words)"
            return name.tag == .context(2) ? text.lowercased() : text
        }
    }

    // MARK: In words

    var facts: [DifferenceSummary.Fact] {
        var facts: [DifferenceSummary.Fact] = []
        func add(_ subject: String, _ answer: Answer?, _ words: (Answer) -> String) {
            if let answer { facts.append(.init(subject: subject, answer: answer, text: words(answer))) }
        }
        add("key", key) { Self.words($0, shown(a.key), shown(b.key), equivalent: "the same key, in other octets") }
        let equivalentName = "the same to RFC 5280 §7.1, but not octet for octet"
        add("subject", subject) { Self.words($0, a.subject?.words, b.subject?.words, equivalent: equivalentName) }
        add("issuer", issuer) { Self.words($0, a.issuer?.words, b.issuer?.words, equivalent: equivalentName) }
        add("names", names, nameWords)
        add("term", term) { Self.words($0, termText(a), termText(b), equivalent: "the same, in other octets") }
        if a.kind == .revocationList, b.kind == .revocationList { facts.append(entries) }
        return facts
    }

    private static func words(_ answer: Answer, _ a: String?, _ b: String?, equivalent: String) -> String {
        let (a, b) = (a ?? "", b ?? "")
        switch answer {
        case .same: return a.isEmpty ? "the same" : "the same: \(a)"
        case .equivalent: return "\(equivalent): \(a)"
        case .different: return a == b ? "different: \(a) in both" : "\(a) in A, \(b) in B"
        }
    }

    private func shown(_ key: FieldNode?) -> String? {
        key.flatMap { Self.publicKey($0)?.summary ?? $0.children.first?.line.value }
    }

    private func termText(_ parts: ComparedParts) -> String? {
        parts.validity.flatMap { node in
            Self.times(node).map {
                "\($0[0].date) to \($0[1].date)"
                    + (node.line.value.isEmpty ? "" : " (\(NodeComparison.lifetime(node)))")
            }
        }
    }

    private func nameWords(_ answer: Answer) -> String {
        let (first, second) = (a.alternativeNames, b.alternativeNames)
        switch answer {
        case .same: return "the same: \(Self.list(first))"
        case .equivalent: return "the same, in other octets or another order: \(Self.list(first))"
        case .different:
            let (known, other) = (Set(Self.texts(first)), Set(Self.texts(second)))
            let removed = zip(first, Self.texts(first)).filter { !other.contains($0.1) }.map(\.0)
            let added = zip(second, Self.texts(second)).filter { !known.contains($0.1) }.map(\.0)
            let parts = [("only in A", removed), ("only in B", added)].filter { !$0.1.isEmpty }
            return parts.map { "\($0.0): \(Self.list($0.1))" }.joined(separator: "; ")
        }
    }

    private static func list(_ names: [FieldNode]) -> String {
        let shown = names.prefix(5).map(\.words).joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }

    /// How many certificates two lists revoke, and how many of them only one.
    private var entries: DifferenceSummary.Fact {
        func serials(_ parts: ComparedParts) -> Set<[UInt8]> {
            Set(
                parts.signed?.child("revokedCertificates")?.children.compactMap { $0.children.first?.octets.array }
                    ?? [])
        }
        let (first, second) = (serials(a), serials(b))
        let (added, removed) = (second.subtracting(first).count, first.subtracting(second).count)
        let text = "\(first.count) revoked in A, \(second.count) in B; \(removed) only in A, \(added) only in B"
        return .init(subject: "entries", answer: first == second ? .same : .different, text: text)
    }
}
