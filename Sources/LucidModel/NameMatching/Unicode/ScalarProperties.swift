/// What a character is, as far as comparing names goes.
enum ScalarKind: String, Sendable {
    /// A letter or a decimal digit.
    case letter
    /// A mark that combines with the character before it.
    case mark
    /// A mark around the character before it.
    case enclosing
    /// Any other assigned character: signs, spaces, controls.
    case other

    private static let ranges = ScalarRanges(table, value: ScalarKind.init(rawValue:))

    /// The kind of a code point; nil where it is unassigned, private or a surrogate.
    static func of(_ code: UInt32) -> ScalarKind? { ranges[code] }

    /// Whether the character combines with the one before it (general category M).
    static func isCombining(_ code: UInt32) -> Bool {
        code >= 0x300 && (of(code) == .mark || of(code) == .enclosing)
    }
}

/// The canonical combining class: where a mark stands at its base. Marks of different classes do not touch, so that
/// their order means nothing; normalisation sorts them.
enum CombiningClass {
    private static let ranges = ScalarRanges(table) { UInt8($0) }

    /// The class of a code point; 0 for bases, and for marks that can not be moved.
    static func of(_ code: UInt32) -> UInt8 { code < 0x300 ? 0 : ranges[code] ?? 0 }

    /// The class of marks that take the vowel from a letter of an Indic script.
    static let virama: UInt8 = 9
}

/// The folding of case that goes with NFKC (RFC 3454 appendix B.2): `ß` becomes `ss`, `ℌ` becomes `h`.
enum CaseFolding {
    private static let mappings = ScalarMappings(table)

    /// What a code point is folded to; nil where it stays.
    static func of(_ code: UInt32) -> [UInt32]? { mappings[code]?.scalars }

    /// Appends what a code point is folded to. ASCII, which even text in other scripts has much of, needs no table.
    static func append(_ code: UInt32, to result: inout [UInt32]) {
        if code < 0x80 {
            result.append((0x41...0x5a).contains(code) ? code + 0x20 : code)
        } else if let folded = of(code) {
            result += folded
        } else {
            result.append(code)
        }
    }
}
