/// `req`: makes requests and self-signed certificates, and prints requests.
enum ReqCommand: FaceCommand {
    static let name = "req"
    static let abstract = "Makes requests and self-signed certificates, and prints requests"

    static func isOther(_ option: String) -> Bool { DigestName.isName(option) }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        var work = try ReqWork(ReqSettings(ReqOptions(arguments)))
        return try work.run()
    }

    static let options: [OptionDefinition] =
        [
            .value("in", "infile", "X.509 request input file (default stdin)"),
            .value("inform", "PEM|DER", "Input format - DER or PEM"),
            .flag("verify", "Verify self-signature on the request"),
            .flag("new", "New request"),
            .value("config", "infile", "Request template file"),
            .value("section", "val", "Config section to use (default \"req\")"),
            .flag("utf8", "Input characters are UTF8 (default ASCII)"),
            .value("nameopt", "val", "Certificate subject/issuer name printing options"),
            .value("reqopt", "val", "Various request text options"),
            .flag("text", "Text form of request"),
            .flag("x509", "Output an X.509 certificate structure instead of a cert request"),
            .value("CA", "infile", "Issuer cert to use for signing a cert, implies -x509"),
            .value("CAkey", "val", "Issuer private key to use with -CA; default is -CA arg"),
            .value("subj", "val", "Set or modify subject of request or cert"),
            .flag("subject", "Print the subject of the output request or cert"),
            .flag("multivalue-rdn", "Deprecated; multi-valued RDNs support is always on."),
            .value("days", "+int", "Number of days cert is valid for"),
            .value("set_serial", "val", "Serial number to use"),
            .value("copy_extensions", "val", "copy extensions from request when using -x509"),
            .value("addext", "val", "Additional cert extension key=value pair (may be given more than once)"),
            .value("extensions", "val", "Cert extension section (override value in config file)"),
            .value("reqexts", "val", "Request extension section (override value in config file)"),
            .flag("precert", "Add a poison extension to the generated cert (implies -new)"),
            .value("key", "val", "Key for signing, and to include unless -in given"),
            .value("keyform", "format", "Key file format (any is recognised)"),
            .flag("pubkey", "Output public key"),
            .value("keyout", "outfile", "File to write private key to"),
            .value("passin", "val", "Private key and certificate password source"),
            .value("passout", "val", "Output file pass phrase source"),
            .value("newkey", "val", "Generate new key with [<alg>:]<nbits> or <alg>[:<file>] or param:<file>"),
            .value("pkeyopt", "val", "Public key options as opt:value"),
            .value("sigopt", "val", "Signature parameter in n:v form"),
            .missing("vfyopt", takesValue: true, nearest: "lucid request verify"),
            .value("out", "outfile", "Output file"),
            .value("outform", "PEM|DER", "Output format - DER or PEM"),
            .flag("batch", "Do not ask anything during request generation"),
            .flag("verbose", "Verbose output"),
            .flag("noenc", "Don't encrypt private keys"),
            .flag("nodes", "Don't encrypt private keys; deprecated"),
            .flag("noout", "Do not output REQ"),
            .flag("newhdr", "Output \"NEW\" in the header lines"),
            .flag("modulus", "RSA modulus"),
            .missing("keygen_engine", takesValue: true, nearest: "-newkey; Lucid has no engines"),
            .missing("asn1-kludge", nearest: "nothing: requests always have their SET of attributes"),
            .flag("explain", "Lucid's own: tell who put each octet there, and which clients will refuse the result"),
        ] + CommonOptions.randomness + CommonOptions.modules
}
