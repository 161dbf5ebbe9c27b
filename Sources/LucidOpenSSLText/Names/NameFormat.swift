/// How a distinguished name is printed: openssl's `-nameopt`.
///
/// The raw values are those of OpenSSL's flags, so that a flag that means two things there means the same two here.
public struct NameFormat: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    // How characters are written.

    /// A backslash before the characters that RFC 2253 names.
    public static let escapeRFC2253 = NameFormat(rawValue: 1)
    /// Control characters as `\XX`.
    public static let escapeControl = NameFormat(rawValue: 2)
    /// Octets above 127 as `\XX`.
    public static let escapeHighBit = NameFormat(rawValue: 4)
    /// Quotation marks around the value instead of backslashes where that is possible.
    public static let useQuotes = NameFormat(rawValue: 8)
    /// The characters that RFC 2254 names as `\XX`.
    public static let escapeRFC2254 = NameFormat(rawValue: 0x400)
    /// Strings become UTF-8 first.
    public static let utf8 = NameFormat(rawValue: 0x10)
    /// Strings of every type are octets.
    public static let ignoreType = NameFormat(rawValue: 0x20)
    /// The type of the string stands before it: `UTF8STRING:`.
    public static let showType = NameFormat(rawValue: 0x40)
    /// Every value in hexadecimal.
    public static let dumpAll = NameFormat(rawValue: 0x80)
    /// Values that are no strings in hexadecimal.
    public static let dumpUnknownTypes = NameFormat(rawValue: 0x100)
    /// Hexadecimal shows the encoding, not the content alone.
    public static let dumpDER = NameFormat(rawValue: 0x200)

    // How attributes are put together.

    /// `,` and `+`
    public static let separatorCommaPlus = NameFormat(rawValue: 1 << 16)
    /// `, ` and ` + `
    public static let separatorCommaPlusSpace = NameFormat(rawValue: 2 << 16)
    /// `; ` and ` + `
    public static let separatorSemicolonPlusSpace = NameFormat(rawValue: 3 << 16)
    /// One attribute on a line.
    public static let separatorMultiline = NameFormat(rawValue: 4 << 16)
    /// The last attribute first.
    public static let reversed = NameFormat(rawValue: 1 << 20)
    /// `commonName`
    public static let longNames = NameFormat(rawValue: 1 << 21)
    /// `2.5.4.3`
    public static let dottedNames = NameFormat(rawValue: 2 << 21)
    /// The values alone.
    public static let noNames = NameFormat(rawValue: 3 << 21)
    /// ` = ` instead of `=`.
    public static let spaceAroundEquals = NameFormat(rawValue: 1 << 23)
    /// Values of attributes without a name in hexadecimal.
    public static let dumpUnknownFields = NameFormat(rawValue: 1 << 24)
    /// Names are filled up with spaces to one width.
    public static let aligned = NameFormat(rawValue: 1 << 25)

    static let escapeMask: NameFormat = [
        .escapeRFC2253, .escapeControl, .escapeHighBit, .useQuotes, .escapeRFC2254,
    ]
    static let separatorMask = NameFormat(rawValue: 0xf << 16)
    static let nameMask = noNames

    // Whole formats.

    /// `C = DE, CN = x` as OpenSSL 0.9.6 printed it: `-nameopt compat`.
    public static let compatible: NameFormat = []
    static let stringsOfRFC2253: NameFormat = [
        .escapeRFC2253, .escapeControl, .escapeHighBit, .utf8, .dumpUnknownTypes, .dumpDER,
    ]
    /// `CN=x,C=DE`
    public static let rfc2253: NameFormat = [
        .stringsOfRFC2253, .separatorCommaPlus, .reversed, .dumpUnknownFields,
    ]
    /// `C = DE, CN = x`: what the commands print where nothing else is asked for.
    public static let oneline: NameFormat = [
        .stringsOfRFC2253, .useQuotes, .separatorCommaPlusSpace, .spaceAroundEquals,
    ]
    /// One attribute on a line, with long names.
    public static let multiline: NameFormat = [
        .escapeControl, .escapeHighBit, .separatorMultiline, .spaceAroundEquals, .longNames, .aligned,
    ]
}

extension NameFormat {
    /// Applies the value of `-nameopt`: words with commas between them, each perhaps with `-` before it, which takes it back.
    ///
    /// The commands begin with the empty set; each further `-nameopt` changes what the last one made.
    /// Returns the word that is none, or nil where all are.
    public mutating func apply(_ text: some StringProtocol) -> String? {
        for word in text.split(separator: ",") {
            let trimmed = String(word).trimmingSpaces
            if !Self.words.apply(trimmed, to: &rawValue) { return trimmed }
        }
        // Without a separator nothing could be told apart.
        if self != .compatible, isDisjoint(with: .separatorMask) { insert(.separatorCommaPlusSpace) }
        return nil
    }

    private static let everything = NameFormat(rawValue: .max)

    /// openssl's words: what each sets, and what it clears before.
    private static let words = FlagWords([
        ("esc_2253", escapeRFC2253, []),
        ("esc_2254", escapeRFC2254, []),
        ("esc_ctrl", escapeControl, []),
        ("esc_msb", escapeHighBit, []),
        ("use_quote", useQuotes, []),
        ("utf8", utf8, []),
        ("ignore_type", ignoreType, []),
        ("show_type", showType, []),
        ("dump_all", dumpAll, []),
        ("dump_nostr", dumpUnknownTypes, []),
        ("dump_der", dumpDER, []),
        ("compat", compatible, everything),
        ("sep_comma_plus", separatorCommaPlus, separatorMask),
        ("sep_comma_plus_space", separatorCommaPlusSpace, separatorMask),
        ("sep_semi_plus_space", separatorSemicolonPlusSpace, separatorMask),
        ("sep_multiline", separatorMultiline, separatorMask),
        ("dn_rev", reversed, []),
        ("nofname", noNames, nameMask),
        ("sname", [], nameMask),
        ("lname", longNames, nameMask),
        ("align", aligned, []),
        ("oid", dottedNames, nameMask),
        ("space_eq", spaceAroundEquals, []),
        ("dump_unknown", dumpUnknownFields, []),
        ("RFC2253", rfc2253, everything),
        ("oneline", oneline, everything),
        ("multiline", multiline, everything),
        ("ca_default", multiline, everything),
    ])
}

/// Words of an option that set and clear bits.
struct FlagWords: Sendable {
    private let rows: [(word: String, set: UInt32, clear: UInt32)]

    init<Flags: OptionSet>(_ rows: [(String, Flags, Flags)]) where Flags.RawValue == UInt32 {
        self.rows = rows.map { ($0.0.lowercased(), $0.1.rawValue, $0.2.rawValue) }
    }

    /// Applies one word to `flags`. A `-` before it takes it back. Returns whether there is such a word; its case is no matter.
    func apply(_ text: String, to flags: inout UInt32) -> Bool {
        let isTakenBack = text.hasPrefix("-")
        let word = (isTakenBack || text.hasPrefix("+") ? String(text.dropFirst()) : text).lowercased()
        guard let row = rows.first(where: { $0.word == word }) else { return false }
        flags &= ~row.clear
        if isTakenBack { flags &= ~row.set } else { flags |= row.set }
        return true
    }
}

extension String {
    /// The text without the spaces at its ends.
    var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
