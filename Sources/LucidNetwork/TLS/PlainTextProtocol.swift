/// What speaks at a port, when it is not TLS.
public enum PlainTextProtocol: Hashable, Sendable {
    case http, ssh, smtp, imap, pop3, ftp
    /// Something else; its first octets, at most 16.
    case unknown([UInt8])

    /// Guesses from the first octets that a server sends.
    init(firstOctets: [UInt8]) {
        let text = String(decoding: firstOctets.prefix(64), as: UTF8.self)
        switch true {
        // A web server answers what it can not read with an error, some without a status line.
        case text.hasPrefix("HTTP/"), text.hasPrefix("<"): self = .http
        case text.hasPrefix("SSH-"): self = .ssh
        case text.hasPrefix("* OK"), text.hasPrefix("* PREAUTH"), text.hasPrefix("* BYE"): self = .imap
        case text.hasPrefix("+OK"): self = .pop3
        case text.hasPrefix("220") && text.contains("FTP"): self = .ftp
        case text.hasPrefix("220"), text.hasPrefix("554 "), text.hasPrefix("421 "): self = .smtp
        default: self = .unknown(Array(firstOctets.prefix(16)))
        }
    }
}
