public import LucidDER

/// Who signed a response (RFC 6960 §4.2.1).
///
///     ResponderID ::= CHOICE {
///        byName               [1] Name,
///        byKey                [2] KeyHash }
///
///     KeyHash ::= OCTET STRING -- SHA-1 hash of responder's public key
///     (excluding the tag and length fields)
public enum ResponderID: Hashable, Sendable {
    case byName(Name)
    /// The SHA-1 hash of the bits of the responder's public key: 20 octets.
    case byKey(DERBytes)
}

extension ResponderID: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        // The module of RFC 6960 appendix B.1 has EXPLICIT TAGS.
        do throws(DERError) {
            if cursor.isNext(.contextConstructed(1)) {
                self = .byName(
                    try cursor.explicit(1, "byName") { inner throws(DERError) in try Name(from: &inner, "") })
            } else {
                self = .byKey(
                    try cursor.explicit(2, "byKey") { inner throws(DERError) in try inner.octetString("") })
            }
        } catch { throw error.inside(field) }
    }

    public func encode(to writer: inout DERWriter) {
        switch self {
        case .byName(let name): writer.explicit(1) { name.encode(to: &$0) }
        case .byKey(let hash): writer.explicit(2) { $0.octetString(hash) }
        }
    }
}
