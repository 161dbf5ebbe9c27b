public import LucidDER

/// The extensions of a certificate, in its order (RFC 5280 §4.1).
///
///     Extensions  ::=  SEQUENCE SIZE (1..MAX) OF Extension
public struct Extensions: Hashable, Sendable {
    public let all: [Extension]

    public init(_ all: [Extension]) { self.all = all }

    public var isEmpty: Bool { all.isEmpty }

    /// The first extension with this identifier.
    public subscript(extnID: ObjectIdentifier) -> Extension? { all.first { $0.extnID == extnID } }

    /// The identifiers that occur more than once; RFC 5280 §4.2 forbids that.
    public var duplicates: [ObjectIdentifier] {
        var seen: Set<ObjectIdentifier> = []
        return all.map(\.extnID).filter { !seen.insert($0).inserted }
    }

    // The extensions that path validation asks for; nil where absent or malformed.
    public var basicConstraints: BasicConstraints? {
        if case .basicConstraints(let value)? = self[OID.basicConstraints]?.content { value } else { nil }
    }
    public var keyUsage: KeyUsage? {
        if case .keyUsage(let value)? = self[OID.keyUsage]?.content { value } else { nil }
    }
    public var extKeyUsage: ExtendedKeyUsage? {
        if case .extKeyUsage(let value)? = self[OID.extKeyUsage]?.content { value } else { nil }
    }
    public var subjectAltName: SubjectAltName? {
        if case .subjectAltName(let value)? = self[OID.subjectAltName]?.content { value } else { nil }
    }
    public var subjectKeyIdentifier: SubjectKeyIdentifier? {
        if case .subjectKeyIdentifier(let value)? = self[OID.subjectKeyIdentifier]?.content { value } else { nil }
    }
    public var authorityKeyIdentifier: AuthorityKeyIdentifier? {
        if case .authorityKeyIdentifier(let value)? = self[OID.authorityKeyIdentifier]?.content { value } else { nil }
    }
}

extension Extensions: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        all = try cursor.sequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try Extension(from: &inner, "")
        }
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(all) }
}
