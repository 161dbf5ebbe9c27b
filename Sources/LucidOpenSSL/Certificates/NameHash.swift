import LucidX509

/// The hash values of names that openssl's folders of certificates are indexed by.
enum NameHash {
    /// The value since OpenSSL 1.0: of the name's strings in UTF-8, small letters and single spaces.
    static func current(_ name: Name) -> String {
        var octets: [UInt8] = []
        for part in name.relativeDistinguishedNames {
            octets += DERWriter.encode { canonical(part).encode(to: &$0) }
        }
        return text(HashAlgorithm.sha1.hash(octets))
    }

    /// The value before OpenSSL 1.0: of the encoding.
    static func old(_ name: Name) -> String { text(HashAlgorithm.md5.hash(name.der.array)) }

    /// The first four octets, the lowest first.
    private static func text(_ digest: [UInt8]) -> String {
        digest.prefix(4).reversed().map { $0.twoDigits.lowercased() }.joined()
    }

    private static func canonical(_ part: RelativeDistinguishedName) -> RelativeDistinguishedName {
        RelativeDistinguishedName(
            part.attributes.map { attribute in
                guard case .string(let string) = attribute.value,
                    let folded = DERString(folded(string.text), as: .utf8), isFolded(string.kind)
                else { return attribute }
                return AttributeTypeAndValue(type: attribute.type, value: .string(folded))
            })
    }

    /// NumericString is no type that openssl folds.
    private static func isFolded(_ kind: DERString.Kind) -> Bool { kind.tag != .numericString }

    /// Without spaces at the ends, one space for several, and ASCII letters small.
    private static func folded(_ text: String) -> String {
        let isSpace: (UnicodeScalar) -> Bool = { $0 == " " || (0x09...0x0d).contains($0.value) }
        var folded = String.UnicodeScalarView()
        for word in text.unicodeScalars.split(whereSeparator: isSpace) {
            if !folded.isEmpty { folded.append(" ") }
            for scalar in word {
                let isCapital = (0x41...0x5a).contains(scalar.value)
                folded.append(isCapital ? UnicodeScalar(UInt8(scalar.value + 0x20)) : scalar)
            }
        }
        return String(folded)
    }
}
