import LucidDER
import LucidModel

// Extensions about keys: what they are for, and which is which.

extension Annotator {
    mutating func subjectKeyIdentifier() throws(DERError) {
        try octetString(
            Meaning(
                "", "SubjectKeyIdentifier ::= KeyIdentifier",
                "A short name for this certificate's key, mostly a hash of it: certificates signed with the key repeat it as their authorityKeyIdentifier.",
                "RFC 5280 §4.2.1.2"))
    }

    mutating func authorityKeyIdentifier() throws(DERError) {
        try structure(
            Meaning(
                "",
                "AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0], authorityCertIssuer [1], authorityCertSerialNumber [2] }",
                "Which key of the issuer's signed: it helps to find the issuer's certificate and proves nothing.",
                "RFC 5280 §4.2.1.1")
        ) { inner throws(DERError) in
            if inner.isNext(.context(0)) {
                try inner.octetString(
                    Meaning(
                        "keyIdentifier", "keyIdentifier             [0] KeyIdentifier OPTIONAL",
                        "The issuer's subjectKeyIdentifier.", "RFC 5280 §4.2.1.1"),
                    tag: .context(0))
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.generalNames(
                    "authorityCertIssuer", tag: .contextConstructed(1), "Who issued the issuer's certificate.",
                    "RFC 5280 §4.2.1.1")
            }
            if inner.isNext(.context(2)) {
                try inner.integer(
                    Meaning(
                        "authorityCertSerialNumber", "authorityCertSerialNumber [2] CertificateSerialNumber OPTIONAL",
                        "The serial number of the issuer's certificate.", "RFC 5280 §4.2.1.1"),
                    tag: .context(2))
            }
        }
    }

    mutating func keyUsage() throws(DERError) {
        try namedBits(
            Meaning(
                "", "KeyUsage ::= BIT STRING", "What the key may be used for; each bit is a use.", "RFC 5280 §4.2.1.3"),
            names: [
                "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
                "keyCertSign", "cRLSign",
                "encipherOnly", "decipherOnly",
            ])
    }

    mutating func extendedKeyUsage() throws(DERError) {
        try structure(
            Meaning(
                "", "ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId",
                "The purposes that the certificate may be used for.",
                "RFC 5280 §4.2.1.12")
        ) { inner throws(DERError) in
            while !inner.isAtEnd {
                try inner.objectIdentifier(
                    Meaning(
                        "", "KeyPurposeId ::= OBJECT IDENTIFIER", "One purpose; serverAuth is for servers of TLS.",
                        "RFC 5280 §4.2.1.12"))
            }
        }
    }

    mutating func basicConstraints() throws(DERError) {
        try structure(
            Meaning(
                "", "BasicConstraints ::= SEQUENCE { cA, pathLenConstraint }",
                "Whether the certificate may issue others. An empty one says no: FALSE is the default, and defaults are not written.",
                "RFC 5280 §4.2.1.9")
        ) { inner throws(DERError) in
            if inner.isNext(.boolean) {
                try inner.boolean(
                    Meaning(
                        "cA", "cA                      BOOLEAN DEFAULT FALSE", "TRUE: the key may sign certificates.",
                        "RFC 5280 §4.2.1.9"))
            }
            if inner.isNext(.integer) {
                try inner.integer(
                    Meaning(
                        "pathLenConstraint", "pathLenConstraint       INTEGER (0..MAX) OPTIONAL",
                        "How many CAs may at most stand between this one and the end of a path.", "RFC 5280 §4.2.1.9"))
            }
        }
    }

    mutating func tlsFeature() throws(DERError) {
        try structure(
            Meaning(
                "", "Features ::= SEQUENCE OF INTEGER", "What a TLS server with this certificate must do.",
                "RFC 7633 §4")
        ) { inner throws(DERError) in
            while !inner.isAtEnd {
                try inner.integer(
                    Meaning(
                        "", "INTEGER",
                        "The number of a TLS extension; 5 is status_request: the server must staple an OCSP response.",
                        "RFC 7633 §4.2.3.1"))
            }
        }
    }

    /// SEQUENCE OF or SET OF Attribute.
    mutating func attributes(_ field: String, tag: DERTag = .sequence, _ sentence: String, _ clause: String)
        throws(DERError)
    {
        try structure(Meaning(field, "Attributes ::= OF Attribute", sentence, clause), tag: tag) {
            inner throws(DERError) in
            while !inner.isAtEnd { try inner.attribute() }
        }
    }

    private mutating func attribute() throws(DERError) {
        let line = nextLine
        try structure(
            Meaning(
                "", "Attribute ::= SEQUENCE { type, values SET OF }", "One attribute and its values.",
                "RFC 5280 §4.1.2.4")
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning("type", "type             AttributeType", "Which attribute.", "RFC 5280 §4.1.2.4"))
            if let type { inner.setValue(type.nameOrNumbers, ofLine: line) }
            try inner.structure(
                Meaning("values", "values    SET OF AttributeValue", "Its values.", "RFC 5280 §4.1.2.4"), tag: .set
            ) { values throws(DERError) in
                while !values.isAtEnd {
                    if type == OID.extensionRequest {
                        try values.extensions("")
                    } else {
                        try values.anything(Meaning("", "AttributeValue", "A value.", "RFC 5280 §4.1.2.4"))
                    }
                }
            }
        }
    }
}
