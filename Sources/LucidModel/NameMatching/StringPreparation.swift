/// Strings made alike where their differences do not matter in names: the six steps of RFC 4518 §2 with case folding,
/// as RFC 5280 §7.1 asks for.
///
/// The result is UTF-8. Two strings match when their results are the same octets. `StringPreparation+ASCII.swift` does
/// the same for ASCII in one go.
enum StringPreparation {
    /// A string prepared; nil where it holds a character that RFC 4518 §2.4 prohibits.
    ///
    /// Step 1, transcoding to Unicode, is done by whoever has the text.
    static func prepare(_ text: String) -> [UInt8]? {
        let mapped = map(text.unicodeScalars)  // Step 2
        let normalized = Normalization.nfkc(mapped)  // Step 3
        guard normalized.allSatisfy(isAllowed) else { return nil }  // Step 4
        // Step 5, checking the direction of writing, does nothing (RFC 4518 §2.5).
        return utf8(compressSpaces(in: normalized))  // Step 6
    }

    /// RFC 4518 §2.2: characters that are not seen go, what separates words becomes a space, capitals become small.
    private static func map(_ text: String.UnicodeScalarView) -> [UInt32] {
        var mapped: [UInt32] = []
        for scalar in text {
            if isIgnored(scalar.value) { continue }
            if isSpace(scalar.value) {
                mapped.append(space)
            } else {
                CaseFolding.append(scalar.value, to: &mapped)
            }
        }
        return mapped
    }

    /// RFC 4518 §2.2, what is mapped to nothing: soft hyphens, joiners, variation selectors, controls, format
    /// characters.
    private static func isIgnored(_ code: UInt32) -> Bool {
        switch code {
        case 0x00...0x08, 0x0e...0x1f, 0x7f...0x84, 0x86...0x9f, 0xad, 0x34f, 0x6dd, 0x70f, 0x1806, 0x180b...0x180e,
            0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2063, 0x206a...0x206f, 0xfe00...0xfe0f, 0xfeff,
            0xfff9...0xfffc,
            0x1d173...0x1d17a, 0xe0001, 0xe0020...0xe007f:
            true
        default: false
        }
    }

    /// RFC 4518 §2.2, what is mapped to a space: the controls that move on, and all separators.
    private static func isSpace(_ code: UInt32) -> Bool {
        switch code {
        case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028...0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    /// RFC 4518 §2.4: no unassigned, private or non-characters, no surrogates and no REPLACEMENT CHARACTER. The
    /// characters that change how others are shown are gone since step 2.
    private static func isAllowed(_ code: UInt32) -> Bool {
        code < 0x80 || (code != 0xfffd && ScalarKind.of(code) != nil)
    }

    /// RFC 4518 §2.6.1: one space before the text, one behind, and two for each run of spaces within. A string without
    /// other characters becomes two spaces. A space that carries a mark is none.
    private static func compressSpaces(in text: [UInt32]) -> [UInt32] {
        var result = [space]
        result.reserveCapacity(text.count + 2)
        var isBehindSpace = false
        for (index, code) in text.enumerated() {
            if code == space, index + 1 == text.count || !ScalarKind.isCombining(text[index + 1]) {
                isBehindSpace = true
                continue
            }
            // The first run is the space before the text, which is there already.
            if isBehindSpace, result.count > 1 { result += [space, space] }
            isBehindSpace = false
            result.append(code)
        }
        return result + [space]
    }

    private static let space: UInt32 = 0x20

    private static func utf8(_ text: [UInt32]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(2 * text.count)
        for code in text {
            if code < 0x80 {
                octets.append(UInt8(truncatingIfNeeded: code))
            } else if let scalar = Unicode.Scalar(code) {
                octets += UTF8.encode(scalar) ?? .init()
            }
        }
        return octets
    }
}
