import LucidDER
import LucidModel

/// Random names of people, machines and companies.
enum RandomName {
    private static let words = [
        "Acme", "North", "river", "Trust", "Signing", "O'Neil", "Data", "Lake", "alpha", "Beta", "Cloud", "7", "East-2",
    ]
    private static let foreignWords = ["Zürich", "Café", "Ångström", "Ñandú"]
    private static let farWords = ["Мир", "東京", "Ελλάδα"]

    /// A distinguished name below an organization.
    static func below(
        _ organization: [RelativeDistinguishedName], _ commonName: String, _ generator: inout SeededGenerator
    ) -> Name {
        var parts = organization
        if generator.once(in: 2) { parts += part(OID.organizationalUnitName, text(&generator), &generator) }
        if generator.once(in: 6) {
            let two = [OID.localityName, OID.title].flatMap { attributes($0, text(&generator), &generator) }
            parts.append(RelativeDistinguishedName(two))
        }
        return Name(parts + part(OID.commonName, commonName, &generator))
    }

    /// What the names of one chain begin with.
    static func organization(_ generator: inout SeededGenerator) -> [RelativeDistinguishedName] {
        let country = ["CH", "DE", "FR", "JP"].randomElement(using: &generator) ?? "CH"
        let first =
            generator.once(in: 4)
            ? attribute(OID.domainComponent, "example", .ia5) : attribute(OID.countryName, country, .printable)
        return first.map { RelativeDistinguishedName([$0]) }
            + part(OID.organizationName, text(&generator), &generator)
    }

    /// The same name written otherwise: by RFC 5280 §7.1 it matches. Only letters of ASCII change their case, for openssl
    /// folds no others; see ``Breakage/issuerNameFoldsBeyondASCII``.
    static func rewritten(_ name: Name, _ generator: inout SeededGenerator) -> Name {
        Name(
            name.relativeDistinguishedNames.map { part in
                RelativeDistinguishedName(
                    part.attributes.map { old in
                        guard let text = old.value.text, old.type != OID.domainComponent else { return old }
                        var new = generator.once(in: 2) ? text : String(text.map(swappingCase))
                        if generator.once(in: 3) { new = new.replacing(" ", with: "  ") }
                        return attributes(old.type, new, &generator).first ?? old
                    })
            })
    }

    private static func swappingCase(_ letter: Character) -> Character {
        guard letter.isASCII else { return letter }
        return Character(letter.isLowercase ? letter.uppercased() : letter.lowercased())
    }

    static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...3, using: &generator)
        return (0..<count).compactMap { _ in
            let list = generator.once(in: 8) ? farWords : generator.once(in: 6) ? foreignWords : words
            return list.randomElement(using: &generator)
        }.joined(separator: " ")
    }

    /// A label of a host's name.
    static func label(_ generator: inout SeededGenerator) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        let count = Int.random(in: 1...8, using: &generator)
        return "h" + String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
    }

    private static func part(
        _ type: ObjectIdentifier, _ text: String, _ generator: inout SeededGenerator
    ) -> [RelativeDistinguishedName] {
        attributes(type, text, &generator).map { RelativeDistinguishedName([$0]) }
    }

    /// One attribute, as a string of a random type that can hold it.
    private static func attributes(
        _ type: ObjectIdentifier, _ text: String, _ generator: inout SeededGenerator
    ) -> [AttributeTypeAndValue] {
        if type == OID.countryName { return attribute(type, text, .printable) }
        let kinds: [DERString.Kind] = [.utf8, .utf8, .printable, .printable, .bmp, .universal, .teletex]
        let chosen = attribute(type, text, kinds.randomElement(using: &generator) ?? .utf8)
        return chosen.isEmpty ? attribute(type, text, .utf8) : chosen
    }

    /// One attribute; none where the type of string can not hold the text.
    private static func attribute(
        _ type: ObjectIdentifier, _ text: String, _ kind: DERString.Kind
    ) -> [AttributeTypeAndValue] {
        DERString(text, as: kind).map { [AttributeTypeAndValue(type: type, value: .string($0))] } ?? []
    }
}
