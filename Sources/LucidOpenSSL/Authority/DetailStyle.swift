import LucidOpenSSLText

/// How `ca` shows what it is about to sign: `name_opt`, `cert_opt`, `-dateopt`.
struct DetailStyle {
    var names = NameFormat.oneline
    var options: CertificateTextOptions = []
    /// Whether nobody said how: then the subject alone is listed.
    var isPreset = true
    var dates = DateFormat.rfc822

    init(_ settings: AuthoritySettings) throws(Failure) {
        if let text = settings.optional("name_opt")?.text {
            var format = NameFormat.compatible
            if format.apply(text) != nil { throw Failure("Invalid name options: \"\(text)\"") }
            names = format
            isPreset = false
        }
        if let text = settings.optional("cert_opt")?.text {
            if options.apply(text) != nil { throw Failure("Invalid certificate options: \"\(text)\"") }
            isPreset = false
        }
        if let text = settings.arguments.value("dateopt") {
            guard let format = DateFormat(text) else {
                throw .usage("Invalid date format: \(text)", of: settings.arguments.command)
            }
            dates = format
        }
    }
}
