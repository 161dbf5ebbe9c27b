import LucidDER
import LucidModel
import LucidReport

// RFC 5280 §4.2.1.6: names of hosts, addresses, people and directories.

extension Annotator {
    mutating func generalNames(
        _ field: String, tag: DERTag = .sequence, _ sentence: String, _ clause: String
    ) throws(DERError) {
        try list(
            Meaning(field, "GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName", sentence, clause), tag: tag,
            minimumCount: 1
        ) { inner throws(DERError) in try inner.generalName("") }
    }

    /// A GeneralName; `isRange` in name constraints, where an address has its mask behind it.
    mutating func generalName(_ field: String, isRange: Bool = false) throws(DERError) {
        func meaning(_ name: String, _ type: String, _ sentence: String) -> Meaning {
            Meaning(
                field.isEmpty ? name : field, "\(name)  \(type)", sentence,
                isRange ? "RFC 5280 §4.2.1.10" : "RFC 5280 §4.2.1.6")
        }
        guard let tag = nextTag else { throw DERError(.missingElement(expected: []), at: offset) }
        switch tag.octet {
        case 0xa0: try otherName(meaning("otherName", "[0]     OtherName", "A name of a kind that its type tells."))
        case 0x81: try string(meaning("rfc822Name", "[1]     IA5String", "An e-mail address."), as: .ia5, tag: tag)
        case 0x82:
            try string(meaning("dNSName", "[2]     IA5String", "The name of a host."), as: .ia5, tag: tag)
        case 0xa4:
            try structure(
                meaning("directoryName", "[4]     Name", "A name as subjects have it, under a tag of its own."),
                tag: tag
            ) { inner throws(DERError) in
                try inner.name("", "The name.", "RFC 5280 §4.1.2.4")
            }
        case 0x86:
            try string(
                meaning("uniformResourceIdentifier", "[6]     IA5String", "An address of the web."), as: .ia5, tag: tag)
        case 0x87:
            try octetString(
                meaning("iPAddress", "[7]     OCTET STRING", "An address of the Internet, in its own octets."), tag: tag
            ) {
                Self.address($0)
            }
        case 0x88:
            try objectIdentifier(
                meaning("registeredID", "[8]     OBJECT IDENTIFIER", "A name that is a number."), tag: tag)
        case 0xa3: try anything(meaning("x400Address", "[3]     ORAddress", "An address of X.400, which nobody uses."))
        case 0xa5: try anything(meaning("ediPartyName", "[5]     EDIPartyName", "A name of EDI, which nobody uses."))
        default:
            throw DERError(
                .unexpectedTag(expected: [.context(1), .context(2), .context(6), .context(7)], found: tag), at: offset)
        }
    }

    private mutating func otherName(_ meaning: Meaning) throws(DERError) {
        try structure(meaning, tag: .contextConstructed(0)) { inner throws(DERError) in
            try inner.objectIdentifier(
                Meaning("type-id", "type-id    OBJECT IDENTIFIER", "Which kind of name.", "RFC 5280 §4.2.1.6"))
            try inner.tagged(0, "value", "A tag around the name.", "RFC 5280 §4.2.1.6") { value throws(DERError) in
                try value.anything(Meaning("", "ANY DEFINED BY type-id", "The name.", "RFC 5280 §4.2.1.6"))
            }
        }
    }

    /// 4 or 16 octets of an address, or twice as many with a mask.
    private static func address(_ octets: DERBytes) -> String {
        if let address = IPAddress(octets: octets.array) { return "\(address)" }
        let half = octets.count / 2
        if octets.count % 2 == 0, let address = IPAddress(octets: octets.prefix(half).array),
            let mask = IPAddress(octets: octets.suffix(half).array)
        {
            return "\(address) with the mask \(mask)"
        }
        return "\(hexadecimal(octets)), which is no address"
    }

    mutating func nameConstraints() throws(DERError) {
        try structure(
            Meaning(
                "", "NameConstraints ::= SEQUENCE { permittedSubtrees [0], excludedSubtrees [1] }",
                "Which names certificates below this CA may have.", "RFC 5280 §4.2.1.10")
        ) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) {
                try inner.subtrees(
                    0, "permittedSubtrees", "Where names of a kind are listed here, each must be below one of them.")
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.subtrees(1, "excludedSubtrees", "No name may be below one of these.")
            }
        }
    }

    private mutating func subtrees(_ number: UInt8, _ field: String, _ sentence: String) throws(DERError) {
        try list(
            Meaning(field, "\(field)       [\(number)]     GeneralSubtrees OPTIONAL", sentence, "RFC 5280 §4.2.1.10"),
            tag: .contextConstructed(number), minimumCount: 1
        ) { inner throws(DERError) in
            try inner.structure(
                Meaning(
                    "", "GeneralSubtree ::= SEQUENCE { base, minimum [0], maximum [1] }", "One tree of names.",
                    "RFC 5280 §4.2.1.10")
            ) { tree throws(DERError) in
                try tree.generalName("base", isRange: true)
                for (number, field) in [(UInt8(0), "minimum"), (1, "maximum")] where tree.isNext(.context(number)) {
                    try tree.smallNatural(
                        Meaning(
                            field, "\(field)         [\(number)]     BaseDistance",
                            "A depth, which must not be used.", "RFC 5280 §4.2.1.10"),
                        tag: .context(number))
                }
            }
        }
    }
}
