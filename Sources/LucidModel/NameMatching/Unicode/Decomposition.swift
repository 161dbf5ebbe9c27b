/// Characters taken apart, and put together again (Unicode Standard Annex #15).
enum Decomposition {
    private static let mappings = ScalarMappings(table, furtherTable)

    /// Which decompositions are undone after the marks were sorted.
    enum Form {
        /// Only where it is the same character written otherwise (NFC).
        case canonical
        /// Also where it is another one with the same meaning: `ﬁ` for `fi`, `Ａ` for `A` (NFKC).
        case compatibility
    }

    /// Appends what a code point is made of, down to the last part.
    static func append(_ code: UInt32, _ form: Form, to result: inout [UInt32]) {
        if code < 0xa0 {
            result.append(code)
        } else if let parts = Hangul.parts(of: code) {
            result += parts
        } else if let (isCanonical, scalars) = mappings[code], isCanonical || form == .compatibility {
            for scalar in scalars { append(scalar, form, to: &result) }
        } else {
            result.append(code)
        }
    }

    /// The character that two are one of: U+00C0 for A and U+0300; nil where there is none.
    static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        // Nothing below is a mark, or goes into a character before it; most of text is below.
        guard second >= 0x300 else { return nil }
        if let syllable = Hangul.composition(first, second) { return syllable }
        return compositions[Pair(first: first, second: second)]
    }

    private struct Pair: Hashable {
        let first, second: UInt32
    }

    /// The canonical decompositions into two, but those that Unicode excludes from composition: the listed ones, and
    /// those that begin with a mark or are one.
    private static let compositions: [Pair: UInt32] = {
        let excluded = ScalarRanges(excludedFromComposition) { _ in true }
        var compositions: [Pair: UInt32] = [:]
        for code in mappings.codes {
            guard let (isCanonical, parts) = mappings[code], isCanonical, parts.count == 2, excluded[code] == nil,
                CombiningClass.of(code) == 0, CombiningClass.of(parts[0]) == 0
            else { continue }
            compositions[Pair(first: parts[0], second: parts[1])] = code
        }
        return compositions
    }()
}
