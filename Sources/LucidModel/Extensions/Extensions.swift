public import LucidDER

/// The extensions of a certificate, in its order (RFC 5280 §4.1).
///
///     Extensions  ::=  SEQUENCE SIZE (1..MAX) OF Extension
///
/// Each value is checked when the extensions are read. What is kept is where the values stand; their structures are made
/// when they are asked for, so that reading a certificate costs no memory for what nobody looks at.
public struct Extensions: Sendable {
    /// The octets that the values stand in.
    private let source: [UInt8]
    private let entries: [Entry]
    /// Of the extensions whose values can not be decoded: seldom any.
    private let problems: [(index: Int, error: DERError)]

    /// One extension, as a place in `source`.
    private struct Entry {
        let extnID: ObjectIdentifier
        let critical: Bool
        let value: Range<Int>
    }

    /// From single extensions.
    public init(_ all: [Extension]) {
        source = all.flatMap(\.extnValue)
        var end = 0
        entries = all.map { item in
            defer { end += item.extnValue.count }
            return Entry(extnID: item.extnID, critical: item.critical, value: end..<end + item.extnValue.count)
        }
        problems = all.enumerated().compactMap { index, item in item.problem.map { (index, $0) } }
    }

    /// All of them, in an array.
    public var all: [Extension] { Array(self) }

    /// The first extension with this identifier.
    public subscript(extnID: ObjectIdentifier) -> Extension? {
        entries.firstIndex { $0.extnID == extnID }.map { self[$0] }
    }

    /// The identifiers that occur more than once; RFC 5280 §4.2 forbids that.
    public var duplicates: [ObjectIdentifier] {
        // To compare each of the usual ten with those before it is quicker than to make a set of them.
        if entries.count <= 32, !entries.indices.contains(where: isDuplicate) { return [] }
        var seen: Set<ObjectIdentifier> = []
        return entries.map(\.extnID).filter { !seen.insert($0).inserted }
    }

    /// Whether an extension before this one has the same identifier.
    private func isDuplicate(_ index: Int) -> Bool {
        entries[..<index].contains { $0.extnID == entries[index].extnID }
    }

    /// What the extension of this type says; nil where it is absent or malformed. Where there are several, the first
    /// one counts.
    public func value<Structure: CertificateExtension>(_ type: Structure.Type) -> Structure? {
        guard let item = self[Structure.extnID], item.problem == nil else { return nil }
        return try? Structure(der: item.extnValue, "")
    }

    // The extensions that path validation asks for; nil where absent or malformed.
    public var basicConstraints: BasicConstraints? { value(BasicConstraints.self) }
    public var keyUsage: KeyUsage? { value(KeyUsage.self) }
    public var extKeyUsage: ExtendedKeyUsage? { value(ExtendedKeyUsage.self) }
    public var subjectAltName: SubjectAltName? { value(SubjectAltName.self) }
    public var subjectKeyIdentifier: SubjectKeyIdentifier? { value(SubjectKeyIdentifier.self) }
    public var authorityKeyIdentifier: AuthorityKeyIdentifier? { value(AuthorityKeyIdentifier.self) }
}

extension Extensions: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    public subscript(position: Int) -> Extension {
        let entry = entries[position]
        return Extension(
            extnID: entry.extnID, critical: entry.critical, extnValue: DERBytes(source, entry.value),
            problem: problems.isEmpty ? nil : problems.first { $0.index == position }?.error)
    }
}

extension Extensions: Hashable {
    /// Equal when they have equal extensions in the same order.
    public static func == (a: Extensions, b: Extensions) -> Bool { a.elementsEqual(b) }
    public func hash(into hasher: inout Hasher) {
        for item in self { hasher.combine(item) }
    }
}

extension Extensions: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        var problems: [(index: Int, error: DERError)] = []
        var index = 0
        entries = try cursor.sequenceOf(field, minimumCount: 1) { list throws(DERError) in
            try list.sequence("") { inner throws(DERError) in
                let entry = Entry(
                    extnID: try inner.objectIdentifier("extnID"),
                    critical: try inner.booleanDefaultFalse("critical"),
                    value: try inner.checkOctetString("extnValue"))
                if let error = KnownExtension(entry.extnID)?.problem(of: entry.value, &inner) {
                    problems.append((index, error))
                }
                index += 1
                return entry
            }
        }
        self.problems = problems
        source = cursor.source
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(self) }
}
