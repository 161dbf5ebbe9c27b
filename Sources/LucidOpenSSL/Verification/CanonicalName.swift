import LucidX509

/// A name as OpenSSL compares it: equal for two names that it takes for one.
///
/// OpenSSL folds less than RFC 5280 §7.1 asks for: string types become UTF-8, letters of ASCII lose their case, white space at
/// the ends is dropped and runs of it in between become one space. Letters beyond ASCII keep their case, so that of two names that
/// Lucid takes for one (`Name.matches`) OpenSSL may see two; and chains are built as it sees them.
struct CanonicalName: Hashable, Sendable {
    /// The encoded relative distinguished names, one behind the other, without a frame around them.
    let octets: [UInt8]

    init(_ name: Name) { octets = name.relativeDistinguishedNames.flatMap(Self.level) }

    /// Whether the name has no attributes at all.
    var isEmpty: Bool { octets.isEmpty }

    /// Whether the name is `base` or below it.
    func isWithin(_ base: CanonicalName) -> Bool { octets.starts(with: base.octets) }

    /// The number in the name of a certificate's file in a folder: the beginning of a SHA-1 digest, as eight hexadecimal digits.
    var folderKey: String {
        let digest = HashAlgorithm.sha1.hash(octets.span)
        return digest.prefix(4).reversed().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func level(_ level: RelativeDistinguishedName) -> [UInt8] {
        let canonical = level.attributes.map { attribute -> AttributeTypeAndValue in
            guard case .string(let string) = attribute.value, string.kind != .numeric,
                let folded = DERString(folded(string.text), as: .utf8)
            else { return attribute }
            return AttributeTypeAndValue(type: attribute.type, value: .string(folded))
        }
        return RelativeDistinguishedName(canonical).derEncoded
    }

    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var isAfterSpace = false
        for scalar in text.unicodeScalars {
            guard !isSpace(scalar) else {
                isAfterSpace = true
                continue
            }
            if isAfterSpace, !folded.isEmpty { folded.append(" ") }
            isAfterSpace = false
            let isCapital = (0x41...0x5a).contains(scalar.value)
            folded.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
        }
        return String(folded)
    }

    /// Space, and the five controls that C calls space as well.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (0x09...0x0d).contains(scalar.value)
    }
}
