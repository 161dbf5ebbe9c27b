/// One label of a domain name, what stands between two dots.
///
/// A label in another script than the Latin one has two forms (RFC 5890 §2.3.2.1): the U-label that people read,
/// `bücher`, and the A-label that the domain name system and certificates have, `xn--bcher-kva`.
struct DomainLabel: Hashable, Sendable {
    /// The label as the domain name system has it: 1 to 63 small letters, digits, hyphens and underscores.
    let ascii: String

    /// From what a user types: either form, in upper or lower case.
    ///
    /// An A-label is taken as it is, without a look at what it encodes: names are registered that RFC 5892 does not
    /// allow, and who gives the encoded form means that very name (RFC 5891 §5.4). An underscore is no part of a host's
    /// name, but of many names in the domain name system.
    init(_ text: some StringProtocol) throws(DomainNameProblem) {
        let given = text.unicodeScalars.map(\.value)
        // RFC 1035 has 63 octets at most. Longer ones are not worked on; every mapping below keeps or raises the count
        // but for marks, of which a letter has a few.
        guard given.count <= 4 * Self.longest else { throw .labelTooLong(label: String(text)) }
        let mapped = LabelMapping.map(given)
        let isASCII = mapped.allSatisfy { $0 < 0x80 }
        try isASCII ? Self.checkASCII(mapped) : Self.checkULabel(mapped)
        let label = Self.text(mapped)
        if isASCII {
            ascii = label
        } else {
            guard let encoded = Punycode.encode(mapped) else { throw .labelTooLong(label: label) }
            ascii = Self.prefix + String(decoding: encoded, as: UTF8.self)
        }
        guard ascii.utf8.count <= Self.longest else { throw .labelTooLong(label: label) }
    }

    /// The label as people read it; the ASCII form where that is no A-label, or one that encodes no U-label.
    var unicode: String {
        guard ascii.hasPrefix(Self.prefix), let codes = Punycode.decode(ascii.utf8.dropFirst(Self.prefix.utf8.count)),
            // What is valid and gives this very label again: not capitals, say (RFC 5890 §2.3.2.1).
            let again = try? DomainLabel(Self.text(codes)), again.ascii == ascii
        else { return ascii }
        return Self.text(codes)
    }

    private static let longest = 63
    private static let prefix = "xn--"

    /// Letters, digits, hyphens and underscores, no hyphen at an end.
    private static func checkASCII(_ label: [UInt32]) throws(DomainNameProblem) {
        guard let first = label.first, let last = label.last else { throw .emptyLabel }
        guard first != hyphen, last != hyphen else { throw .hyphens(label: text(label)) }
        for code in label where !LabelCharacter.isLDH(code) && code != underscore {
            throw .character(Unicode.Scalar(code) ?? "\u{fffd}", label: text(label))
        }
    }

    /// RFC 5891 §4.2.3. What is not checked is the direction of writing (RFC 5893).
    private static func checkULabel(_ label: [UInt32]) throws(DomainNameProblem) {
        guard let first = label.first, let last = label.last else { throw .emptyLabel }
        let hasHyphensInside = label.count >= 4 && label[2] == hyphen && label[3] == hyphen
        // §4.2.3.1
        guard first != hyphen, last != hyphen, !hasHyphensInside else { throw .hyphens(label: text(label)) }
        guard !ScalarKind.isCombining(first) else { throw .leadingMark(label: text(label)) }  // §4.2.3.2
        for (index, code) in label.enumerated() {
            let scalar = Unicode.Scalar(code) ?? "\u{fffd}"
            switch LabelCharacter.property(of: code) {
            case .valid: continue
            case .contextual:  // §4.2.3.3
                guard LabelContext.allows(label, at: index) else { throw .place(of: scalar, label: text(label)) }
            case .disallowed: throw .character(scalar, label: text(label))
            }
        }
    }

    private static let hyphen: UInt32 = 0x2d, underscore: UInt32 = 0x5f

    private static func text(_ codes: [UInt32]) -> String {
        String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
    }
}
