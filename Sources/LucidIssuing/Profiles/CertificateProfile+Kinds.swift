import LucidDER
import LucidModel

// The kinds of certificates that Lucid knows by name. Each is what every client that is known to Lucid accepts.

extension CertificateProfile {
    /// A root: ten years, any path length. No purposes, policies or places of revocation lists: clients look for none of them
    /// in a trust anchor (RFC 5280 §6.1.1(d)).
    public static let root = CertificateProfile(
        name: "root", authority: Authority(pathLength: nil), keyUsage: [.keyCertSign, .cRLSign], extendedKeyUsages: [],
        life: .days(3650))

    /// A CA below a root that issues end-entity certificates only: five years.
    public static let intermediate = CertificateProfile(
        name: "intermediate", authority: Authority(pathLength: 0), keyUsage: [.keyCertSign, .cRLSign],
        extendedKeyUsages: [], life: .days(1825))

    /// A TLS server: 90 days. Apple's systems take 825 days at most, for private roots too. An RSA key also deciphers
    /// (keyEncipherment), for TLS 1.2.
    public static let server = CertificateProfile(
        name: "server", authority: nil, keyUsage: [.digitalSignature, .keyEncipherment],
        extendedKeyUsages: [OID.serverAuth], life: .days(90))

    /// A TLS client: 90 days.
    public static let client = CertificateProfile(
        name: "client", authority: nil, keyUsage: [.digitalSignature], extendedKeyUsages: [OID.clientAuth],
        life: .days(90))

    /// A machine that is a TLS server to some and a client to others: 90 days.
    public static let serverAndClient = CertificateProfile(
        name: "both", authority: nil, keyUsage: [.digitalSignature, .keyEncipherment],
        extendedKeyUsages: [OID.serverAuth, OID.clientAuth], life: .days(90))

    /// Who answers OCSP requests in the CA's place (RFC 6960 §4.2.2.2). Nobody asks whether it was revoked itself
    /// (id-pkix-ocsp-nocheck, RFC 6960 §4.2.2.2.1), so it lives for 30 days only: that clause asks for a short life.
    public static let ocspResponder: CertificateProfile = {
        var profile = CertificateProfile(
            name: "ocsp", authority: nil, keyUsage: [.digitalSignature], extendedKeyUsages: [OID.ocspSigning],
            life: .days(30))
        profile.furtherExtensions = [
            Extension(extnID: OID.ocspNoCheck, critical: false, extnValue: [0x05, 0x00])  // NULL
        ]
        return profile
    }()

    /// Who signs programs: a year. The CA/Browser Forum's code signing requirements ask for digitalSignature and codeSigning,
    /// and allow no serverAuth beside it.
    public static let codeSigning = CertificateProfile(
        name: "code-signing", authority: nil, keyUsage: [.digitalSignature], extendedKeyUsages: [OID.codeSigning],
        life: .days(365))

    /// E-mail, S/MIME (RFC 8550 §4.4): a year. To be sent encrypted mail an RSA key deciphers (keyEncipherment), and a key on
    /// one of NIST's curves agrees on keys (keyAgreement, RFC 5753 §7.1); an Ed25519 key only signs.
    public static let email = CertificateProfile(
        name: "email", authority: nil, keyUsage: [.digitalSignature, .keyEncipherment, .keyAgreement],
        extendedKeyUsages: [OID.emailProtection], life: .days(365))

    /// All of them.
    public static let known: [CertificateProfile] = [
        root, intermediate, server, client, serverAndClient, ocspResponder, codeSigning, email,
    ]

    /// The one with this name; nil where there is none.
    public static func named(_ name: String) -> CertificateProfile? { known.first { $0.name == name } }
}
