/// Why a text is no domain name.
public enum DomainNameProblem: Error, Hashable, Sendable {
    /// Nothing is there, or nothing but a dot.
    case empty
    /// Two dots follow each other, or the first character is one.
    case emptyLabel
    /// More than 253 octets (RFC 1035 §2.3.4), not counting a final dot.
    case nameTooLong(octetCount: Int)
    /// More than 63 octets (RFC 1035 §2.3.4) in the form that the domain name system has.
    case labelTooLong(label: String)
    /// A hyphen at the beginning or the end, or in a label in another script two at the third and fourth place
    /// (RFC 5891 §4.2.3.1).
    case hyphens(label: String)
    /// The label begins with a mark that has nothing to combine with (RFC 5891 §4.2.3.2).
    case leadingMark(label: String)
    /// The character stands in no domain name (RFC 5892).
    case character(Unicode.Scalar, label: String)
    /// The character must not stand at this place (RFC 5892 appendix A).
    case place(of: Unicode.Scalar, label: String)
}
