public import LucidDER
public import LucidModel
import LucidSignature

/// What certificates of one kind say, but for their subject, names and key.
///
/// The defaults, in `CertificateProfile+Kinds.swift`, are those that today's strict clients accept; for each field the clause
/// and the clients that ask for it are named. Custom profiles are read from JSON: Documentation/profiles.md.
public struct CertificateProfile: Hashable, Sendable {
    /// What people call it: `server`. Policies set the longest life by it.
    public var name: String
    /// How long the certificate is valid: from its first second to its last, which both count (RFC 5280 §4.1.2.5). So
    /// notAfter is a second less than this behind notBefore; Apple's systems count that way, too.
    public var life: Lifetime
    /// Whether the subject issues certificates, and through how many further CAs; nil for a certificate that issues none.
    ///
    /// Becomes basicConstraints, always there and critical: RFC 5280 §4.2.1.9 asks for it in CAs, and so do Python 3.13,
    /// `openssl verify -x509_strict`, pyca/cryptography and Android. Firefox and rustls refuse a server's certificate with cA
    /// TRUE. A path length stands in CAs alone (OpenSSL's strict rules, Chromium).
    public var authority: Authority?
    /// What the key is used for (RFC 5280 §4.2.1.3), critical. Python 3.13, `openssl verify -x509_strict` and pyca/cryptography
    /// ask for keyCertSign in CAs; those who build on BoringSSL ask for digitalSignature in a server's ECDSA certificate.
    ///
    /// A use that the kind of key can not have is left out of the certificate: see `keyUsage(for:)`.
    public var keyUsage: KeyUsage
    /// The purposes (RFC 5280 §4.2.1.12), not critical; without any there is no such extension, which is usual for CAs. Apple's
    /// systems ask servers for serverAuth; OpenSSL, Go and pyca/cryptography hold what is there against what is wanted.
    public var extendedKeyUsages: [ObjectIdentifier]
    /// The names that a CA's certificates may and may not have (RFC 5280 §4.2.1.10), critical; for CAs alone. All clients enforce
    /// them below intermediates; Chromium from 112 on in roots, too.
    public var nameConstraints: NameConstraints?
    /// The policies that it is issued under (RFC 5280 §4.2.1.4), not critical; none by default. The CA/Browser Forum asks
    /// public CAs for one; no client asks private CAs.
    public var policies: [PolicyInformation] = []
    /// The URIs that a CRL for it is to be had from (RFC 5280 §4.2.1.13), not critical. Java and Windows fetch it where told to.
    public var crlDistributionPoints: [GeneralName] = []
    /// The URIs of OCSP responders for it (RFC 5280 §4.2.2.1), in authorityInfoAccess, not critical. Servers that staple need one.
    public var ocspResponders: [GeneralName] = []
    /// The URIs that its issuer's certificate is to be had from (RFC 5280 §4.2.2.1), in authorityInfoAccess. Chromium, Windows
    /// and Apple's systems fetch an intermediate that a server forgot to send.
    public var issuerCertificates: [GeneralName] = []
    /// Extensions beside those above, and beside the names and key identifiers that every certificate gets.
    public var furtherExtensions: [Extension] = []

    /// A CA's place in the path.
    public struct Authority: Hashable, Sendable {
        /// How many CAs may follow below it; nil for any number.
        public var pathLength: Int?

        public init(pathLength: Int?) { self.pathLength = pathLength }
    }

    public init(
        name: String = "custom", authority: Authority?, keyUsage: KeyUsage, extendedKeyUsages: [ObjectIdentifier],
        life: Lifetime
    ) {
        self.name = name
        self.authority = authority
        self.keyUsage = keyUsage
        self.extendedKeyUsages = extendedKeyUsages
        self.life = life
    }

    /// The validity of a certificate that is issued at `time`.
    func validity(from time: CalendarTime) -> Validity {
        Validity(notBefore: time, notAfter: time.adding(seconds: life.seconds - 1))
    }

    /// The key usage for a subject's key: what of `keyUsage` a key of its kind can do. Empty where it can do nothing of it.
    public func keyUsage(for key: SubjectPublicKeyInfo) -> KeyUsage {
        keyUsage.intersection(.possible(for: key.algorithm.algorithm))
    }

    /// Throws where a key can do nothing of what the profile says. `info` is the key's.
    func checkUse(of key: PublicKey, _ info: SubjectPublicKeyInfo) throws(IssuingProblem) {
        guard !keyUsage(for: info).isEmpty else { throw .keyHasNoUse(key, wanted: keyUsage) }
    }
}
