import LucidDER
import LucidModel

/// What it means that a certificate or list does not have an extension.
enum ExtensionAbsence {
    struct Words: Sendable {
        /// About the one that does not have it, with its letter.
        let sentence: @Sendable (_ other: String) -> String
        let clause: String
    }

    static let words: [ObjectIdentifier: Words] = [
        OID.basicConstraints: Words(
            sentence: { "Without it \($0) is no CA's certificate." }, clause: "RFC 5280 §4.2.1.9"),
        OID.keyUsage: Words(
            sentence: { "Without it \($0)'s key may be used for everything that its algorithm can do." },
            clause: "RFC 5280 §4.2.1.3"),
        OID.extKeyUsage: Words(
            sentence: { "Without it \($0) is restricted to no purpose." }, clause: "RFC 5280 §4.2.1.12"),
        OID.subjectAltName: Words(
            sentence: { "Without it \($0) is for no host: clients do not look into the commonName any more." },
            clause: "RFC 9525 §6.3"),
        OID.subjectKeyIdentifier: Words(
            sentence: { "Without it clients find \($0) by its subject alone; CAs must have it." },
            clause: "RFC 5280 §4.2.1.2"),
        OID.authorityKeyIdentifier: Words(
            sentence: {
                "Without it clients find \($0)'s issuer by its name alone; all but self-signed certificates must have it."
            },
            clause: "RFC 5280 §4.2.1.1"),
        OID.cRLDistributionPoints: Words(
            sentence: { "\($0) does not say where the revocation lists are that would name it." },
            clause: "RFC 5280 §4.2.1.13"),
        OID.authorityInfoAccess: Words(
            sentence: { "\($0) does not say where its issuer's certificate and OCSP responder are." },
            clause: "RFC 5280 §4.2.2.1"),
        OID.certificatePolicies: Words(
            sentence: { "\($0) was issued under no policy: where a policy is asked for, a path through it has none." },
            clause: "RFC 5280 §4.2.1.4"),
        OID.nameConstraints: Words(
            sentence: { "What \($0) issues may have any name." }, clause: "RFC 5280 §4.2.1.10"),
        OID.signedCertificateTimestampList: Words(
            sentence: {
                "Browsers want promises of public logs from certificates of public CAs; \($0) brings none itself."
            },
            clause: "RFC 6962 §3.3"),
        ExplainedOID.precertificatePoison: Words(
            sentence: { "It makes a precertificate, which logs see before the certificate is issued; \($0) is none." },
            clause: "RFC 6962 §3.1"),
        OID.tlsFeature: Words(
            sentence: { "It makes servers send an OCSP response with the certificate; for \($0) they need not." },
            clause: "RFC 7633 §4.2.3"),
        OID.deltaCRLIndicator: Words(
            sentence: { "It makes a list of changes alone; \($0) is a full list." }, clause: "RFC 5280 §5.2.4"),
        OID.reasonCode: Words(
            sentence: { "\($0) does not say why the certificate was revoked." }, clause: "RFC 5280 §5.3.1"),
    ]
}
