import LucidDER
import LucidModel

// RFC 5280 §4.1: a certificate.

extension Annotator {
    mutating func certificate(_ field: String = "") throws(DERError) {
        try structure(
            Meaning(
                field, "Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }",
                "A certificate has three parts: what the issuer says, the algorithm it signs with, and its signature over the first part.",
                "RFC 5280 §4.1")
        ) { inner throws(DERError) in
            try inner.tbsCertificate()
            try inner.algorithm(
                "signatureAlgorithm",
                "The algorithm of the signature below. It must be the one that the signed part names.",
                "RFC 5280 §4.1.1.2")
            try inner.signature("signatureValue", over: "tbsCertificate", "RFC 5280 §4.1.1.3")
        }
    }

    /// The signature of any signed structure.
    mutating func signature(_ field: String, over signed: String, _ clause: String) throws(DERError) {
        try bitString(
            Meaning(
                field, "\(field)  BIT STRING",
                "The issuer's signature, made with its private key over the octets of \(signed). Whoever has the issuer's public key can check it; nothing in it is encrypted.",
                clause))
    }

    private mutating func tbsCertificate() throws(DERError) {
        try structure(
            Meaning(
                "tbsCertificate", "tbsCertificate       TBSCertificate",
                "The part that is signed, from this line to the one before signatureAlgorithm: the hash goes over exactly these octets.",
                "RFC 5280 §4.1.1.1")
        ) { inner throws(DERError) in
            try inner.version()
            try inner.integer(
                Meaning(
                    "serialNumber", "serialNumber         CertificateSerialNumber",
                    "The number that the issuer gives to this certificate and to no other: revocation lists name certificates by it.",
                    "RFC 5280 §4.1.2.2"))
            try inner.algorithm(
                "signature", "The algorithm that the issuer signs with, here under the signature's own protection.",
                "RFC 5280 §4.1.2.3")
            try inner.name(
                "issuer", "Who signed: the octets must be those of the issuer's own subject.", "RFC 5280 §4.1.2.4")
            try inner.validity()
            try inner.name("subject", "Whom the public key belongs to.", "RFC 5280 §4.1.2.6")
            try inner.publicKeyInfo("subjectPublicKeyInfo")
            try inner.uniqueIdentifiers()
            if inner.isNext(.contextConstructed(3)) { try inner.certificateExtensions() }
        }
    }

    private mutating func version() throws(DERError) {
        guard isNext(.contextConstructed(0)) else { return }
        try structure(
            Meaning(
                "version", "version         [0]  EXPLICIT Version DEFAULT v1",
                "A tag around the version; without it the certificate is of version 1 and has no extensions.",
                "RFC 5280 §4.1.2.1"),
            tag: .contextConstructed(0)
        ) { inner throws(DERError) in
            try inner.integer(
                Meaning(
                    "", "Version ::= INTEGER { v1(0), v2(1), v3(2) }",
                    "The version counts from 0: certificates with extensions are of version 3, written as 2.",
                    "RFC 5280 §4.1.2.1")
            ) { number in
                switch number.small {
                case 0: "v1 (0)"
                case 1: "v2 (1)"
                case 2: "v3 (2)"
                default: "\(Self.words(for: number)), which is no version"
                }
            }
        }
    }

    private mutating func validity() throws(DERError) {
        try structure(
            Meaning(
                "validity", "validity             Validity",
                "The time in which the issuer vouches for the certificate, both ends included.",
                "RFC 5280 §4.1.2.5")
        ) { inner throws(DERError) in
            try inner.time(
                Meaning(
                    "notBefore", "notBefore      Time", "The first second of validity, always in UTC.",
                    "RFC 5280 §4.1.2.5"))
            try inner.time(
                Meaning(
                    "notAfter", "notAfter       Time",
                    "The last second of validity. Through 2049 it is a UTCTime, with two digits for the year; then a GeneralizedTime.",
                    "RFC 5280 §4.1.2.5"))
        }
    }

    private mutating func uniqueIdentifiers() throws(DERError) {
        for (number, field) in [(UInt8(1), "issuerUniqueID"), (2, "subjectUniqueID")] where isNext(.context(number)) {
            try bitString(
                Meaning(
                    field, "\(field)  [\(number)]  IMPLICIT UniqueIdentifier OPTIONAL",
                    "Tells names apart that were used twice. CAs must not write it any more.", "RFC 5280 §4.1.2.8"),
                tag: .context(number))
        }
    }

    private mutating func certificateExtensions() throws(DERError) {
        try structure(
            Meaning(
                "extensions", "extensions      [3]  EXPLICIT Extensions OPTIONAL",
                "A tag around the extensions: what version 3 added, and where everything about hosts and CAs stands.",
                "RFC 5280 §4.1.2.9"),
            tag: .contextConstructed(3)
        ) { inner throws(DERError) in
            try inner.extensions("")
        }
    }
}
