extension AuthorityCase {
    private static let sign = "openssl ca -config ca.cnf"

    /// Policies, extensions, times, styles.
    static let terms: [AuthorityCase] = [
        Self(
            "a policy of matches", settings: ["policy": "policy_strict"], "\(sign) -batch -in b.csr -notext",
            "\(sign) -batch -in foreign.csr", "\(sign) -batch -in empty.csr"),
        Self(
            "the letters match, the types do not",
            "\(sign) -batch -in b.csr -cert ca.pem -policy policy_strict -subj /C=DE/O=Org/CN=x -notext"),
        Self(
            "policies that are wrong", "\(sign) -batch -in a.csr -policy policy_wrong",
            "\(sign) -batch -in a.csr -policy policy_unknown",
            "\(sign) -batch -in a.csr -policy policy_misfit", "\(sign) -batch -in a.csr -policy missing"),
        Self(
            "a policy that wants what is missing", "\(sign) -batch -in b.csr -policy policy_two",
            "\(sign) -batch -in empty.csr"),
        Self("a policy that lets nothing in", "\(sign) -batch -in b.csr -policy policy_empty -notext"),
        Self("extensions by name", "\(sign) -batch -in b.csr -extensions server -out out.pem"),
        Self(
            "no e-mail addresses in the subject", settings: ["email_in_dn": "no", "name_opt": "", "cert_opt": ""],
            "\(sign) -batch -in a.csr -notext"),
        Self("no key identifiers", "\(sign) -batch -in b.csr -extensions bare -notext"),
        Self(
            "extensions that are missing or broken", "\(sign) -batch -in b.csr -extensions missing",
            "\(sign) -batch -in b.csr -extensions broken"),
        Self("no extensions: version 1", settings: ["x509_extensions": ""], "\(sign) -batch -in b.csr -out out.pem"),
        Self(
            "extensions from a file",
            files: [
                "default.cnf": "keyUsage = cRLSign\n",
                "named.cnf": "extensions = own\n[ own ]\nsubjectAltName = DNS:own.example\n",
                "broken.cnf": "keyUsage = nonsense\n",
            ],
            "\(sign) -batch -in a.csr -extfile default.cnf -notext",
            "\(sign) -batch -in b.csr -extfile named.cnf -notext -verbose",
            "\(sign) -batch -in foreign.csr -extfile named.cnf -extensions own -notext",
            "\(sign) -batch -in asks.csr -extfile broken.cnf"),
        Self("the request's extensions are left out", "\(sign) -batch -in asks.csr -notext"),
        Self(
            "the request's extensions fill up", settings: ["copy_extensions": "copy"],
            "\(sign) -batch -in asks.csr -notext"),
        Self(
            "the request's extensions replace", settings: ["copy_extensions": "copyall"],
            "\(sign) -batch -in asks.csr -notext", "\(sign) -batch -in b.csr -notext"),
        Self(
            "the request's extensions alone", settings: ["copy_extensions": "copy", "x509_extensions": ""],
            "\(sign) -batch -in asks.csr -notext", "\(sign) -batch -in b.csr -notext"),
        Self("copying that is none", settings: ["copy_extensions": "some"], "\(sign) -batch -in asks.csr"),
        Self(
            "days by flag", "\(sign) -batch -in b.csr -days 1 -notext", "\(sign) -batch -in a.csr -days 20000 -notext"),
        Self(
            "days that are none", "\(sign) -batch -in b.csr -days 0", "\(sign) -batch -in b.csr -days -1",
            "\(sign) -batch -in b.csr -days soon"),
        Self("days without end", differs: "openssl says nothing", "\(sign) -batch -in b.csr -days 99999999"),
        Self("no days at all", settings: ["default_days": ""], "\(sign) -batch -in b.csr"),
        Self(
            "a start and an end",
            "\(sign) -batch -in b.csr -startdate 20260101000000Z -enddate 20500101000000Z -out out.pem",
            "\(sign) -batch -in a.csr -startdate 490101000000Z -enddate 991231235959Z -notext"),
        Self(
            "a start and an end by lines",
            settings: ["default_startdate": "260101000000Z", "default_enddate": "20271231235959Z"],
            "\(sign) -batch -in b.csr -notext"),
        Self(
            "times that are none", "\(sign) -batch -in b.csr -startdate today",
            "\(sign) -batch -in b.csr -enddate 2027", "\(sign) -batch -in b.csr -enddate 20271301000000Z"),
        Self("dates as ISO 8601 has them", "\(sign) -batch -in b.csr -dateopt iso_8601 -notext"),
        Self(
            "nobody says how names look", settings: ["name_opt": "", "cert_opt": ""],
            "\(sign) -batch -in many.csr -notext", "\(sign) -batch -in empty.csr"),
        Self(
            "names as RFC 2253 has them", settings: ["name_opt": "RFC2253", "cert_opt": "no_pubkey"],
            "\(sign) -batch -in many.csr -notext"),
        Self(
            "only names are said to look so", settings: ["name_opt": "oneline,-esc_msb,utf8", "cert_opt": ""],
            "\(sign) -batch -in many.csr -notext"),
        Self("styles that are none", settings: ["name_opt": "pretty"], "\(sign) -batch -in b.csr"),
        Self("options that are none", settings: ["cert_opt": "pretty"], "\(sign) -batch -in b.csr"),
        Self(
            "string types", settings: ["string_mask": "default"],
            "\(sign) -batch -in b.csr -subj /C=DE/O=Org/CN=x -notext"),
        Self("string types that are none", settings: ["string_mask": "all"], "\(sign) -batch -in b.csr -subj /CN=x"),
    ]
}
