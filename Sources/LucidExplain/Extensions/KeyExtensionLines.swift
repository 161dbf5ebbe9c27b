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
                try inner.serialNumber(
                    "authorityCertSerialNumber", "authorityCertSerialNumber [2] CertificateSerialNumber OPTIONAL",
                    tag: .context(2), "The serial number of the issuer's certificate.", "RFC 5280 §4.2.1.1")
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
        try list(
            Meaning(
                "", "ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId",
                "The purposes that the certificate may be used for.",
                "RFC 5280 §4.2.1.12"),
            minimumCount: 1
        ) { inner throws(DERError) in
            try inner.objectIdentifier(
                Meaning(
                    "", "KeyPurposeId ::= OBJECT IDENTIFIER", "One purpose; serverAuth is for servers of TLS.",
                    "RFC 5280 §4.2.1.12"))
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
                try inner.flag(
                    Meaning(
                        "cA", "cA                      BOOLEAN DEFAULT FALSE", "TRUE: the key may sign certificates.",
                        "RFC 5280 §4.2.1.9"))
            }
            if inner.isNext(.integer) {
                try inner.smallNatural(
                    Meaning(
                        "pathLenConstraint", "pathLenConstraint       INTEGER (0..MAX) OPTIONAL",
                        "How many CAs may at most stand between this one and the end of a path.", "RFC 5280 §4.2.1.9"))
            }
        }
    }
}
