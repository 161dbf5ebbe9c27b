import LucidDER
import LucidModel

/// The extensions that can be explained, each with the function that does it.
enum ExtensionLines {
    typealias Lines = @Sendable (inout Annotator) throws(DERError) -> Void

    static let known: [ObjectIdentifier: Lines] = [
        OID.authorityKeyIdentifier: { a throws(DERError) in try a.authorityKeyIdentifier() },
        OID.subjectKeyIdentifier: { a throws(DERError) in try a.subjectKeyIdentifier() },
        OID.keyUsage: { a throws(DERError) in try a.keyUsage() },
        OID.extKeyUsage: { a throws(DERError) in try a.extendedKeyUsage() },
        OID.basicConstraints: { a throws(DERError) in try a.basicConstraints() },
        OID.subjectAltName: { a throws(DERError) in
            try a.generalNames(
                "", "The names that the certificate is for: a host is looked up here, and nowhere else.",
                "RFC 5280 §4.2.1.6")
        },
        OID.issuerAltName: { a throws(DERError) in
            try a.generalNames("", "Further names of the issuer; nobody looks at them.", "RFC 5280 §4.2.1.7")
        },
        OID.certificateIssuer: { a throws(DERError) in
            try a.generalNames("", "Who issued the certificate that this entry revokes.", "RFC 5280 §5.3.3")
        },
        OID.nameConstraints: { a throws(DERError) in try a.nameConstraints() },
        OID.certificatePolicies: { a throws(DERError) in try a.certificatePolicies() },
        OID.policyMappings: { a throws(DERError) in try a.policyMappings() },
        OID.policyConstraints: { a throws(DERError) in try a.policyConstraints() },
        OID.inhibitAnyPolicy: { a throws(DERError) in
            try a.smallNatural(
                Meaning(
                    "", "InhibitAnyPolicy ::= SkipCerts",
                    "After that many further certificates anyPolicy stands for no policy any more.",
                    "RFC 5280 §4.2.1.14"))
        },
        OID.cRLDistributionPoints: { a throws(DERError) in
            try a.distributionPoints(
                "Where to get the revocation lists that would name this certificate.", "RFC 5280 §4.2.1.13")
        },
        OID.freshestCRL: { a throws(DERError) in
            try a.distributionPoints(
                "Where to get the changes since the last full revocation list.", "RFC 5280 §4.2.1.15")
        },
        OID.authorityInfoAccess: { a throws(DERError) in
            try a.accessDescriptions("Where the issuer's certificate and its OCSP responder are.", "RFC 5280 §4.2.2.1")
        },
        OID.subjectInfoAccess: { a throws(DERError) in
            try a.accessDescriptions("Where the subject's services are.", "RFC 5280 §4.2.2.2")
        },
        OID.subjectDirectoryAttributes: { a throws(DERError) in
            try a.attributes("", "Further facts about the subject.", "RFC 5280 §4.2.1.8")
        },
        OID.tlsFeature: { a throws(DERError) in try a.tlsFeature() },
        OID.netscapeCertType: { a throws(DERError) in
            try a.namedBits(
                Meaning(
                    "", "NetscapeCertType ::= BIT STRING",
                    "Netscape's usages, from before keyUsage; nobody looks at them.",
                    "Netscape's certificate extensions"),
                names: [
                    "SSL client", "SSL server", "S/MIME", "object signing", "reserved", "SSL CA", "S/MIME CA",
                    "object signing CA",
                ])
        },
        OID.netscapeComment: { a throws(DERError) in
            try a.anything(
                Meaning(
                    "", "NetscapeComment ::= IA5String", "A remark for people.", "Netscape's certificate extensions"))
        },
        OID.signedCertificateTimestampList: { a throws(DERError) in try a.signedCertificateTimestamps() },
        OID.cRLNumber: { a throws(DERError) in
            try a.integer(
                Meaning(
                    "", "CRLNumber ::= INTEGER (0..MAX)", "The list's number: each is higher than the one before.",
                    "RFC 5280 §5.2.3"))
        },
        OID.deltaCRLIndicator: { a throws(DERError) in
            try a.integer(
                Meaning(
                    "", "BaseCRLNumber ::= CRLNumber",
                    "This list has only what changed since the full list of that number.", "RFC 5280 §5.2.4"))
        },
        OID.issuingDistributionPoint: { a throws(DERError) in try a.issuingDistributionPoint() },
        OID.reasonCode: { a throws(DERError) in
            try a.reasonCode()
        },
        ExplainedOID.privateKeyUsagePeriod: { a throws(DERError) in try a.privateKeyUsagePeriod() },
        ExplainedOID.qcStatements: { a throws(DERError) in try a.qcStatements() },
        ExplainedOID.precertificatePoison: { a throws(DERError) in
            try a.null(
                Meaning(
                    "", "NULL",
                    "Marks a precertificate, which is shown to public logs before the certificate is issued; it is critical, so that nobody takes it for one.",
                    "RFC 6962 §3.1"))
        },
        OID.ocspNoCheck: { a throws(DERError) in
            try a.null(
                Meaning(
                    "", "NULL", "Whoever asks this OCSP responder need not ask whether its own certificate is revoked.",
                    "RFC 6960 §4.2.2.2.1"))
        },
        OID.ocspNonce: { a throws(DERError) in
            try a.octetString(
                Meaning(
                    "", "Nonce ::= OCTET STRING (SIZE(1..128))",
                    "A random value that ties an answer to its question, so that nobody can answer with an old one.",
                    "RFC 9654 §2.1"))
        },
        OID.ocspAcceptableResponses: { a throws(DERError) in try a.acceptableResponses() },
        OID.ocspArchiveCutoff: { a throws(DERError) in
            try a.generalizedTime(
                Meaning(
                    "", "ArchiveCutoff ::= GeneralizedTime",
                    "So far back the responder remembers revocations of certificates that have ended.",
                    "RFC 6960 §4.4.4"))
        },
        OID.ocspCRLReferences: { a throws(DERError) in try a.crlReference() },
        OID.ocspServiceLocator: { a throws(DERError) in try a.serviceLocator() },
        OID.invalidityDate: { a throws(DERError) in
            try a.generalizedTime(
                Meaning(
                    "", "InvalidityDate ::=  GeneralizedTime",
                    "From when on the key is believed to have been in wrong hands.", "RFC 5280 §5.3.2"))
        },
    ]
}
