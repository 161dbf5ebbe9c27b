/// A line on which openssl and Lucid differ, and why that is right.
struct ExpectedDifference: Sendable {
    /// The file's name, or the beginning of several.
    let certificate: String
    let field: String
    let openssl: String
    /// nil where Lucid's line varies.
    let lucid: String?
    let reason: String

    func covers(_ certificate: String, _ field: String, openssl: String, lucid: String) -> Bool {
        certificate.hasPrefix(self.certificate) && field == self.field && openssl == self.openssl
            && lucid == self.lucid ?? lucid
    }

    /// All of them. Any other difference is an error, and so is an entry that is not needed any more.
    static let all = [
        ExpectedDifference(
            certificate: "ext-sct-list.pem", field: "signedCertificateTimestampList content",
            openssl: "timestamp 2026-01-01T00:00:00.123Z", lucid: "timestamp 2026-01-01T00:00:00Z",
            reason: "Lucid writes all times to the second"),
        ExpectedDifference(
            certificate: "ext-sct-list.pem", field: "signedCertificateTimestampList content",
            openssl: "timestamp 2026-01-01T00:00:00.456Z", lucid: "timestamp 2026-01-01T00:00:00Z",
            reason: "Lucid writes all times to the second"),
        ExpectedDifference(
            certificate: "ext-subject-alt-name-x400-edi.pem", field: "subjectAltName content",
            openssl: "X400Name:<unsupported>, EdiPartyName:<unsupported>, DNS:example.test",
            lucid: "x400Address:300f610413024752620713054c55434944, "
                + "ediPartyName:a00a0c0841737369676e6572a1070c055061727479, DNS:example.test",
            reason: "openssl shows neither kind of name; Lucid shows their octets"),
        ExpectedDifference(
            certificate: "name-string-types.pem", field: "subject", openssl: "2.5.4.45=BIT STRING:¡²",
            lucid: "2.5.4.45=030300a1b2",
            reason: "a BIT STRING is no text: Lucid shows its octets, openssl takes them for Latin-1"),
        ExpectedDifference(
            certificate: "name-string-types.pem", field: "issuer", openssl: "2.5.4.45=BIT STRING:¡²",
            lucid: "2.5.4.45=030300a1b2",
            reason: "a BIT STRING is no text: Lucid shows its octets, openssl takes them for Latin-1"),
        ExpectedDifference(
            certificate: "ext-certificate-policies-qualifiers.pem", field: "certificatePolicies content",
            openssl: "Explicit Text: BMP text", lucid: "Explicit Text: 䉍倠瑥硴",
            reason:
                "openssl writes ASCII into this BMPString and prints its octets; Lucid reads two octets a character (X.690 §8.23.7)"
        ),
        ExpectedDifference(
            certificate: "system root", field: "certificatePolicies content", openssl: "Explicit Text:", lucid: nil,
            reason:
                "openssl prints the octets of a BMPString up to the first NUL, which is the first octet; Lucid prints its text"
        ),
        ExpectedDifference(
            certificate: "system root", field: "keyUsage content", openssl: "Certificate Sign, CRL Sign",
            lucid: "0303070600",
            reason:
                "two roots write keyUsage with trailing zero bits, which X.690 §11.2.2 forbids; Lucid shows the octets and why"
        ),
    ]

    /// Extensions that openssl decodes while Lucid shows their octets, which are compared in "The octets of all extensions".
    static let decodedByOpenSSLAlone = [
        "2.5.29.16": "privateKeyUsagePeriod is not part of RFC 5280",
        "2.16.840.1.113730.1.2": "Netscape's addresses are of the last century",
        "2.16.840.1.113730.1.3": "Netscape's addresses are of the last century",
        "2.16.840.1.113730.1.4": "Netscape's addresses are of the last century",
        "2.16.840.1.113730.1.7": "Netscape's addresses are of the last century",
        "2.16.840.1.113730.1.8": "Netscape's addresses are of the last century",
        "2.16.840.1.113730.1.12": "Netscape's addresses are of the last century",
        "1.3.6.1.5.5.7.48.1.5": "ocsp-nocheck concerns certificates of OCSP responders",
        "1.3.6.1.4.1.11129.2.4.3": "the poison of Certificate Transparency has no content",
        "1.3.6.1.5.5.7.1.14": "proxy certificates (RFC 3820) are not validated",
        "1.3.6.1.5.5.7.1.7": "addresses of routers (RFC 3779) are not validated",
        "1.3.6.1.5.5.7.1.8": "numbers of routers (RFC 3779) are not validated",
    ]

    /// Certificates that one of both refuses.
    static let refusedByOne: [String: String] = [:]
}
