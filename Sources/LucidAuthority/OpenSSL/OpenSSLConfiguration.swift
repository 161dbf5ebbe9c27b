/// The `openssl.cnf` of an exported CA: what `openssl ca` needs to issue, revoke and publish, and not more.
enum OpenSSLConfiguration {
    /// - Parameter folder: an absolute path. openssl knows no path that is relative to the file of the configuration.
    static func text(folder: String) -> String {
        """
        # Written by `lucid ca export --openssl`. Let one program issue from here on: what this one issues, Lucid does not know of
        # (`lucid ca import --openssl` brings it back).
        #
        #   openssl ca -config openssl.cnf -in request.pem -out certificate.pem
        #   openssl ca -config openssl.cnf -revoke certificate.pem -crl_reason superseded
        #   openssl ca -config openssl.cnf -gencrl -out crl.pem

        [ca]
        default_ca = CA_default

        [CA_default]
        # Where this folder is. After moving it, change this line.
        dir = \(quoted(folder))
        database = $dir/index.txt
        new_certs_dir = $dir/newcerts
        certificate = $dir/cacert.pem
        private_key = $dir/private/cakey.pem
        serial = $dir/serial
        crlnumber = $dir/crlnumber
        # Serial numbers that nobody can predict, as Lucid's; without this line they are counted up from the file serial.
        rand_serial = yes
        # The hash that fits the key.
        default_md = default
        default_days = 90
        default_crl_days = 7
        unique_subject = no
        policy = any_subject
        name_opt = utf8,esc_ctrl,sep_comma_plus
        cert_opt = ca_default
        x509_extensions = end_entity
        crl_extensions = list
        # Names come from the request. What end_entity sets below, a request can not change.
        copy_extensions = copy

        [any_subject]
        countryName = optional
        stateOrProvinceName = optional
        localityName = optional
        organizationName = optional
        organizationalUnitName = optional
        commonName = optional
        emailAddress = optional

        [end_entity]
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature
        extendedKeyUsage = serverAuth, clientAuth
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid:always

        [list]
        authorityKeyIdentifier = keyid:always

        # For `openssl req -config openssl.cnf`.
        [req]
        distinguished_name = no_questions

        [no_questions]

        """
    }

    /// A value as a configuration file takes it: signs with a meaning get a backslash (config(5)).
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.map { "\\\"'#$;`".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
