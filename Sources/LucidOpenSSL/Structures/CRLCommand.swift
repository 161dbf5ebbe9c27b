import LucidOpenSSLText
import LucidX509

/// `crl`: shows a revocation list, and rewrites it.
enum CRLCommand: FaceCommand {
    static let name = "crl"
    static let abstract = "Shows a certificate revocation list"
    static let options: [OptionDefinition] =
        [
            .value("in", "infile", "the revocation list, else standard input"),
            .value("inform", "PEM|DER", "PEM or DER; told apart if left out"),
            .value("out", "outfile", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .flag("text", "show everything in words"),
            .flag("noout", "leave the list itself out of the output"),
            .flag("hash", "show the hash of the issuer's name"),
            .flag("hash_old", "show that hash as openssl 0.9 made it, by MD5"),
            .flag("issuer", "show whose list it is"),
            .flag("lastupdate", "show when the list was made"),
            .flag("nextupdate", "show when the next list comes"),
            .flag("fingerprint", "show the list's hash"),
            .flag("crlnumber", "show which number the list has"),
            .value("nameopt", "val", "how names are written, such as RFC2253 or multiline"),
            .value("dateopt", "val", "how dates are written: rfc_822, which is preset, or iso_8601"),
            .flag("verify", "tell whether the issuer's key made the signature"),
            .value("CAfile", "infile", "file to find the issuer's certificate in"),
            .value("CApath", "dir", "folder to find the issuer's certificate in"),
            .flag("no-CAfile", "leave out the system's file of trusted certificates"),
            .flag("no-CApath", "leave out the system's folder of trusted certificates"),
            .flag("no-CAstore", "leave out the system's store, which is the same folder"),
            .missing("CAstore", takesValue: true, nearest: "-CAfile"),
            .missing("gendelta", takesValue: true, nearest: "lucid ca crl"),
            .missing("key", takesValue: true, nearest: "lucid ca crl"),
            .missing("keyform", takesValue: true, nearest: "lucid ca crl"),
            .missing("badsig", nearest: "the same command without it; it is for openssl's own tests"),
        ] + CommonOptions.modules

    static func isOther(_ option: String) -> Bool { DigestName.isName(option) }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw Failure("crl: Use -help for summary.") }
        let format = try arguments.nameFormat()
        let dates = try dateFormat(arguments)
        let outForm = try KeyForm("outform", in: arguments) ?? .pem
        let digest = try DigestName.given(in: arguments, of: CRLCommand.self)
        let der = try read(arguments.value("in"), form: try KeyForm("inform", in: arguments))
        guard let lines = RevocationListLines(der: der), let text = RevocationListText(der: der) else {
            throw unreadable(arguments.value("in"), nil)
        }
        if arguments.has("verify") || arguments.has("CAfile") || arguments.has("CApath") {
            guard try verify(der, arguments) else { return 1 }
        }
        var output = TextOutput()
        for option in itemsInOrder(arguments) {
            switch option {
            case "hash": lines.issuerHash(to: &output)
            case "hash_old": lines.oldIssuerHash(to: &output)
            case "issuer": lines.issuer(format, to: &output)
            case "lastupdate": lines.lastUpdate(dates, to: &output)
            case "nextupdate": lines.nextUpdate(dates, to: &output)
            case "crlnumber": lines.number(to: &output)
            default: lines.fingerprint(digest ?? .sha1, to: &output)
            }
        }
        // -dateopt is for the lines alone.
        if arguments.has("text") { text.write(to: &output, format: format) }
        if !arguments.has("noout") {
            output.put(octets: outForm == .der ? der : Array(PEMBlock(label: "X509 CRL", bytes: der).text.utf8))
        }
        try FaceFile.write(output.octets, to: arguments.value("out"), of: name)
        return 0
    }

    /// The single lines that are asked for, in the order of the command line.
    private static func itemsInOrder(_ arguments: Arguments) -> [String] {
        let known = ["hash", "hash_old", "issuer", "lastupdate", "nextupdate", "crlnumber", "fingerprint"]
        var items: [String] = []
        for given in arguments.given where known.contains(given.name) {
            items.removeAll { $0 == given.name }
            items.append(given.name)
        }
        return items
    }

    private static func dateFormat(_ arguments: Arguments) throws(Failure) -> DateFormat {
        guard let text = arguments.value("dateopt") else { return .rfc822 }
        guard let format = DateFormat(text) else {
            throw .usage("Invalid value \"\(text.safeToShow)\" for option -dateopt", of: name)
        }
        return format
    }

    /// The list's octets, out of PEM or DER.
    private static func read(_ path: String?, form: KeyForm?) throws(Failure) -> [UInt8] {
        let octets: [UInt8]
        do throws(Failure) {
            octets = try FaceFile.read(
                path, cannotOpen: "Could not open file or uri for loading CRL from \(FaceFile.shown(path))")
        } catch { throw Failure("\(error.message)\nUnable to load CRL") }
        let isPEM = PEMReader.looksLikePEM(octets.span)
        guard isPEM else {
            guard form != .pem else { throw unreadable(path, "it has no PEM block X509 CRL") }
            return octets
        }
        guard form != .der else { throw unreadable(path, "it is in PEM, not in DER") }
        for block in PEMReader.blocks(in: octets.span) {
            if case .success(let block) = block, block.label == "X509 CRL" { return block.bytes }
        }
        throw unreadable(path, "it has no PEM block X509 CRL")
    }

    private static func unreadable(_ path: String?, _ reason: String?) -> Failure {
        Failure("Could not read CRL from \(FaceFile.shown(path))\(reason.map { ": \($0)" } ?? "")\nUnable to load CRL")
    }

    /// Checks the list's signature with the key of a trusted certificate of its issuer's name, and says what comes out.
    /// Returns false where there is no such certificate.
    private static func verify(_ der: [UInt8], _ arguments: Arguments) throws(Failure) -> Bool {
        let store = try VerifySources.store(
            arguments, hasDefaultFile: !arguments.has("no-CAfile"), hasDefaultFolder: !arguments.has("no-CApath"))
        let list: RevocationList
        do throws(DERError) { list = try RevocationList(der: der) } catch {
            throw unreadable(arguments.value("in"), error.sentence)
        }
        guard let signer = store.certificates(named: CanonicalName(list.tbsCertList.issuer)).first?.certificate else {
            Console.talk("Error getting CRL issuer certificate\n")
            return false
        }
        do throws(SignatureProblem) {
            try SignatureChecker.check(
                list.signatureValue, over: list.tbsBytes, algorithm: list.signatureAlgorithm,
                signer: signer.tbsCertificate.subjectPublicKeyInfo)
            Console.talk("verify OK\n")
        } catch { Console.talk("verify failure\n") }
        return true
    }
}
