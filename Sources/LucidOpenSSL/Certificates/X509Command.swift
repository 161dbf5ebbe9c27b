import LucidX509

/// `x509`: prints certificates, changes them and makes them of requests.
enum X509Command: FaceCommand {
    static let name = "x509"
    static let abstract = "Prints certificates, changes them and makes them of requests"

    static func isOther(_ option: String) -> Bool { DigestName.isName(option) }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        var work = try X509Work(X509Options(arguments))
        return try work.run()
    }

    private static let trust = "lucid verify --trust, which trusts what the file has"

    static let options = ownOptions + CommonOptions.randomness + CommonOptions.modules

    private static let ownOptions: [OptionDefinition] = [
        .value("in", "infile", "Certificate input, or CSR input file with -req (default stdin)"),
        .value("passin", "val", "Private key and cert file pass-phrase source"),
        .flag("new", "Generate a certificate from scratch"),
        .flag("x509toreq", "Output a certification request (rather than a certificate)"),
        .flag("req", "Input is a CSR file (rather than a certificate)"),
        .value("copy_extensions", "val", "copy extensions when converting from CSR to x509 or vice versa"),
        .value("inform", "format", "CSR input file format (DER or PEM) - default PEM"),
        .missing("vfyopt", takesValue: true, nearest: "lucid request verify"),
        .value("key", "val", "Key for signing, and to include unless using -force_pubkey"),
        .value("signkey", "val", "Same as -key"),
        .value("keyform", "PEM|DER", "Key input format (any is recognised)"),
        .value("out", "outfile", "Output file - default stdout"),
        .value("outform", "format", "Output format (DER or PEM) - default PEM"),
        .flag("nocert", "No cert output (except for requested printing)"),
        .flag("noout", "No output (except for requested printing)"),
        .flag("text", "Print the certificate in text form"),
        .value("dateopt", "val", "Datetime format used for printing (rfc_822/iso_8601)"),
        .value("certopt", "val", "Various certificate text printing options"),
        .flag("fingerprint", "Print the certificate fingerprint"),
        .flag("alias", "Print certificate alias"),
        .flag("serial", "Print serial number value"),
        .flag("startdate", "Print the notBefore field"),
        .flag("enddate", "Print the notAfter field"),
        .flag("dates", "Print both notBefore and notAfter fields"),
        .flag("subject", "Print subject DN"),
        .flag("issuer", "Print issuer DN"),
        .value("nameopt", "val", "Certificate subject/issuer name printing options"),
        .flag("email", "Print email address(es)"),
        .flag("hash", "Synonym for -subject_hash"),
        .flag("subject_hash", "Print subject hash value"),
        .flag("subject_hash_old", "Print old-style (MD5) subject hash value"),
        .flag("issuer_hash", "Print issuer hash value"),
        .flag("issuer_hash_old", "Print old-style (MD5) issuer hash value"),
        .value("ext", "val", "Restrict which X.509 extensions to print and/or copy"),
        .flag("ocspid", "Print OCSP hash values for the subject name and public key"),
        .flag("ocsp_uri", "Print OCSP Responder URL(s)"),
        .flag("purpose", "Print out certificate purposes"),
        .flag("pubkey", "Print the public key in PEM format"),
        .flag("modulus", "Print the RSA key modulus"),
        .value("checkend", "seconds", "Check whether cert expires in the next arg seconds"),
        .value("checkhost", "val", "Check certificate matches host"),
        .value("checkemail", "val", "Check certificate matches email"),
        .value("checkip", "val", "Check certificate matches ipaddr"),
        .value("set_serial", "val", "Serial number to use, overrides -CAserial"),
        .flag("next_serial", "Increment current certificate serial number"),
        .value("days", "int", "Number of days until newly generated certificate expires - default 30"),
        .flag("preserve_dates", "Preserve existing validity dates"),
        .value("subj", "val", "Set or override certificate subject (and issuer)"),
        .value("force_pubkey", "infile", "Place the given key in new certificate"),
        .flag("clrext", "Do not take over any extensions from the source certificate or request"),
        .value("extfile", "infile", "Config file with X509V3 extensions to add"),
        .value("extensions", "val", "Section of extfile to use - default: unnamed section"),
        .missing("sigopt", takesValue: true, nearest: "-sha256 and the key's usual way of signing"),
        .flag("badsig", "Corrupt last byte of certificate signature (for test)"),
        .value("CA", "infile", "Use the given CA certificate, conflicts with -key"),
        .value("CAform", "PEM|DER", "CA cert format"),
        .value("CAkey", "val", "The corresponding CA key; default is -CA arg"),
        .value("CAkeyform", "PEM|DER", "CA key format (any is recognised)"),
        .value("CAserial", "val", "File that keeps track of CA-generated serial number"),
        .flag("CAcreateserial", "Create CA serial number file if it does not exist"),
        .missing("trustout", nearest: trust),
        .missing("setalias", takesValue: true, nearest: trust),
        .missing("clrtrust", nearest: trust),
        .missing("addtrust", takesValue: true, nearest: trust),
        .missing("clrreject", nearest: trust),
        .missing("addreject", takesValue: true, nearest: trust),
        .missing("C", nearest: "-outform DER"),
        .flag("explain", "Lucid's own: tell who put each octet there, and which clients will refuse the result"),
    ]
}
