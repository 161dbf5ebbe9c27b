/// The options of `s_client`. Most of openssl's are about the TLS session, which Lucid does not have.
enum ClientOptions {
    static let all: [OptionDefinition] =
        built + CommonOptions.modules + CommonOptions.randomness
        + flagsOfTheSession.map { .missing($0, nearest: "lucid fetch") }
        + valuesOfTheSession.map { .missing($0, takesValue: true, nearest: "lucid fetch") }
        + VerificationOptions.definitions

    private static let built: [OptionDefinition] = [
        .value("host", "val", "Use -connect instead"),
        .value("port", "+int", "Use -connect instead"),
        .value("connect", "val", "TCP/IP where to connect; default: 4433)"),
        .value("servername", "val", "Set TLS extension servername (SNI) in ClientHello (default)"),
        .flag("showcerts", "Show all certificates sent by the server"),
        .flag("prexit", "Print session information when the program exits: Lucid prints it once"),
        .value("nameopt", "val", "Certificate subject/issuer name printing options"),
        .value("starttls", "val", "Use the appropriate STARTTLS command before starting TLS: smtp, imap or pop3"),
        .flag("tls1_2", "Just use TLSv1.2, as Lucid does in any case"),
        .flag("no_tls1_3", "Just disable TLSv1.3, as Lucid does in any case"),
        .flag("quiet", "No s_client output"),
        .flag("ign_eof", "Ignore input eof: no input is read in any case"),
        .flag("no_ign_eof", "Don't ignore input eof: no input is read in any case"),
        .flag("nocommands", "Do not use interactive command letters: no input is read in any case"),
        .value("verify", "+int", "Turn on peer certificate verification: how deep; it is on in any case"),
        .flag("verify_return_error", "Close connection on verification error"),
        .flag("verify_quiet", "Restrict verify output to errors"),
        .value("CAfile", "infile", "PEM format file of CA's"),
        .value("CApath", "dir", "PEM format directory of CA's"),
        .missing("CAstore", takesValue: true, nearest: "-CAfile or -CApath"),
        .flag("no-CAfile", "Do not load the default certificates file"),
        .flag("no-CApath", "Do not load certificates from the default certificates directory"),
        .flag("no-CAstore", "Do not load certificates from the default certificates store"),
        .missing("CRL", takesValue: true, nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("CRLform", takesValue: true, nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("crl_download", nearest: "-showcerts, and lucid openssl verify -CRLfile"),
        .missing("chainCAfile", takesValue: true, nearest: "-CAfile"),
        .missing("chainCApath", takesValue: true, nearest: "-CApath"),
        .missing("chainCAstore", takesValue: true, nearest: "-CAfile"),
        .missing("verifyCAfile", takesValue: true, nearest: "-CAfile"),
        .missing("verifyCApath", takesValue: true, nearest: "-CApath"),
        .missing("verifyCAstore", takesValue: true, nearest: "-CAfile"),
        .flag("crlf", "Convert LF from terminal into CRLF: no input is read in any case"),
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
