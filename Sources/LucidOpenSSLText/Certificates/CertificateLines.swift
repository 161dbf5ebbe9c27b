public import LucidCrypto
public import LucidObjectNames

/// The single lines that `x509` prints: each function appends one line, or several, with their line feeds.
public struct CertificateLines {
    let parts: CertificateParts
    let settings: TrustSettings?
    let names: ObjectNames

    /// The same inputs as `CertificateText` has.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) {
        guard let text = CertificateText(der: der, names: names) else { return nil }
        (parts, settings, self.names) = (text.parts, text.settings, names)
    }

    /// `serial=0A1B`
    public func serial(to output: inout TextOutput) {}
    /// `subject=C = DE, CN = x`
    public func subject(_ format: NameFormat = .oneline, to output: inout TextOutput) {}
    /// `issuer=C = DE, CN = x`
    public func issuer(_ format: NameFormat = .oneline, to output: inout TextOutput) {}
    /// `notBefore=Jan  1 00:00:00 2026 GMT`
    public func notBefore(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {}
    /// `notAfter=Jan  1 00:00:00 2027 GMT`
    public func notAfter(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {}
    /// `sha256 Fingerprint=01:02:…`
    public func fingerprint(_ hash: HashAlgorithm = .sha1, to output: inout TextOutput) {}
    /// `1a2b3c4d`, as `c_rehash` names files (`-hash`, `-subject_hash`).
    public func subjectHash(to output: inout TextOutput) {}
    /// `-issuer_hash`
    public func issuerHash(to output: inout TextOutput) {}
    /// `-subject_hash_old`
    public func oldSubjectHash(to output: inout TextOutput) {}
    /// `-issuer_hash_old`
    public func oldIssuerHash(to output: inout TextOutput) {}
    /// One mail address a line, of the subject's names and of its subjectAltName (`-email`).
    public func mailAddresses(to output: inout TextOutput) {}
    /// One address a line (`-ocsp_uri`).
    public func ocspAddresses(to output: inout TextOutput) {}
    /// `Subject OCSP hash: …` and `Public key OCSP hash: …` (`-ocspid`)
    public func ocspIdentifiers(to output: inout TextOutput) {}
    /// `Modulus=…` (`-modulus`)
    public func modulus(to output: inout TextOutput) {}
    /// The table of `-purpose`.
    public func purposes(to output: inout TextOutput) {}
    /// The alias of a trusted certificate (`-alias`).
    public func alias(to output: inout TextOutput) {}
    /// The extensions that are named, as `-text` prints them (`-ext subjectAltName,keyUsage`).
    public func extensions(_ list: String, to output: inout TextOutput) {}
}
