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
        .flag("verbose", "tell each step"),
        .value("outdir", "dir", "the folder that new certificates go to"),
        .value("in", "infile", "the request to certify"),
        .value("inform", "PEM|DER", "PEM or DER, for the requests"),
        .flag("infiles", "all that comes behind this is request files"),
        .value("out", "outfile", "where the certificates, or the revocation list, go"),
        .value("dateopt", "val", "how dates are written: rfc_822 or iso_8601"),
        .flag("notext", "put PEM alone into the files, no readable text"),
        .flag("batch", "certify without asking"),
        .missing("msie_hack", nearest: "-preserveDN"),
        .value("ss_cert", "infile", "certify who has this self-signed certificate"),
        .missing("spkac", takesValue: true, nearest: "-in with a PKCS#10 request"),
    ]

    private static let configurationOptions: [OptionDefinition] = [
        .value("config", "val", "the configuration file, else the system's"),
        .value("name", "val", "the configuration's section about the CA"),
        .value("section", "val", "another word for -name"),
        .value("policy", "val", "the section that says which parts a subject must have"),
    ]

    private static let certificateOptions: [OptionDefinition] = [
        .value("subj", "val", "the subject, in place of the request's"),
        .flag("utf8", "names are given in UTF-8"),
        .flag("create_serial", "where the serial file is missing, begin at a random number"),
        .flag("rand_serial", "take a random serial number, not the next one"),
        .flag("multivalue-rdn", "no effect: a plus between parts of a name always works"),
        .value("startdate", "val", "when the certificate begins to hold: [YY]YYMMDDHHMMSSZ"),
        .value("enddate", "val", "when the certificate ends, written in that way; goes before -days"),
        .value("days", "+int", "how many days the certificate is valid"),
        .value("extensions", "val", "the section that describes the certificate's extensions"),
        .value("extfile", "infile", "a file of its own for the extensions"),
        .flag("preserveDN", "leave the subject in the request's order"),
        .flag("noemailDN", "leave e-mail addresses out of the subject"),
    ]

    private static let signingOptions: [OptionDefinition] = [
        .value("md", "val", "the hash to sign with, such as sha256"),
        .value("keyfile", "val", "the CA's key"),
        .value("keyform", "format", "PEM or DER; without it both are tried"),
        .value("passin", "val", "where the key's passphrase comes from, such as file:NAME"),
        .value("key", "val", "the passphrase itself; others can see it, so use -passin"),
        .value("cert", "infile", "the CA's certificate"),
        .value("certform", "PEM|DER", "PEM or DER; without it both are tried"),
        .flag("selfsign", "the requests are the CA's own, and -keyfile is their key"),
        .value("sigopt", "val", "how to sign, such as rsa_padding_mode:pss"),
        .missing("vfyopt", takesValue: true, nearest: "none is needed for the signatures that Lucid verifies"),
    ]

    private static let revocationOptions: [OptionDefinition] = [
        .flag("gencrl", "make a revocation list"),
        .value("valid", "val", "put the certificate in this file into the index, as valid"),
        .value("status", "val", "show what the index has on this serial number"),
        .flag("updatedb", "mark in the index what has expired"),
        .value("crlexts", "val", "the section that describes the revocation list's extensions"),
        .value("crl_reason", "val", "why a certificate is revoked, such as superseded"),
        .value("crl_hold", "val", "revoke for a while; the OID says what is to be done"),
        .value("crl_compromise", "val", "revoke because the key leaked, at this time"),
        .value("crl_CA_compromise", "val", "revoke because the CA's key leaked, at this time"),
        .value("crl_lastupdate", "val", "when the list is from: [YY]YYMMDDHHMMSSZ"),
        .value("crl_nextupdate", "val", "when the next list comes, written in that way"),
        .value("crldays", "+int", "how many days the list is good for"),
        .value("crlhours", "+int", "how many hours the list is good for"),
        .value("crlsec", "+int", "how many seconds the list is good for"),
        .value("revoke", "infile", "revoke the certificate in this file"),
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
