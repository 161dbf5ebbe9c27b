import LucidDER
import LucidModel

// RFC 5280 §4.1.2.4: names of people, organisations and CAs.

extension Annotator {
    mutating func name(_ field: String, _ sentence: String, _ clause: String) throws(DERError) {
        let line = nextLine
        let start = offset
        try list(
            Meaning(
                field, "\(field.isEmpty ? "Name" : field)  ::= SEQUENCE OF RelativeDistinguishedName", sentence, clause)
        ) { inner throws(DERError) in try inner.relativeName("") }
        if let name = try? Name(der: DERBytes(source, start..<offset), "") {
            setValue(name.isEmpty ? "empty" : "\(name)", ofLine: line)
        }
    }

    /// One step of a name, nearly always with one attribute.
    mutating func relativeName(_ field: String, tag: DERTag = .set) throws(DERError) {
        try list(
            Meaning(
                field, "RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue",
                "One step of the name, from the most general to the most special; nearly always a single attribute.",
                "RFC 5280 §4.1.2.4"),
            tag: tag, minimumCount: 1, isSorted: true
        ) { inner throws(DERError) in try inner.attributeTypeAndValue() }
    }

    private mutating func attributeTypeAndValue() throws(DERError) {
        let line = nextLine
        try structure(
            Meaning(
                "", "AttributeTypeAndValue ::= SEQUENCE { type, value }", "What the attribute is, and what it says.",
                "RFC 5280 §4.1.2.4")
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning(
                    "type", "type     AttributeType", "The kind of attribute, such as country or commonName.",
                    "RFC 5280 §4.1.2.4"))
            if let type { inner.setValue(type.shortest, ofLine: line) }
            try inner.anything(
                Meaning(
                    "value", "value    AttributeValue",
                    type.flatMap { attributeSentences[$0] } ?? "The \(type?.shortest ?? "attribute")'s value.",
                    "RFC 5280 §4.1.2.4"))
        }
    }
}

/// What the usual attributes say (X.520; RFC 5280 appendix A).
private let attributeSentences: [ObjectIdentifier: String] = [
    OID.commonName:
        "The commonName: for CAs the name that people read. Today's browsers look for hosts in subjectAltName only.",
    OID.countryName: "The country, in the two letters of ISO 3166.",
    OID.organizationName: "The organisation.",
    OID.organizationalUnitName: "A part of the organisation.",
    OID.localityName: "The town.",
    OID.stateOrProvinceName: "The state or province, spelt out.",
    OID.emailAddress: "An e-mail address; its place today is subjectAltName.",
    OID.serialNumber: "A number that tells people or machines of one name apart; not the certificate's serial number.",
    OID.domainComponent: "One label of a domain name.",
    OID.organizationIdentifier: "The organisation's number in a register.",
]
