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
        .value("in", "infile", "the certificate, or the request with -req, else standard input"),
        .value("passin", "val", "where the key's passphrase comes from, such as file:NAME"),
        .flag("new", "make a certificate without any input"),
        .flag("x509toreq", "make a request of the certificate"),
        .flag("req", "-in is a request"),
        .value("copy_extensions", "val", "what to take over from the input: none, copy or copyall"),
        .value("inform", "format", "PEM or DER, for -in"),
        .missing("vfyopt", takesValue: true, nearest: "lucid request verify"),
        .value("key", "val", "the key that signs, and that the certificate is for"),
        .value("signkey", "val", "another word for -key"),
        .value("keyform", "PEM|DER", "PEM or DER; without it both are tried"),
        .value("out", "outfile", "where the result goes, else standard output"),
        .value("outform", "format", "PEM or DER, for the result"),
        .flag("nocert", "leave the certificate itself out of the output"),
        .flag("noout", "another word for -nocert"),
        .flag("text", "show everything in words"),
        .value("dateopt", "val", "how dates are written: rfc_822 or iso_8601"),
        .value("certopt", "val", "what -text shows or leaves out"),
        .flag("fingerprint", "show the certificate's hash"),
        .flag("alias", "show the alias; a plain certificate has none"),
        .flag("serial", "show the serial number"),
        .flag("startdate", "show when the certificate begins to hold"),
        .flag("enddate", "show when the certificate ends"),
        .flag("dates", "-startdate and -enddate"),
        .flag("subject", "show whose certificate it is"),
        .flag("issuer", "show who signed it"),
        .value("nameopt", "val", "how names are written, such as RFC2253 or multiline"),
        .flag("email", "show the e-mail addresses"),
        .flag("hash", "another word for -subject_hash"),
        .flag("subject_hash", "show the hash that names the file in a -CApath folder"),
        .flag("subject_hash_old", "show that hash as openssl 0.9 made it, by MD5"),
        .flag("issuer_hash", "the same hash of the issuer's name"),
        .flag("issuer_hash_old", "the issuer's hash as openssl 0.9 made it"),
        .value("ext", "val", "take only these extensions, with commas between their names"),
        .flag("ocspid", "show the hashes that OCSP knows the subject and the key by"),
        .flag("ocsp_uri", "show the addresses to ask about revocation"),
        .flag("purpose", "show what the certificate may be used for"),
        .flag("pubkey", "take out the public key, as PEM"),
        .flag("modulus", "show the modulus of an RSA key"),
        .value("checkend", "seconds", "tell whether fewer seconds are left than these"),
        .value("checkhost", "val", "tell whether the certificate is for this host"),
        .value("checkemail", "val", "tell whether the certificate is for this e-mail address"),
        .value("checkip", "val", "tell whether the certificate is for this IP address"),
        .value("set_serial", "val", "the new certificate's serial number"),
        .flag("next_serial", "show the serial number plus one"),
        .value("days", "int", "how many days the certificate is valid, else 30"),
        .flag("preserve_dates", "leave the dates as they are"),
        .value("subj", "val", "the new subject, such as /C=DE/CN=example"),
        .value("force_pubkey", "infile", "the public key that the new certificate is for"),
        .flag("clrext", "drop the input's extensions"),
        .value("extfile", "infile", "configuration file that describes the extensions"),
        .value("extensions", "val", "the section of -extfile, else what stands before all sections"),
        .missing("sigopt", takesValue: true, nearest: "-sha256 and the key's usual way of signing"),
        .flag("badsig", "spoil the signature, to see what programs do"),
        .value("CA", "infile", "sign as this CA, not with -key"),
        .value("CAform", "PEM|DER", "PEM or DER, for -CA"),
        .value("CAkey", "val", "the CA's key, else the one in the -CA file"),
        .value("CAkeyform", "PEM|DER", "PEM or DER; without it both are tried"),
        .value("CAserial", "val", "the file that counts the CA's serial numbers"),
        .flag("CAcreateserial", "where there is no such file, begin one"),
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
