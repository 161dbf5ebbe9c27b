import LucidDER
import LucidModel

// Attributes: a type and a set of values (RFC 5280 appendix A.1), in requests, keys and signers.

extension Annotator {
    /// SEQUENCE OF or SET OF Attribute.
    mutating func attributes(
        _ field: String, tag: DERTag = .sequence, minimumCount: Int = 0, isSorted: Bool = false,
        areValuesSorted: Bool = true, _ sentence: String, _ clause: String
    ) throws(DERError) {
        let asn1 = field.isEmpty ? "SubjectDirectoryAttributes ::= SEQUENCE OF Attribute" : "\(field)  SET OF Attribute"
        try list(Meaning(field, asn1, sentence, clause), tag: tag, minimumCount: minimumCount, isSorted: isSorted) {
            inner throws(DERError) in try inner.attribute(areValuesSorted, clause)
        }
    }

    private mutating func attribute(_ isSorted: Bool, _ clause: String) throws(DERError) {
        let line = nextLine
        let ahead = identifierAhead(inside: .sequence)
        try structure(
            Meaning(
                ahead.map { "(\($0.shortest))" } ?? "", "Attribute ::= SEQUENCE { type, values SET OF }",
                "One attribute and its values.", clause)
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning("type", "type             AttributeType", "Which attribute.", clause))
            try inner.list(
                Meaning("values", "values    SET OF AttributeValue", "Its values.", clause), tag: .set,
                isSorted: isSorted
            ) { values throws(DERError) in try values.attributeValue(type) }
        }
        let words = lines[line...].dropFirst(2).map(\.value).filter { !$0.isEmpty }
        if words.count == 1 { setValue(words[0], ofLine: line) }
    }

    private mutating func attributeValue(_ type: ObjectIdentifier?) throws(DERError) {
        switch type {
        case OID.extensionRequest:
            try extensions(
                "", "The extensions that the applicant asks for; the CA decides which it grants.", "RFC 2985 §5.4.2")
        case OID.challengePassword:
            try anything(
                Meaning(
                    "", "DirectoryString",
                    "A password to revoke the certificate with, in the clear, so it protects nothing.",
                    "RFC 2985 §5.4.1"))
        case OID.friendlyName where isNext(.bmpString):
            try value(
                Meaning("", "BMPString", "A name for people; Java calls it alias.", "RFC 2985 §5.5.1"), tag: .bmpString
            ) { Self.utf16($0) }
        case OID.localKeyID where isNext(.octetString):
            try octetString(
                Meaning(
                    "", "OCTET STRING", "Octets that a key and its certificate have in common.", "RFC 2985 §5.5.2"))
        default:
            try anything(Meaning("", "AttributeValue", "A value, of the type that the attribute has.", "RFC 5280 §A.1"))
        }
    }

    /// Text in UTF-16, as programs write it where only its older form should be.
    static func utf16(_ octets: DERBytes) -> String {
        let units = stride(from: octets.startIndex, to: octets.endIndex - 1, by: 2).map {
            UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
        }
        return "“\(String(decoding: units, as: UTF16.self).safeToShow)”"
    }
}
