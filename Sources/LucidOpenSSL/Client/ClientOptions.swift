/// The options of `s_client`. Most of openssl's are about the TLS session, which Lucid does not have.
enum ClientOptions {
    static let all: [OptionDefinition] =
        built + CommonOptions.modules + CommonOptions.randomness
        + flagsOfTheSession.map { .missing($0, nearest: "lucid fetch") }
        + valuesOfTheSession.map { .missing($0, takesValue: true, nearest: "lucid fetch") }
        + VerificationOptions.definitions

    private static let built: [OptionDefinition] = [
        .value("host", "val", "the server; -connect says it with the port"),
        .value("port", "+int", "the server's port; -connect says it with the host"),
        .value("connect", "val", "the server, as HOST:PORT; the port is 4433 if left out"),
        .value("servername", "val", "the name to ask the server for (SNI), else that of -connect"),
        .flag("showcerts", "print each certificate that the server sends"),
        .flag("prexit", "no effect: the session is printed once in any case"),
        .value("nameopt", "val", "how names are written, such as RFC2253 or multiline"),
        .value("starttls", "val", "what the server speaks before TLS: smtp, imap or pop3"),
        .flag("tls1_2", "speak TLS 1.2, as Lucid does in any case"),
        .flag("no_tls1_3", "leave out TLS 1.3, as Lucid does in any case"),
        .flag("quiet", "print no certificates, only how they were judged"),
        .flag("ign_eof", "no effect, as no input is read"),
        .flag("no_ign_eof", "no effect, as no input is read"),
        .flag("nocommands", "no effect, as no input is read"),
        .value("verify", "+int", "the number is only told; -verify_depth limits the chain"),
        .flag("verify_return_error", "end with an error where the certificate is not trusted"),
        .flag("verify_quiet", "of the verification print only what is wrong"),
        .value("CAfile", "infile", "trust the certificates in this PEM file"),
        .value("CApath", "dir", "trust the certificates in this folder, whose files are named by hash"),
        .missing("CAstore", takesValue: true, nearest: "-CAfile or -CApath"),
        .flag("no-CAfile", "leave out the system's file of trusted certificates"),
        .flag("no-CApath", "leave out the system's folder of trusted certificates"),
        .flag("no-CAstore", "leave out the system's store, which is the same folder"),
        .missing("CRL", takesValue: true, nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("CRLform", takesValue: true, nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("crl_download", nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("chainCAfile", takesValue: true, nearest: "-CAfile"),
        .missing("chainCApath", takesValue: true, nearest: "-CApath"),
        .missing("chainCAstore", takesValue: true, nearest: "-CAfile"),
        .missing("verifyCAfile", takesValue: true, nearest: "-CAfile"),
        .missing("verifyCApath", takesValue: true, nearest: "-CApath"),
        .missing("verifyCAstore", takesValue: true, nearest: "-CAfile"),
        .flag("crlf", "no effect, as no input is read"),
    ]

    private static let flagsOfTheSession = [
        "ct", "noct", "4", "6", "fallback_scsv", "build_chain", "dane_ee_no_namechecks", "reconnect", "brief", "debug",
        "msg", "nbio_test", "state", "security_debug", "security_debug_verbose", "trace", "noservername", "tlsextdebug",
        "ignore_unexpected_eof", "status", "async", "nbio", "tls1", "tls1_1", "tls1_3", "dtls", "timeout", "dtls1",
        "dtls1_2", "enable_pha", "srp_lateuser", "srp_moregroups", "no_ssl3", "no_tls1", "no_tls1_1", "no_tls1_2",
        "bugs", "no_comp", "comp", "no_ticket", "serverpref", "legacy_renegotiation", "client_renegotiation",
        "no_renegotiation", "legacy_server_connect", "no_resumption_on_reneg", "no_legacy_server_connect",
        "allow_no_dhe_kex", "prioritize_chacha", "strict", "debug_broken_protocol", "no_middlebox", "no_etm",
        "xchain_build",
    ]

    private static let valuesOfTheSession = [
        "ssl_client_engine", "ssl_config", "ctlogfile", "bind", "proxy", "proxy_user", "proxy_pass", "unix",
        "maxfraglen", "max_send_frag", "split_send_frag", "max_pipelines", "read_buf", "cert", "certform",
        "cert_chain", "key", "keyform", "pass", "requestCAfile", "dane_tlsa_domain", "dane_tlsa_rrdata",
        "psk_identity", "psk", "psk_session", "name", "sess_out", "sess_in", "xmpphost", "msgfile", "keymatexport",
        "keymatexportlen", "keylogfile", "serverinfo", "alpn", "mtu", "nextprotoneg", "early_data", "use_srtp",
        "srpuser", "srppass", "srp_strength", "sigalgs", "client_sigalgs", "groups", "curves", "named_curve", "cipher",
        "ciphersuites", "min_protocol", "max_protocol", "record_padding", "xkey", "xcert", "xchain", "xcertform",
        "xkeyform",
    ]
}
