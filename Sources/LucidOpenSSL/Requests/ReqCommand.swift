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
            .value("in", "infile", "read this request; -new makes one"),
            .value("inform", "PEM|DER", "PEM or DER, for -in"),
            .flag("verify", "tell whether the request is signed with its own key"),
            .flag("new", "make a request"),
            .value("config", "infile", "the configuration file, else the system's"),
            .value("section", "val", "the configuration's section about requests, else [req]"),
            .flag("utf8", "names are given in UTF-8"),
            .value("nameopt", "val", "how names are written, such as RFC2253 or multiline"),
            .value("reqopt", "val", "what -text shows or leaves out"),
            .flag("text", "show everything in words"),
            .flag("x509", "make a self-signed certificate in place of a request"),
            .value("CA", "infile", "make a certificate that this CA signs"),
            .value("CAkey", "val", "the CA's key, else the one in the -CA file"),
            .value("subj", "val", "the subject, such as /C=DE/CN=example"),
            .flag("subject", "show the subject"),
            .flag("multivalue-rdn", "no effect: a plus between parts of a name always works"),
            .value("days", "+int", "how many days the certificate is valid, else 30"),
            .value("set_serial", "val", "the certificate's serial number, else a random one"),
            .value("copy_extensions", "val", "what -x509 takes over from the request: none, copy or copyall"),
            .value("addext", "val", "one more extension, such as subjectAltName=DNS:example.org"),
            .value("extensions", "val", "the section that describes a certificate's extensions"),
            .value("reqexts", "val", "the section that describes a request's extensions"),
            .flag("precert", "mark the certificate as a precertificate (RFC 6962)"),
            .value("key", "val", "sign with this key, not with a new one"),
            .value("keyform", "format", "PEM or DER; without it both are tried"),
            .flag("pubkey", "show the public key"),
            .value("keyout", "outfile", "where the new key goes"),
            .value("passin", "val", "where the passphrase of -key comes from, such as file:NAME"),
            .value("passout", "val", "where the new key's passphrase comes from"),
            .value("newkey", "val", "make such a key: rsa:2048, ed25519, ec:FILE or param:FILE"),
            .value("pkeyopt", "val", "more about the new key, such as ec_paramgen_curve:P-256"),
            .value("sigopt", "val", "how to sign, such as rsa_padding_mode:pss"),
            .missing("vfyopt", takesValue: true, nearest: "lucid request verify"),
            .value("out", "outfile", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .flag("batch", "ask nothing"),
            .flag("verbose", "tell each step"),
            .flag("noenc", "leave the new key without a passphrase"),
            .flag("nodes", "the old word for -noenc"),
            .flag("noout", "leave the request itself out of the output"),
            .flag("newhdr", "write NEW CERTIFICATE REQUEST into the PEM lines"),
            .flag("modulus", "show the modulus of an RSA key"),
            .missing("keygen_engine", takesValue: true, nearest: "-newkey; Lucid has no engines"),
            .missing("asn1-kludge", nearest: "nothing: requests always have their SET of attributes"),
            .flag("explain", "Lucid's own: tell who put each octet there, and which clients will refuse the result"),
        ] + CommonOptions.randomness + CommonOptions.modules
}
