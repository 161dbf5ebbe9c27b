public import LucidModel
public import LucidObjectNames

/// A certificate as `x509 -text` prints it.
public struct CertificateText {
    let parts: CertificateParts
    let settings: TrustSettings?
    let names: ObjectNames

    /// From DER, and leniently from BER; behind a certificate may stand the settings of a TRUSTED CERTIFICATE block.
    /// nil where that is no certificate that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) {
        guard let parts = CertificateParts(der) else { return nil }
        self.parts = parts
        self.names = names
        settings = parts.behind.isEmpty ? nil : TrustSettings(der, at: parts.behind)
    }

    /// The text of a certificate that was read.
    public init?(_ certificate: Certificate, names: ObjectNames = ObjectNames()) {
        self.init(der: certificate.der.array, names: names)
    }

    /// Appends the text, which ends with a line feed.
    ///
    /// - Parameters:
    ///   - format: how names are printed (`-nameopt`).
    ///   - options: what is left out (`-certopt`).
    ///   - dates: how dates are printed (`-dateopt`).
    public func write(
        to output: inout TextOutput, format: NameFormat = .oneline, options: CertificateTextOptions = [],
        dates: DateFormat = .rfc822
    ) {
        let fields = FieldText(format: format, options: options, names: names)
        if !options.contains(.noHeader) { output.put("Certificate:\n    Data:\n") }
        if !options.contains(.noVersion) { fields.version(parts.version, to: &output) }
        if !options.contains(.noSerial) { SerialText.write(parts.serial, to: &output) }
        if !options.contains(.noSignatureName) {
            output.put("    ")
            SignatureText.writeAlgorithm(parts.innerAlgorithm, names: names, to: &output)
        }
        if !options.contains(.noIssuer) { fields.name("Issuer", parts.issuer, to: &output) }
        if !options.contains(.noValidity) {
            output.put("        Validity\n            Not Before: ")
            output.time(parts.notBefore, dates)
            output.put("\n            Not After : ")
            output.time(parts.notAfter, dates)
            output.endLine()
        }
        if !options.contains(.noSubject) { fields.name("Subject", parts.subject, to: &output) }
        if !options.contains(.noPublicKey) { fields.publicKey(parts.keyInfo, to: &output) }
        if !options.contains(.noIdentifiers) {
            fields.uniqueIdentifier("Issuer", parts.issuerUniqueID, to: &output)
            fields.uniqueIdentifier("Subject", parts.subjectUniqueID, to: &output)
        }
        if !options.contains(.noExtensions) {
            ExtensionsText(options: options, names: names).write(
                parts.extensions, titled: "X509v3 extensions", indent: 8, to: &output)
        }
        if !options.contains(.noSignature) {
            SignatureText.write(parts.algorithm, parts.signature, names: names, to: &output)
        }
        if !options.contains(.noAuxiliary) { settings?.write(names: names, to: &output) }
    }
}
