extension AuthorityCase {
    private static let sign = "openssl ca -config ca.cnf"

    private static func without(_ setting: String) -> AuthorityCase {
        Self("no \(setting)", settings: [setting: ""], "\(sign) -batch -in a.csr -notext -out out.pem")
    }

    private static func missing(_ setting: String) -> AuthorityCase {
        Self("\(setting) is not there", settings: [setting: "nowhere"], "\(sign) -batch -in a.csr -notext -out out.pem")
    }

    /// Configurations and files that are missing, and options that are wrong.
    static let files: [AuthorityCase] = [
        Self("no configuration", "openssl ca -config nowhere.cnf -in a.csr"),
        Self(
            "a section by name", "\(sign) -name CA_default -batch -in a.csr -notext",
            "\(sign) -section CA_default -batch -in b.csr -notext", "\(sign) -name nowhere -in a.csr"),
        Self(
            "the CA's key and certificate do not match", "\(sign) -batch -in a.csr -keyfile leaf.key",
            "\(sign) -gencrl -cert rsa.pem"),
        Self("the CA's certificate is none", "\(sign) -batch -in a.csr -cert a.csr"),
        Self("the CA's key is none", differs: "openssl names its decoders", "\(sign) -batch -in a.csr -keyfile a.csr"),
        Self("a folder that is none", "\(sign) -batch -in a.csr -outdir nowhere"),
        Self(
            "options that are wrong", "\(sign) -in a.csr -nosuch",
            "\(sign) -in a.csr -days",
            "\(sign) -in a.csr -keyform XX"),
        Self(
            "a key in another form than -keyform says", differs: "openssl names its decoders",
            "\(sign) -in a.csr -keyform DER"),
        Self(
            "a certificate in another form than -certform says", differs: "openssl names its decoders",
            "\(sign) -in a.csr -certform DER"),
        without("default_ca"), without("private_key"), without("certificate"), without("database"), without("serial"),
        without("default_md"), without("policy"), without("new_certs_dir"), without("crlnumber"),
        missing("private_key"), missing("certificate"), missing("database"), missing("serial"),
        missing("new_certs_dir"),
        missing("policy"), missing("x509_extensions"), missing("default_ca"),
    ]
}
