import LucidOpenSSLText
import LucidX509

/// What `x509` checks: how long a certificate is valid and whether it names somebody.
struct X509Checks {
    let options: X509Options

    /// Says whether a certificate expires so soon.
    func expires(_ der: [UInt8], within seconds: Int, to output: inout TextOutput) throws(Failure) -> Bool {
        let end = try certificate(der).validity.notAfter.time
        let time = CalendarTime.now.adding(seconds: Int64(seconds))
        let expires = end < time
        output.put(expires ? "Certificate will expire\n" : "Certificate will not expire\n")
        return expires
    }

    /// Says whether the certificate names the host, mailbox and address that are asked for.
    func write(_ der: [UInt8], to output: inout TextOutput) throws(Failure) {
        let arguments = options.arguments
        let names = ["checkhost", "checkemail", "checkip"]
        guard names.contains(where: arguments.has) else { return }
        let examined = ExaminedCertificate(try certificate(der))
        func say(_ what: String, _ name: String, _ matches: Bool) {
            output.put("\(what) \(name) does\(matches ? "" : " NOT") match certificate\n")
        }
        if let host = arguments.value("checkhost") {
            say("Hostname", host, HostCheck.names(host: host, examined))
        }
        if let mailbox = arguments.value("checkemail") {
            say("Email", mailbox, HostCheck.names(mailbox: mailbox, examined))
        }
        if let text = arguments.value("checkip") {
            // What is no address matches none.
            say("IP", text, IPAddress(text).map { HostCheck.names(address: $0.octets, examined) } ?? false)
        }
    }

    private func certificate(_ der: [UInt8]) throws(Failure) -> Certificate {
        try CertificateInput.certificate(der, FaceFile.shown(options.input))
    }
}
