public import LucidDER
public import LucidModel
import LucidSignature

/// What a certificate of one kind says about its key: the fixed part of what is issued.
///
/// The defaults are those that today's strict clients accept. They follow what browsers, Python 3.13, Go, Java, Apple's
/// systems and `openssl verify -x509_strict` ask for; see the client rules in LucidClients.
public struct CertificateProfile: Hashable, Sendable {
    /// Whether the subject issues certificates, and through how many further CAs; nil for a certificate that issues none.
    public var authority: Authority?
    /// What an elliptic curve key is used for. An RSA key of a server also deciphers (`keyEncipherment`), for TLS 1.2.
    public var keyUsage: KeyUsage
    /// The purposes; none for a CA.
    public var extendedKeyUsages: [ObjectIdentifier]
    /// How many days the certificate is valid, less a second: notBefore and notAfter both count (RFC 5280 §4.1.2.5).
    public var days: Int

    /// A CA's place in the path.
    public struct Authority: Hashable, Sendable {
        /// How many CAs may follow below it; nil for any number.
        public var pathLength: Int?

        public init(pathLength: Int?) { self.pathLength = pathLength }
    }

    public init(authority: Authority?, keyUsage: KeyUsage, extendedKeyUsages: [ObjectIdentifier], days: Int) {
        self.authority = authority
        self.keyUsage = keyUsage
        self.extendedKeyUsages = extendedKeyUsages
        self.days = days
    }

    /// A root: ten years, any path length.
    public static let root = CertificateProfile(
        authority: Authority(pathLength: nil), keyUsage: [.keyCertSign, .cRLSign], extendedKeyUsages: [], days: 3650)

    /// A CA below a root that issues end-entity certificates only: five years.
    public static let intermediate = CertificateProfile(
        authority: Authority(pathLength: 0), keyUsage: [.keyCertSign, .cRLSign], extendedKeyUsages: [], days: 1825)

    /// A TLS server: 90 days.
    public static let server = CertificateProfile(
        authority: nil, keyUsage: [.digitalSignature], extendedKeyUsages: [OID.serverAuth], days: 90)

    /// A TLS client: 90 days.
    public static let client = CertificateProfile(
        authority: nil, keyUsage: [.digitalSignature], extendedKeyUsages: [OID.clientAuth], days: 90)

    /// The validity of a certificate that is issued at `time`.
    func validity(from time: CalendarTime) -> Validity {
        // More days than the calendar has would overflow when counted in seconds.
        let days = Int64(min(max(days, -Self.calendarDayCount), Self.calendarDayCount))
        return Validity(notBefore: time, notAfter: time.adding(seconds: days * 86400 - 1))
    }

    /// Ten thousand years, the whole of the calendar.
    private static let calendarDayCount = 3_652_425

    /// The key usage for a subject's key.
    func keyUsage(for key: SubjectPublicKeyInfo) -> KeyUsage {
        let isRSAServer = key.algorithm.algorithm == OID.rsaEncryption && extendedKeyUsages.contains(OID.serverAuth)
        return isRSAServer ? keyUsage.union(.keyEncipherment) : keyUsage
    }

    /// The extensions, in the order in which they are usually written. `issuerKey` is nil for a self-signed certificate,
    /// which needs no authorityKeyIdentifier (RFC 5280 §4.2.1.1).
    func extensions(
        for key: SubjectPublicKeyInfo, names: [GeneralName], hasSubject: Bool, issuerKeyIdentifier: DERBytes?
    ) -> Extensions {
        var all: [Extension] = []
        let constraints = BasicConstraints(cA: authority != nil, pathLenConstraint: authority?.pathLength)
        all.append(Extension(constraints, critical: true))
        all.append(Extension(keyUsage(for: key), critical: true))
        if !extendedKeyUsages.isEmpty {
            all.append(Extension(ExtendedKeyUsage(purposes: extendedKeyUsages), critical: false))
        }
        // RFC 5280 §4.2.1.6: critical only where the subject is empty.
        if !names.isEmpty { all.append(Extension(SubjectAltName(names: names), critical: !hasSubject)) }
        all.append(Extension(SubjectKeyIdentifier(keyIdentifier: key.keyIdentifier), critical: false))
        if let issuerKeyIdentifier {
            all.append(Extension(AuthorityKeyIdentifier(keyIdentifier: issuerKeyIdentifier), critical: false))
        }
        return Extensions(all)
    }
}
