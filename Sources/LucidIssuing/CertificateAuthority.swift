public import LucidDER
public import LucidModel
public import LucidSignature

/// A certificate and the private key that belongs to it: who issues certificates.
public struct CertificateAuthority: ~Copyable, Sendable {
    public let certificate: Certificate
    public let key: SigningKey
    /// Where the serial numbers of what it issues come from.
    let serialNumbers: SerialNumberSource

    /// From a certificate and its private key; nil where the key is another one's.
    public init?(certificate: Certificate, key: consuming SigningKey) {
        // The keys, not their octets: a point may be written in the compressed form as well.
        guard (try? PublicKey(certificate.subjectPublicKeyInfo)) == key.publicKey else { return nil }
        self.certificate = certificate
        self.key = key
        serialNumbers = .random
    }

    private init(issued certificate: Certificate, key: consuming SigningKey, serialNumbers: SerialNumberSource) {
        self.certificate = certificate
        self.key = key
        self.serialNumbers = serialNumbers
    }

    /// A new self-signed root whose name is a commonName alone.
    public static func root(
        named commonName: String, key: consuming SigningKey, profile: CertificateProfile = .root,
        from time: CalendarTime
    ) throws(IssuingProblem) -> CertificateAuthority {
        try root(named: commonName, key: key, profile: profile, from: time, serialNumbers: .random)
    }

    /// The same, with a source of serial numbers for it and for the CAs below it.
    package static func root(
        named commonName: String, key: consuming SigningKey, profile: CertificateProfile, from time: CalendarTime,
        serialNumbers: SerialNumberSource
    ) throws(IssuingProblem) -> CertificateAuthority {
        let subject = try subject(commonName)
        return try root(subject: subject, key: key, profile: profile, from: time, serialNumbers: serialNumbers)
    }

    /// A new self-signed root. Its name should have a commonName: Apple's list of trusted roots shows no other part.
    public static func root(
        subject: Name, key: consuming SigningKey, profile: CertificateProfile = .root, from time: CalendarTime
    ) throws(IssuingProblem) -> CertificateAuthority {
        try root(subject: subject, key: key, profile: profile, from: time, serialNumbers: .random)
    }

    private static func root(
        subject: Name, key: consuming SigningKey, profile: CertificateProfile, from time: CalendarTime,
        serialNumbers: SerialNumberSource
    ) throws(IssuingProblem) -> CertificateAuthority {
        // RFC 5280 §4.1.2.6: a CA's subject is not empty.
        guard !subject.isEmpty else { throw .badSubject("") }
        let info = key.publicKey.info
        try profile.checkUse(of: key.publicKey, info)
        let tbs = TBSCertificate(
            serialNumber: .toBeDrawn, signature: try identifier(key), issuer: subject,
            validity: profile.validity(from: time), subject: subject, subjectPublicKeyInfo: info,
            extensions: profile.extensions(for: info, names: [], hasSubject: true, issuerKeyIdentifier: nil))
        let certificate = try sign(tbs, numberedBy: serialNumbers, with: key)
        return CertificateAuthority(issued: certificate, key: key, serialNumbers: serialNumbers)
    }

    /// A new CA below this one, whose name is a commonName alone.
    public func intermediate(
        named commonName: String, key: consuming SigningKey, profile: CertificateProfile = .intermediate,
        from time: CalendarTime
    ) throws(IssuingProblem) -> CertificateAuthority {
        let subject = try Self.subject(commonName)
        return try intermediate(subject: subject, key: key, profile: profile, from: time)
    }

    /// A new CA below this one.
    public func intermediate(
        subject: Name, key: consuming SigningKey, profile: CertificateProfile = .intermediate, from time: CalendarTime
    ) throws(IssuingProblem) -> CertificateAuthority {
        // RFC 5280 §4.1.2.6: a CA's subject is not empty.
        guard !subject.isEmpty else { throw .badSubject("") }
        let issued = try issue(profile, subject: subject, key: key.publicKey, from: time)
        return CertificateAuthority(issued: issued, key: key, serialNumbers: serialNumbers)
    }

    /// A CA's name: RFC 5280 §4.1.2.6 asks that it is not empty, X.520 that a commonName has at most 64 characters.
    private static func subject(_ commonName: String) throws(IssuingProblem) -> Name {
        guard (1...64).contains(commonName.unicodeScalars.count) else { throw .badSubject(commonName) }
        return Name(commonName: commonName)
    }

    /// A certificate for a TLS server with these DNS names and IP addresses; the first one is also the subject's commonName.
    public func server(
        names: [String], key: PublicKey, profile: CertificateProfile = .server, from time: CalendarTime
    ) throws(IssuingProblem) -> Certificate {
        try endEntity(names: names, key: key, profile: profile, from: time)
    }

    /// A certificate for a TLS client with these names; the first one is also the subject's commonName.
    public func client(
        names: [String], key: PublicKey, profile: CertificateProfile = .client, from time: CalendarTime
    ) throws(IssuingProblem) -> Certificate {
        try endEntity(names: names, key: key, profile: profile, from: time)
    }

    private func endEntity(
        names: [String], key: PublicKey, profile: CertificateProfile, from time: CalendarTime
    ) throws(IssuingProblem) -> Certificate {
        let parsed = try Self.parse(names)
        let subject = parsed[0].asCommonName.map(Name.init(commonName:)) ?? Name([RelativeDistinguishedName]())
        return try issue(profile, subject: subject, names: parsed, key: key, from: time)
    }

    /// The names, at least one.
    static func parse(_ names: [String]) throws(IssuingProblem) -> [GeneralName] {
        guard !names.isEmpty else { throw .noNames }
        var parsed: [GeneralName] = []
        for name in names {
            guard let general = GeneralName(parsing: name) else { throw .badName(name) }
            parsed.append(general)
        }
        return parsed
    }

    /// Issues a certificate for any subject, names and profile.
    public func issue(
        _ profile: CertificateProfile, subject: Name, names: [GeneralName] = [], key subjectKey: PublicKey,
        from time: CalendarTime
    ) throws(IssuingProblem) -> Certificate {
        try checkMayIssue(profile)
        let validity = profile.validity(from: time)
        let issuerEnds = certificate.validity.notAfter.time
        guard validity.notAfter.time <= issuerEnds else { throw .outlivesIssuer(issuerEnds: issuerEnds) }
        let info = subjectKey.info
        try profile.checkUse(of: subjectKey, info)
        // RFC 5280 §4.2.1.1: the identifier that the issuer's own certificate states.
        let issuerKeyIdentifier =
            certificate.extensions.subjectKeyIdentifier?.keyIdentifier ?? key.publicKey.info.keyIdentifier
        let tbs = TBSCertificate(
            serialNumber: .toBeDrawn, signature: try Self.identifier(key),
            // The issuer's name is copied octet for octet: some clients compare nothing else.
            issuer: certificate.subject, validity: validity, subject: subject, subjectPublicKeyInfo: info,
            extensions: profile.extensions(
                for: info, names: names, hasSubject: !subject.isEmpty, issuerKeyIdentifier: issuerKeyIdentifier))
        return try Self.sign(tbs, numberedBy: serialNumbers, with: key)
    }

    private func checkMayIssue(_ profile: CertificateProfile) throws(IssuingProblem) {
        let extensions = certificate.extensions
        guard let constraints = extensions.basicConstraints, constraints.cA,
            extensions.keyUsage.map({ $0.contains(.keyCertSign) }) ?? true
        else { throw .issuerIsNoCA }
        if profile.authority != nil, constraints.pathLenConstraint == 0 { throw .pathLengthExhausted }
    }

    static func identifier(_ key: borrowing SigningKey) throws(IssuingProblem) -> AlgorithmIdentifier {
        do throws(SigningKey.Problem) { return try key.identifier(of: key.usualScheme) } catch { throw .signing(error) }
    }

    /// The certificate, with a serial number that is drawn now.
    static func sign(
        _ contents: TBSCertificate, numberedBy serialNumbers: SerialNumberSource, with key: borrowing SigningKey
    ) throws(IssuingProblem) -> Certificate {
        var tbs = contents
        tbs.serialNumber = serialNumbers.number(for: contents)
        let encoded = tbs.derEncoded
        do throws(SigningKey.Problem) {
            return Certificate(
                tbsCertificate: tbs, signatureAlgorithm: tbs.signature,
                signature: try key.sign(encoded.span, by: key.usualScheme))
        } catch { throw .signing(error) }
    }
}
