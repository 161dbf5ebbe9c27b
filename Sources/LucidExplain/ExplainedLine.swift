public import LucidDER

/// Some octets of a file, and everything that there is to say about them.
///
/// Every octet belongs to exactly one line. The line of an element that holds others has its identifier and length octets alone;
/// its content is in the lines that follow, one level deeper. Any other element is one line, whole.
public struct ExplainedLine: Hashable, Sendable {
    /// What the line shows.
    public enum Kind: Hashable, Sendable {
        /// The identifier and length octets of an element that holds others; `content` is where those are.
        case structure(tag: DERTag, content: Range<Int>)
        /// A whole element with a value.
        case value(tag: DERTag, content: Range<Int>)
        /// Part of a value that has a structure of its own, which is not DER.
        case part
        /// Octets that no line could be made of, and why.
        case raw(DERError?)
    }

    /// Where the octets stand.
    public let range: Range<Int>
    /// 0 for the outermost element.
    public let depth: Int
    public let kind: Kind
    /// The names from the outermost field to this one: `tbsCertificate.extensions[2](keyUsage).critical`.
    public let path: String
    /// What to call the line: its field, else its type, with its place in a list: `notBefore`, `[2] Extension keyUsage`.
    public var title: String = ""
    public var meaning: Meaning
    /// The decoded value in words; empty where there is none.
    public var value: String
    /// Whether the octets are secret numbers of a private key. Then neither `value` nor the octets are to be shown unless the user
    /// asked for secrets.
    public var isSecret = false
    /// How many octets of content the length octets announce, where fewer are there; nil where all are.
    public var announcedCount: Int?
    /// The rule that the line breaks, whether it could be read or not.
    public var problem: DERError?

    /// The element's identifier; nil for what is none.
    public var tag: DERTag? {
        switch kind {
        case .structure(let tag, _), .value(let tag, _): tag
        case .part, .raw: nil
        }
    }

    /// Where the element's content stands; nil for what is no element.
    public var content: Range<Int>? {
        switch kind {
        case .structure(_, let content), .value(_, let content): content
        case .part, .raw: nil
        }
    }
}

/// What a field is: its name, its line in the ASN.1 type, a sentence about it, and where the standard says so.
public struct Meaning: Hashable, Sendable {
    /// As in the ASN.1 type: `notBefore`; empty for the elements of lists.
    public var field: String
    /// The field's line in its type: `notBefore      Time`.
    public var asn1: String
    /// One plain sentence.
    public var sentence: String
    /// `RFC 5280 §4.1.2.5`
    public var clause: String

    public init(_ field: String, _ asn1: String, _ sentence: String, _ clause: String) {
        self.field = field
        self.asn1 = asn1
        self.sentence = sentence
        self.clause = clause
    }
}

extension Meaning {
    /// An element that no type describes.
    static let unnamed = Meaning("", "ANY", "An element of a type that Lucid has no description of.", "X.690 §8.1")
    /// What could not be read.
    static let unreadable = Meaning("", "", "These octets could not be read as what should stand here.", "X.690 §8.1")
}
