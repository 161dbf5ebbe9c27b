import LucidOpenSSLText
import LucidX509

/// What `x509` prints of a certificate.
struct X509Printing {
    /// A flag that prints something. They are printed in the order of the command line; of one that is given twice the second place
    /// counts.
    enum Item: String, CaseIterable {
        case text, fingerprint, alias, serial, startdate, enddate, subject, issuer, email, subject_hash,
            subject_hash_old
        case issuer_hash, issuer_hash_old, ext, ocspid, ocsp_uri, purpose, pubkey, modulus, next_serial
    }

    /// The items that a command line asks for.
    static func items(_ arguments: Arguments) -> [Item] {
        var items: [Item] = []
        func add(_ item: Item) {
            items.removeAll { $0 == item }
            items.append(item)
        }
        for given in arguments.given {
            switch given.name {
            case "dates":
                add(.startdate)
                add(.enddate)
            case "hash": add(.subject_hash)
            default: if let item = Item(rawValue: given.name) { add(item) }
            }
        }
        return items
    }

    let options: X509Options
    /// The certificate.
    let der: [UInt8]
    /// The certificate as its fields and extensions are shown: with `-ext` some extensions are not.
    let shown: [UInt8]

    init(options: X509Options, der: [UInt8], shown: [UInt8]? = nil) {
        self.options = options
        self.der = der
        self.shown = shown ?? der
    }

    /// Prints the items of the command line.
    func write(to output: inout TextOutput) throws(Failure) {
        guard !options.printed.isEmpty else { return }
        guard let lines = CertificateLines(der: shown), let text = CertificateText(der: shown) else {
            throw Failure("x509: the certificate's structure can not be read, so nothing of it can be printed")
        }
        for item in options.printed { write(item, lines, text, to: &output) }
    }

    private func write(
        _ item: Item, _ lines: CertificateLines, _ text: CertificateText, to output: inout TextOutput
    ) {
        switch item {
        case .text:
            text.write(
                to: &output, format: options.nameFormat, options: options.textOptions)
        case .fingerprint: fingerprint(to: &output)
        case .alias: lines.alias(to: &output)
        case .serial: lines.serial(to: &output)
        case .startdate: lines.notBefore(options.dateFormat, to: &output)
        case .enddate: lines.notAfter(options.dateFormat, to: &output)
        case .subject: lines.subject(options.nameFormat, to: &output)
        case .issuer: lines.issuer(options.nameFormat, to: &output)
        case .email: lines.mailAddresses(to: &output)
        case .subject_hash: lines.subjectHash(to: &output)
        case .subject_hash_old: lines.oldSubjectHash(to: &output)
        case .issuer_hash: lines.issuerHash(to: &output)
        case .issuer_hash_old: lines.oldIssuerHash(to: &output)
        case .ext:
            let found = lines.extensions(
                options.extensionNames ?? "", options: options.textOptions, to: &output)
            if !found { Console.talk("No extensions in certificate\n") }
        case .ocspid: lines.ocspIdentifiers(to: &output)
        case .ocsp_uri: lines.ocspAddresses(to: &output)
        case .purpose: purposes(to: &output)
        case .pubkey: publicKey(to: &output)
        case .modulus: lines.modulus(to: &output)
        case .next_serial: nextSerial(to: &output)
        }
    }

    /// openssl shows the digest's name as it was typed.
    private func fingerprint(to output: inout TextOutput) {
        let typed = options.arguments.lastOther(of: X509Command.self) ?? "SHA1"
        var cursor = DERCursor(DERBytes(der))
        let certificate = (try? cursor.anyElementBytes(""))?.array ?? der
        let digest = (options.digest ?? .sha1).hash(certificate)
        output.put("\(typed) Fingerprint=\(digest.map(\.twoDigits).joined(separator: ":"))\n")
    }

    /// Each purpose, for the certificate itself and for what a CA with it issues.
    private func purposes(to output: inout TextOutput) {
        guard let certificate = try? Certificate(der: shown) else { return }
        output.put("Certificate purposes:\n")
        let examined = ExaminedCertificate(certificate)
        for purpose in CertificatePurpose.allCases {
            for asAuthority in [false, true] {
                let answer = purpose.answer(examined, asAuthority: asAuthority)
                let word = answer == 0 ? "No" : answer == 1 ? "Yes" : "Yes (WARNING code=\(answer))"
                output.put("\(purpose.title)\(asAuthority ? " CA" : "") : \(word)\n")
            }
        }
    }

    private func publicKey(to output: inout TextOutput) {
        guard let certificate = try? Certificate(der: der) else { return }
        let info = certificate.subjectPublicKeyInfo.derEncoded
        output.put(octets: PEMBlock.encode(label: "PUBLIC KEY", bytes: info.span))
    }

    private func nextSerial(to output: inout TextOutput) {
        guard let magnitude = (try? Certificate(der: der))?.serialNumber.magnitude else { return }
        output.put(DERInteger(magnitude: SerialNumberFile.successor(of: magnitude.array)).hexadecimal + "\n")
    }
}
