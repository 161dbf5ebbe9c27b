import LucidX509

/// A certificate with what OpenSSL finds out about it before it builds a chain.
///
/// A class, because a chain asks whether two are the very same, and because finding out is done once.
final class ExaminedCertificate: Sendable {
    let certificate: Certificate
    let subject: CanonicalName
    let issuer: CanonicalName
    /// Whether an extension that OpenSSL decodes beforehand can not be decoded, or occurs twice: such a certificate issues nothing
    /// and is no CA.
    let isInvalid: Bool
    let isCA: Bool
    let hasBasicConstraints: Bool
    let pathLength: Int?
    /// nil where there is no keyUsage, which is then leave for everything.
    let keyUsage: KeyUsage?
    let extendedKeyUsage: [ObjectIdentifier]?
    let netscapeType: NetscapeCertType?
    let subjectKeyIdentifier: DERBytes?
    let authorityKeyIdentifier: AuthorityKeyIdentifier?
    let subjectAltNames: [GeneralName]?
    let nameConstraints: NameConstraints?
    let distributionPoints: [DistributionPoint]
    /// The extensions that are critical, up to the first that OpenSSL does not know.
    let criticalExtensions: Set<ObjectIdentifier>
    /// Whether there is a critical extension that OpenSSL does not know.
    let hasUnhandledCriticalExtension: Bool
    let proxy: ProxyCertificate?
    let hasFreshestCRL: Bool
    /// Its public key, where Lucid can use it.
    let key: Result<PublicKey, PublicKey.Problem>

    init(_ certificate: Certificate) {
        self.certificate = certificate
        subject = CanonicalName(certificate.subject)
        issuer = CanonicalName(certificate.issuer)
        var reader = LenientExtensions(certificate.extensions)
        let constraints = reader.basicConstraints()
        hasBasicConstraints = constraints != nil
        isCA = constraints?.isCA ?? false
        pathLength = constraints?.pathLength
        proxy = reader.proxy(isCA: isCA)
        keyUsage = reader.keyUsage()
        extendedKeyUsage = reader.extendedKeyUsage()
        netscapeType = reader.value(NetscapeCertType.self)
        subjectKeyIdentifier = reader.value(SubjectKeyIdentifier.self)?.keyIdentifier
        authorityKeyIdentifier = reader.value(AuthorityKeyIdentifier.self)
        subjectAltNames = reader.subjectAltNames()
        nameConstraints = reader.nameConstraints()
        distributionPoints = reader.value(CRLDistributionPoints.self)?.points ?? []
        isInvalid = reader.foundProblem
        hasFreshestCRL = certificate.extensions[OID.freshestCRL] != nil
        var critical: Set<ObjectIdentifier> = []
        var unhandled = false
        for item in certificate.extensions where item.critical {
            unhandled = !Self.handledExtensions.contains(item.extnID)
            if unhandled { break }
            critical.insert(item.extnID)
        }
        criticalExtensions = critical
        hasUnhandledCriticalExtension = unhandled
        do throws(PublicKey.Problem) { key = .success(try PublicKey(certificate.subjectPublicKeyInfo)) } catch {
            key = .failure(error)
        }
    }

    /// The extensions that OpenSSL 3.0 takes when they are critical.
    private static let handledExtensions: Set<ObjectIdentifier> = [
        OID.netscapeCertType, OID.keyUsage, OID.subjectAltName, OID.basicConstraints, OID.certificatePolicies,
        OID.cRLDistributionPoints, OID.extKeyUsage, OID.policyConstraints, OID.nameConstraints, OID.policyMappings,
        OID.inhibitAnyPolicy, ProxyCertificate.identifier,
        // RFC 3779 §2, §3 and OCSP's noCheck (RFC 6960 §4.2.2.2.1)
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 7), ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 8),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 5),
    ]

    var isSelfIssued: Bool { subject == issuer }

    /// Whether it looks like one that its own key signed: by its names and identifiers, without a look at the signature.
    var isSelfSigned: Bool { isSelfIssued && fits(authorityKeyIdentifier) && signatureFits(self) }

    /// Whether the key may be used for one of these.
    func allows(_ usages: KeyUsage) -> Bool { keyUsage.map { !$0.isDisjoint(with: usages) } ?? true }

    /// Whether it is the certificate that an authorityKeyIdentifier means (RFC 5280 §4.2.1.1). What is missing on either side is
    /// no obstacle; of the issuer's names the first directoryName counts.
    func fits(_ identifier: AuthorityKeyIdentifier?) -> Bool {
        guard let identifier else { return true }
        if let wanted = identifier.keyIdentifier, let own = subjectKeyIdentifier, wanted != own { return false }
        if let serial = identifier.authorityCertSerialNumber, serial != certificate.serialNumber { return false }
        for case .directoryName(let name) in identifier.authorityCertIssuer ?? [] {
            return CanonicalName(name) == issuer
        }
        return true
    }

    /// Whether this key could have made the signature of `issued`, by the algorithms' names.
    func signatureFits(_ issued: ExaminedCertificate) -> Bool {
        KeyFamily(certificate.subjectPublicKeyInfo, key).map { family in
            KeyFamily.signers(issued.certificate.tbsCertificate.signature.algorithm).contains(family)
        } ?? false
    }

    /// Whether it may have issued `other`: names, identifiers and algorithms fit. Keys and signatures come later.
    func hasLikelyIssued(_ other: ExaminedCertificate) -> Bool {
        subject == other.issuer && !isInvalid && !other.isInvalid && fits(other.authorityKeyIdentifier)
            && signatureFits(other)
    }

    /// What OpenSSL's `X509_check_ca` says.
    var authority: AuthorityKind {
        if isInvalid || !allows(.keyCertSign) { return .none }
        if hasBasicConstraints { return isCA ? .byBasicConstraints : .none }
        if certificate.tbsCertificate.version == .v1, isSelfSigned { return .oldRoot }
        if keyUsage != nil { return .byKeyUsage }
        return netscapeType.map { $0.isDisjoint(with: [.sslCA, .smimeCA, .objectSigningCA]) } == false
            ? .byNetscapeType : .none
    }

    /// Why a certificate is taken for a CA's.
    enum AuthorityKind: Sendable {
        case none, byBasicConstraints, oldRoot, byKeyUsage, byNetscapeType
    }
}

extension NetscapeCertType {
    static let sslClient = NetscapeCertType(rawValue: 1 << 0)
    static let sslServer = NetscapeCertType(rawValue: 1 << 1)
    static let smime = NetscapeCertType(rawValue: 1 << 2)
    static let sslCA = NetscapeCertType(rawValue: 1 << 5)
    static let smimeCA = NetscapeCertType(rawValue: 1 << 6)
    static let objectSigningCA = NetscapeCertType(rawValue: 1 << 7)
}
