import LucidDER

/// Strings out of octets of a configuration, in the first type that can hold them.
enum CharacterString {
    /// The characters that octets stand for: each one for itself, or UTF-8.
    static func characters(
        _ octets: [UInt8], as input: NameMaker.Input, _ place: ValuePlace
    ) throws(ConfigurationProblem) -> [Unicode.Scalar] {
        guard input == .utf8 else { return octets.map { Unicode.Scalar($0) } }
        guard let text = String(validating: octets, as: UTF8.self) else {
            throw place.problem("the value is not UTF-8")
        }
        return Array(text.unicodeScalars)
    }

    /// The types in the order in which openssl takes them; the last one where no other is allowed.
    private static let order: [(bit: UInt32, kind: DERString.Kind)] = [
        (StringMask.numeric, .numeric), (StringMask.printable, .printable), (StringMask.ia5, .ia5),
        (StringMask.teletex, .teletex), (StringMask.bmp, .bmp), (StringMask.universal, .universal),
    ]

    /// A string of the first of the allowed types that can hold the characters.
    static func string(
        _ characters: [Unicode.Scalar], types: UInt32, called name: String, _ place: ValuePlace
    ) throws(ConfigurationProblem) -> DERString {
        let text = String(String.UnicodeScalarView(characters))
        for (bit, kind) in order where types & bit != 0 {
            if let string = DERString(text, as: kind) { return string }
        }
        let others = order.reduce(types) { $0 & ~$1.bit }
        guard others != 0, let string = DERString(text, as: .utf8) else {
            let allowed = order.filter { types & $0.bit != 0 }.map { $0.kind.tag.description }
            throw place.problem(
                "illegal characters: \(name) may be \(allowed.joined(separator: " or ")), which can not hold \"\(text)\""
            )
        }
        return string
    }
}
