public import LucidDER

/// The names that certificates below this one may and may not bear (RFC 5280 §4.2.1.10).
///
///     NameConstraints ::= SEQUENCE {
///          permittedSubtrees       [0]     GeneralSubtrees OPTIONAL,
///          excludedSubtrees        [1]     GeneralSubtrees OPTIONAL }
///     GeneralSubtrees ::= SEQUENCE SIZE (1..MAX) OF GeneralSubtree
public struct NameConstraints: CertificateExtension {
    public static let extnID = OID.nameConstraints

    public let permittedSubtrees: [GeneralSubtree]?
    public let excludedSubtrees: [GeneralSubtree]?

    public init(permittedSubtrees: [GeneralSubtree]?, excludedSubtrees: [GeneralSubtree]?) {
        self.permittedSubtrees = permittedSubtrees
        self.excludedSubtrees = excludedSubtrees
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        self = try cursor.sequence(field) { inner throws(DERError) in
            NameConstraints(
                permittedSubtrees: try Self.subtrees(&inner, 0, "permittedSubtrees"),
                excludedSubtrees: try Self.subtrees(&inner, 1, "excludedSubtrees"))
        }
        // RFC 5280 §4.2.1.10: "Conforming CAs MUST NOT issue certificates where name constraints is an empty sequence."
        guard permittedSubtrees != nil || excludedSubtrees != nil else {
            throw DERError(.valueNotAllowed(Self.notEmpty), at: start).inside(field)
        }
    }

    private static let notEmpty = DERError.Rule("nameConstraints is not an empty sequence", "RFC 5280 §4.2.1.10")

    private static func subtrees(
        _ cursor: inout DERCursor, _ number: UInt8, _ field: StaticString
    ) throws(DERError) -> [GeneralSubtree]? {
        guard cursor.isNext(.contextConstructed(number)) else { return nil }
        return try cursor.sequenceOf(field, tag: .contextConstructed(number), minimumCount: 1) {
            list throws(DERError) in
            try GeneralSubtree(from: &list, "")
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let permittedSubtrees { $0.sequenceOf(permittedSubtrees, tag: .contextConstructed(0)) }
            if let excludedSubtrees { $0.sequenceOf(excludedSubtrees, tag: .contextConstructed(1)) }
        }
    }
}

/// A name and all names below it.
///
///     GeneralSubtree ::= SEQUENCE {
///          base                    GeneralName,
///          minimum         [0]     BaseDistance DEFAULT 0,
///          maximum         [1]     BaseDistance OPTIONAL }
public struct GeneralSubtree: Hashable, Sendable, DERDecodable, DEREncodable {
    public let base: GeneralName
    /// RFC 5280 §4.2.1.10 asks for 0.
    public let minimum: Int
    /// RFC 5280 §4.2.1.10 asks for none.
    public let maximum: Int?

    public init(base: GeneralName, minimum: Int = 0, maximum: Int? = nil) {
        self.base = base
        self.minimum = minimum
        self.maximum = maximum
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let base = try GeneralName(from: &inner, "base")
            let start = inner.offset
            let minimum = inner.isNext(.context(0)) ? try inner.smallNatural("minimum", tag: .context(0)) : nil
            if minimum == 0 { throw DERError(.defaultEncoded, at: start).inside("minimum") }
            let maximum = inner.isNext(.context(1)) ? try inner.smallNatural("maximum", tag: .context(1)) : nil
            return GeneralSubtree(base: base, minimum: minimum ?? 0, maximum: maximum)
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            base.encode(to: &$0)
            if minimum != 0 { $0.integer(minimum, tag: .context(0)) }
            if let maximum { $0.integer(maximum, tag: .context(1)) }
        }
    }
}
