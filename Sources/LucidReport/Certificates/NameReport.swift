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

    /// The value as text.
    private var value: String {
        switch self {
        case .otherName(let type, let value): "\(type.nameOrNumbers) \(hexadecimal(value))"
        case .rfc822Name(let text), .dNSName(let text), .uniformResourceIdentifier(let text): text.text
        case .x400Address(let content), .ediPartyName(let content): hexadecimal(content)
        case .directoryName(let name): name.description
        case .iPAddress(let octets): Self.address(octets)
        case .registeredID(let oid): oid.description
        }
    }

    /// An address, or in name constraints an address and its mask.
    private static func address(_ octets: DERBytes) -> String {
        if let address = IPAddress(octets: octets) { return address.description }
        let half = octets.count / 2
        if let address = IPAddress(octets: octets.prefix(half)), let mask = IPAddress(octets: octets.dropFirst(half)) {
            return "\(address)/\(mask)"
        }
        return hexadecimal(octets)
    }

    var shown: String { "\(kind) \(value.safeToShow)" }

    var json: JSONValue {
        guard case .directoryName(let name) = self else {
            return .object(["type": .string(kind), "value": .string(value)])
        }
        return .object(["type": .string(kind), "value": .string(value), "name": name.json])
    }
}

extension Sequence<GeneralName> {
    var shown: String { map(\.shown).joined(separator: ", ") }
    var json: JSONValue { .array(map(\.json)) }
}
