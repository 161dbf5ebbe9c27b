extension AuthorityCase {
    private static let sign = "openssl ca -config ca.cnf"

    /// Requests that are certified, and how they look.
    static let issuing: [AuthorityCase] = [
        Self("a request, with both answers", "printf 'y\\ny\\n' | \(sign) -in a.csr -out out.pem"),
        Self("the first answer is no", "printf 'n\\n' | \(sign) -in a.csr -out out.pem"),
        Self("the second answer is no", "printf 'Y\\nn\\n' | \(sign) -in a.csr -out out.pem"),
        Self("no answers at all", "\(sign) -in a.csr </dev/null", "printf 'y\\n' | \(sign) -in a.csr"),
        Self("no output file", "\(sign) -in a.csr -batch", "\(sign) -in b.csr -batch -notext"),
        Self("without text", "\(sign) -in a.csr -batch -notext -out out.pem"),
        Self(
            "all words", "\(sign) -in a.csr -batch -verbose -out out.pem", "\(sign) -verbose -in b.csr -batch -notext"),
        Self(
            "several files", "\(sign) -batch -out out.pem -infiles a.csr b.csr",
            "\(sign) -batch -notext -in foreign.csr empty.csr"),
        Self("files without a request for them", "\(sign) a.csr", sign),
        Self(
            "a name that is there already", "\(sign) -batch -in a.csr -out 1.pem",
            "\(sign) -batch -in a.csr -out 2.pem",
            "\(sign) -batch -infiles b.csr a.csr"),
        Self(
            "subjects need not be unique", settings: ["unique_subject": "no"], "\(sign) -batch -in a.csr -notext",
            "\(sign) -batch -in a.csr -notext"),
        Self(
            "the attribute file has the last word", settings: ["unique_subject": "yes"],
            files: ["index.txt.attr": "unique_subject = no\n"], "\(sign) -batch -in a.csr -notext",
            "\(sign) -batch -in a.csr -notext"),
        Self(
            "a serial number that is there already", "\(sign) -batch -in a.csr -notext", "echo 1000 > serial",
            "\(sign) -batch -in b.csr -notext"),
        Self(
            "a revoked name", "\(sign) -batch -in a.csr -notext -out 1.pem", "\(sign) -revoke 1.pem",
            "\(sign) -batch -in a.csr -notext", "echo 1000 > serial", "\(sign) -batch -in b.csr"),
        Self(
            "an empty subject", settings: ["policy": "policy_empty"], "\(sign) -batch -in empty.csr",
            "\(sign) -batch -in empty.csr"),
        Self(
            "another subject",
            "\(sign) -batch -in a.csr -subj '/C=AT/O=Other/CN=x+OU=y/nonsense=1/L=/emailAddress=q@example.org' -notext"),
        Self(
            "another subject in UTF-8",
            "\(sign) -batch -in a.csr -utf8 -multivalue-rdn -subj '/O=Grüße/CN=ü+OU=é' -notext"),
        Self("another subject in Latin letters", "\(sign) -batch -in a.csr -subj '/O=Grüße/CN=ü' -notext"),
        Self("a subject that is none", "\(sign) -batch -in a.csr -subj CN=x -notext"),
        Self(
            "all kinds of attributes", settings: ["policy": "policy_two"], "\(sign) -batch -in many.csr",
            "\(sign) -batch -in a.csr"),
        Self("the request's order", "\(sign) -batch -in many.csr -preserveDN -notext"),
        Self("no mail addresses by flag", "\(sign) -batch -in a.csr -noemailDN"),
        Self(
            "no mail addresses by line", settings: ["email_in_dn": "no"], "\(sign) -batch -in a.csr",
            "\(sign) -batch -in many.csr -preserveDN"),
        Self("mail addresses move", "\(sign) -batch -in a.csr -extensions mail -notext"),
        Self("a request in DER", "\(sign) -batch -in a.der -inform DER -notext", "\(sign) -batch -in a.der -notext"),
        Self(
            "a request that somebody altered", "\(sign) -batch -in damaged.csr",
            "\(sign) -batch -infiles damaged.csr b.csr"),
        Self("no request", "\(sign) -batch -in missing.csr", "\(sign) -batch -in leaf.key"),
        Self(
            "a self-signed certificate in place of a request", settings: ["policy": "policy_empty"],
            "\(sign) -batch -ss_cert rsa.pem -notext", "\(sign) -batch -ss_cert leaf.key"),
        Self(
            "self-signed", "\(sign) -batch -selfsign -in a.csr -keyfile leaf.key -notext",
            "\(sign) -batch -selfsign -in b.csr",
            "\(sign) -batch -selfsign -in foreign.csr -keyfile leaf.key -extensions v3_ca -notext"),
        Self(
            "a RSA CA", "\(sign) -batch -in a.csr -cert rsa.pem -keyfile rsa.key -notext",
            "\(sign) -batch -in b.csr -cert rsa.pem -keyfile rsa.key -md sha512 -notext"),
        Self(
            "a RSA CA that signs by PSS",
            "\(sign) -batch -in a.csr -cert rsa.pem -keyfile rsa.key -notext -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32",
            "\(sign) -batch -in b.csr -cert rsa.pem -keyfile rsa.key -notext -sigopt rsa_padding_mode:pss",
            "\(sign) -batch -in foreign.csr -cert rsa.pem -keyfile rsa.key -notext -md sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest"
        ),
        Self("an Ed25519 CA", "\(sign) -batch -in a.csr -cert ed.pem -keyfile ed.key -notext"),
        Self(
            "an encrypted key", "\(sign) -batch -in a.csr -keyfile sealed.key -passin pass:secret -notext",
            "\(sign) -batch -in b.csr -keyfile sealed.key -key secret -notext",
            "\(sign) -batch -in b.csr -keyfile sealed.key -passin nothing:secret"),
        Self(
            "the digest that the key prefers", settings: ["default_md": "default"], "\(sign) -batch -in a.csr -notext",
            "\(sign) -batch -in b.csr -notext -md sha384"),
        Self("random serial numbers by flag", "\(sign) -batch -in a.csr -rand_serial -out out.pem -notext"),
        Self(
            "random serial numbers by line", settings: ["rand_serial": "no", "serial": ""],
            "\(sign) -batch -notext -infiles a.csr b.csr"),
        Self(
            "a serial number is made", "rm serial", "\(sign) -batch -in a.csr -notext",
            "\(sign) -batch -in a.csr -notext -create_serial"),
        Self(
            "serial numbers of several lengths", "echo 00 > serial", "\(sign) -batch -in a.csr -notext",
            "echo FF > serial",
            "\(sign) -batch -in b.csr -notext", "echo 00FFFF > serial", "\(sign) -batch -in foreign.csr -notext"),
        Self(
            "serial numbers that are none", "echo 1 > serial", "\(sign) -batch -in a.csr", "echo zz > serial",
            "\(sign) -batch -in a.csr", "echo 123 > serial", "\(sign) -batch -in a.csr", ": > serial",
            "\(sign) -batch -in a.csr"),
        Self("another folder", "mkdir else", "\(sign) -batch -in a.csr -outdir else/ -notext"),
        Self("an output that can not be", "\(sign) -batch -in a.csr -notext -out missing/out.pem"),
        Self("the output is /dev/stdout", "\(sign) -batch -in a.csr -notext -out /dev/stdout | cat"),
    ]
}
