/// The configuration files that the tutorials do not show, in the form that their commands are made for.
enum TutorialConfigurations {
    /// A CA in a folder below the reader's home.
    static func authority(
        folder: String, key: String, certificate: String, policy: String, names: String = ""
    ) -> String {
        """
        [ ca ]
        default_ca = CA_default

        [ CA_default ]
        dir               = $ENV::HOME/\(folder)
        certs             = $dir/certs
        crl_dir           = $dir/crl
        new_certs_dir     = $dir/newcerts
        database          = $dir/index.txt
        serial            = $dir/serial
        RANDFILE          = $dir/private/.rand
        private_key       = $dir/private/\(key)
        certificate       = $dir/certs/\(certificate)
        crlnumber         = $dir/crlnumber
        crl               = $dir/crl/ca.crl.pem
        crl_extensions    = crl_ext
        default_crl_days  = 30
        default_md        = sha256
        name_opt          = ca_default
        cert_opt          = ca_default
        default_days      = 375
        preserve          = no
        policy            = \(policy)

        [ policy_strict ]
        countryName             = match
        stateOrProvinceName     = match
        organizationName        = match
        organizationalUnitName  = optional
        commonName              = supplied
        emailAddress            = optional

        [ policy_loose ]
        countryName             = optional
        stateOrProvinceName     = optional
        localityName            = optional
        organizationName        = optional
        organizationalUnitName  = optional
        commonName              = supplied
        emailAddress            = optional

        [ req ]
        default_bits        = 2048
        distinguished_name  = req_distinguished_name
        string_mask         = utf8only
        default_md          = sha256
        x509_extensions     = v3_ca

        [ req_distinguished_name ]
        countryName                     = Country Name (2 letter code)
        stateOrProvinceName             = State or Province Name
        localityName                    = Locality Name
        0.organizationName              = Organization Name
        organizationalUnitName          = Organizational Unit Name
        commonName                      = Common Name
        emailAddress                    = Email Address
        countryName_default             = GB
        stateOrProvinceName_default     = England
        localityName_default            =
        0.organizationName_default      = Alice Ltd
        organizationalUnitName_default  =
        emailAddress_default            =

        [ v3_ca ]
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid:always,issuer
        basicConstraints = critical, CA:true
        keyUsage = critical, digitalSignature, cRLSign, keyCertSign

        [ v3_intermediate_ca ]
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid:always,issuer
        basicConstraints = critical, CA:true, pathlen:0
        keyUsage = critical, digitalSignature, cRLSign, keyCertSign

        [ server_cert ]
        basicConstraints = CA:FALSE
        nsCertType = server
        nsComment = "OpenSSL Generated Server Certificate"
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid,issuer:always
        keyUsage = critical, digitalSignature, keyEncipherment
        extendedKeyUsage = serverAuth
        \(names.isEmpty ? "" : "subjectAltName = @alt_names")

        [ crl_ext ]
        authorityKeyIdentifier=keyid:always

        \(names)

        """
    }

    /// The repository's for a CA of the third tutorial: everything hangs on the name in the default section.
    static func chain(_ name: String, commonName: String, policy: String = "match_pol") -> String {
        """
        [ default ]
        ca                      = \(name)
        dir                     = .

        [ req ]
        encrypt_key             = no
        default_md              = sha256
        utf8                    = yes
        string_mask             = utf8only
        prompt                  = no
        distinguished_name      = ca_dn

        [ ca_dn ]
        countryName             = "TW"
        organizationName        = "Example Inc"
        organizationalUnitName  = "Certificate Authority"
        commonName              = "\(commonName)"

        [ ca ]
        default_ca              = root_ca

        [ root_ca ]
        certificate             = $dir/$ca/$ca.crt
        private_key             = $dir/$ca/$ca.key
        new_certs_dir           = $dir/$ca
        database                = $dir/$ca/index.txt
        rand_serial             = yes
        unique_subject          = no
        default_days            = 30
        default_md              = sha256
        policy                  = \(policy)
        email_in_dn             = no
        name_opt                = multiline,-esc_msb,utf8
        cert_opt                = ca_default
        copy_extensions         = none

        [ match_pol ]
        countryName             = match
        organizationName        = match
        organizationalUnitName  = optional
        commonName              = supplied

        [ any_pol ]
        countryName             = optional
        organizationName        = optional
        commonName              = optional

        [ v3_ca ]
        keyUsage                = critical,keyCertSign,cRLSign
        basicConstraints        = critical,CA:true
        subjectKeyIdentifier    = hash
        authorityKeyIdentifier  = keyid:always

        [ v3_intermediate_ca ]
        keyUsage                = critical,keyCertSign,cRLSign
        basicConstraints        = critical,CA:true,pathlen:0
        subjectKeyIdentifier    = hash
        authorityKeyIdentifier  = keyid:always

        [ v3_server ]
        keyUsage                = critical,digitalSignature,keyEncipherment
        basicConstraints        = CA:false
        extendedKeyUsage        = serverAuth,clientAuth
        nsCertType              = server
        subjectKeyIdentifier    = hash
        authorityKeyIdentifier  = keyid:always
        subjectAltName          = @alt_names

        [ alt_names ]
        DNS.1                   = localhost
        IP.1                    = 127.0.0.1

        """
    }
}
