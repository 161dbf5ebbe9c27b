public import LucidCrypto
import LucidDER
public import LucidModel
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
    public func serial(to output: inout TextOutput) { output.put("serial=\(parts.serial.brokenHexadecimal)\n") }

    /// `subject=C = DE, CN = x`
    public func subject(_ format: NameFormat = .oneline, to output: inout TextOutput) {
        NameLine(format: format, names: names).write("subject=", parts.subject, to: &output)
    }

    /// `issuer=C = DE, CN = x`
    public func issuer(_ format: NameFormat = .oneline, to output: inout TextOutput) {
        NameLine(format: format, names: names).write("issuer=", parts.issuer, to: &output)
    }

    /// `notBefore=Jan  1 00:00:00 2026 GMT`
    public func notBefore(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {
        output.put("notBefore=")
        output.time(parts.notBefore, dates)
        output.endLine()
    }

    /// `notAfter=Jan  1 00:00:00 2027 GMT`
    public func notAfter(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {
        output.put("notAfter=")
        output.time(parts.notAfter, dates)
        output.endLine()
    }

    /// `sha256 Fingerprint=01:02:…`
    ///
    /// - Parameter name: the hash function's name as it was given; `SHA1` where none was.
    public func fingerprint(_ hash: HashAlgorithm, named name: String, to output: inout TextOutput) {
        output.put("\(name) Fingerprint=" + hash.hash(parts.encoding).map(\.upperHex).joined(separator: ":") + "\n")
    }

    /// `1a2b3c4d`, as `c_rehash` names files (`-hash`, `-subject_hash`).
    public func subjectHash(to output: inout TextOutput) {
        output.put(NameHash.current(parts.subjectElement) + "\n")
    }

    /// `-issuer_hash`
    public func issuerHash(to output: inout TextOutput) {
        output.put(NameHash.current(parts.issuerElement) + "\n")
    }

    /// `-subject_hash_old`
    public func oldSubjectHash(to output: inout TextOutput) {
        output.put(NameHash.old(parts.subjectElement) + "\n")
    }

    /// `-issuer_hash_old`
    public func oldIssuerHash(to output: inout TextOutput) {
        output.put(NameHash.old(parts.issuerElement) + "\n")
    }

    /// `        Subject OCSP hash: …` and `        Public key OCSP hash: …` (`-ocspid`)
    public func ocspIdentifiers(to output: inout TextOutput) {
        for (title, octets) in [
            ("Subject OCSP hash", Array(parts.subjectElement.encoding)),
            ("Public key OCSP hash", parts.keyInfo.key.octets),
        ] {
            output.put("        \(title): " + HashAlgorithm.sha1.hash(octets).map(\.upperHex).joined() + "\n")
        }
    }

    /// `Modulus=…` (`-modulus`)
    public func modulus(to output: inout TextOutput) {
        PublicKeyText(parts.keyInfo, names: names).modulus(to: &output)
    }

    /// The alias of a trusted certificate (`-alias`).
    public func alias(to output: inout TextOutput) {
        if let alias = settings?.alias { output.put(octets: alias) } else { output.put("<No Alias>") }
        output.endLine()
    }

    /// The extensions that are named, in the certificate's order and as `-text` prints them (`-ext subjectAltName,keyUsage`).
    /// Returns false where there are none; openssl says then `No extensions in certificate` on standard error.
    public func extensions(
        _ list: String, options: CertificateTextOptions = [], to output: inout TextOutput
    ) -> Bool {
        let wanted = list.split(separator: ",").map { String($0).trimmingSpaces }
        let found = parts.extensions.filter { wanted.contains(names.short($0.identifier)) }
        ExtensionsText(options: options, names: names).write(found, titled: nil, indent: 0, to: &output)
        return !found.isEmpty
    }
}

/// A name behind a title, as the commands print it.
public struct NameLine {
    private let format: NameFormat
    private let names: ObjectNames

    public init(format: NameFormat = .oneline, names: ObjectNames = ObjectNames()) {
        self.format = format
        self.names = names
    }

    /// Appends `title` and the name, which begins on a line of its own in the multiline format.
    public func write(_ title: String, _ name: Name, to output: inout TextOutput) {
        guard let element = BERElement(whole: name.der.array), let parts = NameParts(element) else { return }
        write(title, parts, to: &output)
    }

    func write(_ title: String, _ name: NameParts, to output: inout TextOutput) {
        output.put(title)
        if format == .compatible {
            output.put(octets: OldNameText.slashed(name, names: names))
        } else {
            let isMultiline = format.intersection(.separatorMask) == .separatorMultiline
            if isMultiline { output.endLine() }
            format.write(name, indent: isMultiline ? 4 : 0, names: names, to: &output)
        }
        output.endLine()
    }
}

extension PublicKeyText {
    /// `Modulus=…` (`-modulus`): of an RSA key the modulus, of a DSA key the public number.
    public func modulus(to output: inout TextOutput) {
        output.put("Modulus=")
        switch KeyKind(info.algorithm.identifier) {
        case .rsa, .rsaPSS: output.put(rsaNumbers.map(\.modulus.shortestHexadecimal) ?? "")
        case .dsa: output.put(integer?.shortestHexadecimal ?? "")
        default: output.put("No modulus for this public key type")
        }
        output.endLine()
    }
}
