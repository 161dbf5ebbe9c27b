import LucidX509

/// `ca`: a certificate authority with a database in text files.
enum CACommand: FaceCommand {
    static let name = "ca"
    static let abstract = "Signs requests, revokes certificates and makes CRLs with a CA's database"
    static let operands = "[certreq...]"

    static let options: [OptionDefinition] =
        generalOptions + configurationOptions + certificateOptions + signingOptions + revocationOptions
        + CommonOptions.randomness
        + CommonOptions.modules + otherOptions

    private static let generalOptions: [OptionDefinition] = [
        .flag("verbose", "Verbose output during processing"),
        .value("outdir", "dir", "Where to put output cert"),
        .value("in", "infile", "The input cert request(s)"),
        .value("inform", "PEM|DER", "CSR input format (DER or PEM); default PEM"),
        .flag("infiles", "The last argument, requests to process"),
        .value("out", "outfile", "Where to put the output file(s)"),
        .value("dateopt", "val", "Datetime format used for printing (rfc_822/iso_8601)"),
        .flag("notext", "Do not print the generated certificate"),
        .flag("batch", "Don't ask questions"),
        .missing("msie_hack", nearest: "-preserveDN"),
        .value("ss_cert", "infile", "File contains a self signed cert to sign"),
        .missing("spkac", takesValue: true, nearest: "-in with a PKCS#10 request"),
    ]

    private static let configurationOptions: [OptionDefinition] = [
        .value("config", "val", "A config file"),
        .value("name", "val", "The particular CA definition to use"),
        .value("section", "val", "An alias for -name"),
        .value("policy", "val", "The CA 'policy' to support"),
    ]

    private static let certificateOptions: [OptionDefinition] = [
        .value("subj", "val", "Use arg instead of request's subject"),
        .flag("utf8", "Input characters are UTF8; default ASCII"),
        .flag("create_serial", "If reading serial fails, create a new random serial"),
        .flag("rand_serial", "Always create a random serial; do not store it"),
        .flag("multivalue-rdn", "Deprecated; multi-valued RDNs support is always on"),
        .value("startdate", "val", "Cert notBefore, YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ"),
        .value("enddate", "val", "Cert notAfter, in the same forms (overrides -days)"),
        .value("days", "+int", "Number of days to certify the cert for"),
        .value("extensions", "val", "Extension section (override value in config file)"),
        .value("extfile", "infile", "Configuration file with X509v3 extensions to add"),
        .flag("preserveDN", "Don't re-order the DN"),
        .flag("noemailDN", "Don't add the EMAIL field to the DN"),
    ]

    private static let signingOptions: [OptionDefinition] = [
        .value("md", "val", "Digest to use, such as sha256"),
        .value("keyfile", "val", "The CA private key"),
        .value("keyform", "format", "Private key file format (has no effect: both are read)"),
        .value("passin", "val", "Key input file pass phrase source"),
        .value("key", "val", "Key to decrypt the private key if encrypted. Better use -passin"),
        .value("cert", "infile", "The CA cert"),
        .value("certform", "PEM|DER", "Certificate input format (has no effect: both are read)"),
        .flag("selfsign", "Sign a cert with the key associated with it"),
        .value("sigopt", "val", "Signature parameter in n:v form"),
        .missing("vfyopt", takesValue: true, nearest: "none is needed for the signatures that Lucid verifies"),
    ]

    private static let revocationOptions: [OptionDefinition] = [
        .flag("gencrl", "Generate a new CRL"),
        .value("valid", "val", "Add a Valid(not-revoked) DB entry about a cert (given in file)"),
        .value("status", "val", "Shows cert status given the serial number"),
        .flag("updatedb", "Updates db for expired cert"),
        .value("crlexts", "val", "CRL extension section (override value in config file)"),
        .value("crl_reason", "val", "Revocation reason"),
        .value("crl_hold", "val", "The hold instruction, an OID. Sets revocation reason to certificateHold"),
        .value("crl_compromise", "val", "Sets compromise time to val and the revocation reason to keyCompromise"),
        .value("crl_CA_compromise", "val", "Sets compromise time to val and the revocation reason to CACompromise"),
        .value("crl_lastupdate", "val", "Sets the CRL lastUpdate time to val (YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ)"),
        .value("crl_nextupdate", "val", "Sets the CRL nextUpdate time to val (YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ)"),
        .value("crldays", "+int", "Days until the next CRL is due"),
        .value("crlhours", "+int", "Hours until the next CRL is due"),
        .value("crlsec", "+int", "Seconds until the next CRL is due"),
        .value("revoke", "infile", "Revoke a cert (given in file)"),
    ]

    private static let otherOptions: [OptionDefinition] = [
        .flag("explain", "Say which flag and which line put each octet there (Lucid's own)")
    ]

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        let wishes = try AuthorityWishes(arguments)
        let settings = try AuthoritySettings(arguments)
        if arguments.has("explain"), !wishes.issues {
            Console.talk(UnexplainedResult.line(of: name, making: wishes.makesList ? "a CRL" : nil))
        }
        if let serial = wishes.status { return try CertificateStatus.show(serial, settings) }
        let signer = try AuthoritySigner.read(settings, needsCertificate: !wishes.isSelfSigning || wishes.makesList)
        let style = try DetailStyle(settings)
        let copying = try ExtensionCopying(settings)
        let folder = wishes.issues ? try settings.newCertificatesFolder() : ""
        var index = try settings.index()
        try index.check(names: settings.names)
        if arguments.has("verbose") {
            Console.write(index.octets)
            Console.talk("\(index.rows.count) entries loaded from the database\ngenerating index\n")
        }
        try index.makeFindable()
        if arguments.has("updatedb") {
            try ExpiredCertificates.mark(in: &index, isVerbose: arguments.has("verbose"))
        }
        let extensionFile = try ExtensionFile(settings)
        let scheme = wishes.signs ? try signer.scheme(settings) : nil
        if wishes.issues, let scheme {
            let terms = try CertificationTerms(
                settings, style: style, copying: copying, extensionFile: extensionFile, scheme: scheme)
            let isDone = try CertificationRun(settings: settings, terms: terms, folder: folder)
                .run(wishes.sources, signer: signer, index: &index)
            guard isDone else { return 0 }
        }
        if wishes.makesList, let scheme {
            try RevocationListMaking(settings).make(of: index, signer: signer, scheme: scheme)
        }
        if wishes.revokes { try Revocation(settings).apply(wishes, to: &index) }
        return 0
    }
}
