import LucidDER
import LucidModel

// Names, alternative names and public keys for people and as JSON.

extension Name {
    /// The RFC 4514 text, or a word for an empty name.
    var shown: String { isEmpty ? "(empty)" : description }

    /// `text` is RFC 4514; `rdns` has the parts in the certificate's order.
    var json: JSONValue {
        .object([
            "text": .string(description),
            "rdns": .array(relativeDistinguishedNames.map { .array($0.attributes.map(\.json)) }),
        ])
    }
}

extension AttributeTypeAndValue {
    var json: JSONValue {
        switch value {
        case .string(let string):
            .object([
                "type": .string(type.nameOrNumbers), "oid": .string(type.description), "value": .string(string.text),
                "stringType": .string(string.kind.tag.description),
            ])
        case .other(let element):
            .object([
                "type": .string(type.nameOrNumbers), "oid": .string(type.description),
                "der": .string(hexadecimal(element)),
            ])
        }
    }
}

extension GeneralName {
    /// The name of the choice.
    private var kind: String {
        switch self {
        case .otherName: "otherName"
        case .rfc822Name: "rfc822Name"
        case .dNSName: "dNSName"
        case .x400Address: "x400Address"
        case .directoryName: "directoryName"
        case .ediPartyName: "ediPartyName"
        case .uniformResourceIdentifier: "uniformResourceIdentifier"
        case .iPAddress: "iPAddress"
        case .registeredID: "registeredID"
        }
    }

    package var shown: String { "\(kind) \(valueText.safeToShow)" }

    var json: JSONValue {
        guard case .directoryName(let name) = self else {
            return .object(["type": .string(kind), "value": .string(valueText)])
        }
        return .object(["type": .string(kind), "value": .string(valueText), "name": name.json])
    }
}

extension Sequence<GeneralName> {
    var shown: String { map(\.shown).joined(separator: ", ") }
    var json: JSONValue { .array(map(\.json)) }
}
