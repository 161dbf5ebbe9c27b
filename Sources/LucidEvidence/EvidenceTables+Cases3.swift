// Made by Scripts/evidence. Do not edit.
//
// `@ suite cases accepted lost`: lost are those refused before the verifier was asked. `check held|alone|others`: in how many
// cases the check held, which cases it alone refuses, and which it refuses with others. `@ wycheproof`: `file accepted refused`.

extension EvidenceTables {
    static let cases3 = """
        excludedSubtrees 0|rfc5280::nc::excluded-dns-match;rfc5280::nc::excluded-dns-match-by-intermediate;\
        rfc5280::nc::excluded-dns-match-second;rfc5280::nc::excluded-dns-match-second-by-intermediate;\
        rfc5280::nc::excluded-dns-second-name;rfc5280::nc::excluded-dns-second-name-by-intermediate;\
        rfc5280::nc::permitted-and-excluded;rfc5280::nc::permitted-and-excluded-by-intermediate;\
        rfc5280::nc::excluded-empty-dns;rfc5280::nc::excluded-empty-dns-by-intermediate;\
        rfc5280::nc::excluded-within-wildcard-san;rfc5280::nc::excluded-within-wildcard-san-by-intermediate;\
        rfc5280::nc::excluded-ipv4-match;rfc5280::nc::excluded-ipv4-match-by-intermediate;\
        rfc5280::nc::excluded-ipv6-match;rfc5280::nc::excluded-ipv6-match-by-intermediate;\
        rfc5280::nc::excluded-dn-match;rfc5280::nc::excluded-dn-match-by-intermediate;rfc5280::nc::excluded-mail;\
        rfc5280::nc::excluded-mail-by-intermediate;rfc5280::nc::nc-forbids-same-chain-ica|
        nameConstraintsProcessable 0|rfc5280::nc::invalid-dns-wildcard-constraint;\
        rfc5280::nc::invalid-dns-wildcard-constraint-by-intermediate;rfc5280::nc::invalid-dns-leading-period;\
        rfc5280::nc::invalid-dns-leading-period-by-intermediate;rfc5280::nc::invalid-ipv4-address;\
        rfc5280::nc::invalid-ipv4-address-by-intermediate;rfc5280::nc::invalid-ipv6-address;\
        rfc5280::nc::invalid-ipv6-address-by-intermediate;rfc5280::nc::invalid-ipv4-mask;\
        rfc5280::nc::invalid-ipv4-mask-by-intermediate;rfc5280::nc::permitted-uri-without-host;\
        rfc5280::nc::permitted-uri-without-host-by-intermediate|
        nameComparisons 0|pathological::nc-dos-1|
        isCA 219||rfc5280::root-missing-basic-constraints;rfc5280::intermediate-ca-missing-basic-constraints
        pathLength 54|pathlen::max-chain-depth-0-exhausted|
        keyCertSign 218|rfc5280::intermediate-ku-without-keycertsign;rfc5280::root-ku-without-keycertsign|
        criticalExtensions 219|rfc5280::unknown-critical-extension-root;\
        rfc5280::unknown-critical-extension-intermediate|rfc5280::check::extension.subject-directory-attributes-not-critical;rfc5280::check::extension.freshest-crl-not-critical;rfc5280::check::extension.authority-info-access-not-critical;rfc5280::check::extension.subject-info-access-not-critical
        notRevoked 5|crl::revoked-certificate-with-crl|
        revocationKnown 0|crl::crl-of-another-issuer|crl::crlnumber-missing;crl::crlnumber-critical;crl::crl-expired;\
        crl::crl-by-another-key;crl::issuer-missing-crlsign;crl::check::revocation.crl-has-next-update;\
        crl::check::revocation.crl-this-update;crl::check::revocation.crl-version;\
        crl::check::revocation.crl-algorithms-agree;crl::check::revocation.crl-extensions-decode;\
        crl::check::revocation.crl-extensions-decode::twice;crl::check::revocation.crl-reasons;\
        crl::check::revocation.delta-scope;crl::check::revocation.delta-scope::other-key;\
        crl::check::revocation.delta-numbers;crl::check::revocation.delta-numbers::no-newer;\
        crl::check::revocation.delta-signature
        crlNextUpdate 9|crl::crl-expired|crl::check::revocation.delta-scope;\
        crl::check::revocation.delta-scope::other-key;crl::check::revocation.delta-numbers;\
        crl::check::revocation.delta-numbers::no-newer;crl::check::revocation.delta-signature
        crlHasNextUpdate 0|crl::check::revocation.crl-has-next-update|
        crlIssuer 23||
        crlForUserCertificates 2||
        crlForCACertificates 2||
        crlForAttributeCertificates 2||
        deltaScope 4||crl::check::revocation.delta-scope;crl::check::revocation.delta-scope::other-key
        deltaNumbers 2||crl::check::revocation.delta-numbers;crl::check::revocation.delta-numbers::no-newer
        crlReasons 22|crl::check::revocation.crl-reasons|
        crlSignerPath 8||
        crlSignerKeyUsage 8|crl::issuer-missing-crlsign|
        crlSignature 8|crl::crl-by-another-key|
        deltaSignature 1||crl::check::revocation.delta-signature
        crlVersion 22|crl::check::revocation.crl-version|
        crlAlgorithmsAgree 22|crl::check::revocation.crl-algorithms-agree|
        crlThisUpdate 22|crl::check::revocation.crl-this-update|
        crlExtensionsDecode 21|crl::check::revocation.crl-extensions-decode;\
        crl::check::revocation.crl-extensions-decode::twice|
        crlCriticalExtensions 23||
        crlNumber 21|crl::crlnumber-missing;crl::crlnumber-critical|
        crlEntryExtensions 7||
        extendedKeyUsage 222|rfc5280::eku::ca-without-server-auth;rfc5280::eku::ee-client-only|
        keyUsage 223|rfc5280::check::purpose.key-usage|
        hasSubjectAltName 0||rfc5280::san::empty;webpki::v1-cert;webpki::san::ulabel
        dnsName 190|webpki::san::wildcard-not-apex|webpki::san::public-suffix-wildcard-san
        ipAddress 23||
        mailbox 3|rfc5280::client::other;rfc5280::client::user-in-capitals;rfc5280::client::no-wildcard|
        trustAnchor 0|pathological::intermediate-cycle-distinct-cas;\
        pathological::intermediate-cycle-same-logical-ca|rfc5280::ee-empty-issuer
        anchorValidity 220|rfc5280::validity::expired-root;rfc5280::validity::not-yet-valid-root|
        @ pkits 249 112
        signatureAlgorithmsAgree 249||
        extensionsUnique 249||
        signature 242|4.1.2;4.1.3;4.1.4;4.1.5;4.1.6|
        notBefore 247|4.2.1;4.2.2|
        notAfter 246|4.2.5;4.2.6;4.2.7|
        nameChaining 247||
        permittedSubtrees 17|4.13.2;4.13.3;4.13.12;4.13.13;4.13.16;4.13.20;4.13.22;4.13.24;4.13.28;4.13.29;4.13.31;\
        4.13.35;4.13.38|4.13.15
        excludedSubtrees 0|4.13.7;4.13.8;4.13.9;4.13.10;4.13.17;4.13.26;4.13.33;4.13.37|4.13.15
        explicitPolicy 43||4.8.2.2;4.8.3.2;4.8.3.3;4.8.4;4.8.5;4.8.7;4.8.8;4.8.9;4.8.12;4.9.5;4.10.1.4;4.10.2.1;\
        4.10.2.2;4.10.4;4.10.8;4.10.10;4.11.1;4.11.3;4.11.5;4.11.6;4.11.8;4.11.9;4.11.10;4.11.11;4.12.1;4.12.3.2;\
        4.12.4;4.12.5;4.12.6;4.12.8;4.12.10
        policyMappingNotAny 0|4.10.7|4.10.8
        isCA 242|4.6.1;4.6.2;4.6.3|
        pathLength 238|4.6.5;4.6.6;4.6.9;4.6.10;4.6.11;4.6.12;4.6.16|
        keyCertSign 242|4.5.8;4.7.1;4.7.2|
        criticalExtensions 248|4.16.2|
        acceptablePolicy 36|4.8.1.3;4.8.6.3;4.8.14.2;4.9.3;4.9.7;4.9.8;4.10.1.3;4.10.3.1;4.10.5.2;4.10.6.2|4.8.2.2;\
        4.8.3.2;4.8.3.3;4.8.4;4.8.5;4.8.7;4.8.8;4.8.9;4.8.12;4.9.5;4.10.1.4;4.10.2.1;4.10.2.2;4.10.4;4.10.8;4.10.10;\
        4.11.1;4.11.3;4.11.5;4.11.6;4.11.8;4.11.9;4.11.10;4.11.11;4.12.1;4.12.3.2;4.12.4;4.12.5;4.12.6;4.12.8;4.12.10
        notRevoked 224|4.4.2;4.4.3;4.4.15;4.4.18;4.4.20;4.5.2;4.5.5;4.5.7;4.14.2;4.14.6;4.14.15;4.14.16;4.14.20;\
        4.14.21;4.14.23;4.14.26;4.14.31;4.14.32;4.14.34;4.15.3;4.15.4;4.15.6;4.15.9|
        revocationKnown 0|4.4.1;4.4.5;4.4.6;4.14.17;4.15.1|4.4.4;4.4.8;4.4.9;4.4.10;4.4.11;4.4.12;4.4.21;4.7.4;4.7.5;\
        4.14.3;4.14.8;4.14.9;4.14.11;4.14.12;4.14.14;4.14.27;4.14.30.2;4.14.35;4.15.10
        crlNextUpdate 244|4.4.11;4.4.12|4.15.10
        crlIssuer 246|4.14.27|
        crlDistributionPoint 20|4.14.3;4.14.8;4.14.9;4.14.35|
        crlForUserCertificates 31|4.14.11|
        crlForCACertificates 30|4.14.12|
        crlForAttributeCertificates 29|4.14.14|
        deltaScope 9||
        deltaNumbers 8||4.15.10
        crlReasons 247||
        crlSignerPath 245|4.4.21;4.14.30.2|
        crlSignerKeyUsage 245|4.7.4;4.7.5|
        crlSignature 245|4.4.4|
        deltaSignature 8||
        crlVersion 247||
        crlAlgorithmsAgree 247||
        crlThisUpdate 247||
        crlExtensionsDecode 247||
        crlCriticalExtensions 245|4.4.9;4.4.10|
        crlNumber 247||
        crlEntryExtensions 246|4.4.8|
        trustAnchor 0|4.3.1;4.3.2|
        @ wycheproof
        ecdsa_secp256r1_sha256_test.json 174 310
        ecdsa_secp384r1_sha384_test.json 194 310
        ecdsa_secp384r1_sha512_test.json 231 311
        ecdsa_secp521r1_sha512_test.json 232 310
        ed25519_test.json 88 63
        rsa_pss_2048_sha1_mgf1_20_test.json 42 46
        rsa_pss_2048_sha256_mgf1_0_test.json 61 42
        rsa_pss_2048_sha256_mgf1_32_params_test.json 63 45
        rsa_pss_2048_sha256_mgf1_32_test.json 63 45
        rsa_pss_2048_sha384_mgf1_48_test.json 95 46
        rsa_pss_2048_sha512_mgf1sha256_32_params_test.json 132 46
        rsa_pss_3072_sha256_mgf1_32_test.json 63 45
        rsa_pss_4096_sha512_mgf1_32_test.json 132 45
        rsa_pss_misc_params_test.json 150 0
        rsa_signature_2048_sha224_test.json 7 251
        rsa_signature_2048_sha256_test.json 9 250
        rsa_signature_2048_sha384_test.json 7 251
        rsa_signature_2048_sha512_224_test.json 7 251
        rsa_signature_2048_sha512_256_test.json 7 250
        rsa_signature_2048_sha512_test.json 8 251
        rsa_signature_3072_sha256_test.json 8 251
        rsa_signature_3072_sha512_test.json 8 252
        rsa_signature_4096_sha256_test.json 7 251
        rsa_signature_4096_sha384_test.json 7 252
        rsa_signature_8192_sha256_test.json 7 251
        """
}
