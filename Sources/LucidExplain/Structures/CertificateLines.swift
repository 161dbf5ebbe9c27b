import LucidDER
import LucidModel

// RFC 5280 §4.1: a certificate.

extension Annotator {
    mutating func certificate(_ field: String = "") throws(DERError) {
        let line = nextLine
        let start = offset
        try structure(
            Meaning(
                field, "Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }",
                "A certificate has three parts: what the issuer says, the algorithm it signs with, and its signature over the first part.",
                "RFC 5280 §4.1")
        ) { inner throws(DERError) in
            try inner.tbsCertificate()
            let algorithm = try inner.algorithm(
                "signatureAlgorithm",
                "The algorithm of the signature below. It must be the one that the signed part names.",
                "RFC 5280 §4.1.1.2")
            try inner.signature("signatureValue", by: algorithm, over: "tbsCertificate", "RFC 5280 §4.1.1.3")
        }
        if depth > 0, let certificate = try? Certificate(der: DERBytes(source, start..<offset), "") {
            setValue("for \(certificate.subject), by \(certificate.issuer)", ofLine: line)
        }
    }

    private mutating func tbsCertificate() throws(DERError) {
        try structure(
            Meaning(
                "tbsCertificate", "tbsCertificate       TBSCertificate",
                "The part that is signed, from this line to the one before signatureAlgorithm: the hash goes over exactly these octets.",
                "RFC 5280 §4.1.1.1")
        ) { inner throws(DERError) in
            try inner.version()
            try inner.serialNumber(
                "serialNumber", "serialNumber         CertificateSerialNumber",
                "The number that the issuer gives to this certificate and to no other: revocation lists name certificates by it.",
                "RFC 5280 §4.1.2.2")
            try inner.algorithm(
                "signature", "The algorithm that the issuer signs with, here under the signature's own protection.",
                "RFC 5280 §4.1.2.3")
            try inner.name(
                "issuer", "Who signed: the octets must be those of the issuer's own subject.", "RFC 5280 §4.1.2.4")
            try inner.validity("validity")
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
            try inner.smallNatural(
                Meaning(
                    "", "Version ::= INTEGER { v1(0), v2(1), v3(2) }",
                    "The version counts from 0: certificates with extensions are of version 3, written as 2.",
                    "RFC 5280 §4.1.2.1")
            ) { $0 <= 2 ? "v\($0 + 1) (\($0))" : "\($0), which is no version" }
        }
    }

    /// Decimal, as databases have it, and hexadecimal, as everybody else shows it.
    mutating func serialNumber(
        _ field: String, _ asn1: String, tag: DERTag = .integer, _ sentence: String, _ clause: String
    ) throws(DERError) {
        try integer(Meaning(field, asn1, sentence, clause), tag: tag) { number in
            guard let magnitude = number.magnitude, magnitude.count <= 64 else { return Self.words(for: number) }
            let hex = number.isZero ? "00" : hexadecimal(magnitude)
            return "\(Self.decimal(magnitude)), hexadecimal \(hex)"
        }
    }

    /// The decimal digits of a number by long multiplication; for numbers of a few dozen octets.
    static func decimal(_ magnitude: DERBytes) -> String {
        var digits: [UInt8] = [0]
        for octet in magnitude {
            var carry = Int(octet)
            for index in digits.indices {
                carry += Int(digits[index]) * 256
                digits[index] = UInt8(carry % 10)
                carry /= 10
            }
            while carry > 0 {
                digits.append(UInt8(carry % 10))
                carry /= 10
            }
        }
        return digits.reversed().map { String($0) }.joined()
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
        ) { inner throws(DERError) in try inner.extensions("") }
    }

    /// What OpenSSL appends to a `TRUSTED CERTIFICATE`: for what its owner trusts it.
    mutating func trustedCertificate() throws(DERError) {
        try certificate()
        guard !isAtEnd else { return }
        let meaning = Meaning(
            "trust", "X509_CERT_AUX ::= SEQUENCE { trust, reject [0], alias, keyid, other [1] }",
            "OpenSSL's own remark behind the certificate: for which purposes whoever made the file trusts it. It is no part of the certificate, and no standard has it.",
            "openssl-x509(1), “-trustout”")
        try anything(meaning)
    }
}
