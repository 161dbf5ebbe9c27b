public import LucidNetwork

extension ServerChain.Problem {
    /// The problem as one sentence that begins with the place.
    public var sentence: String { sentence(advice: "openssl") }

    /// The same where `openssl` may be Lucid itself, so that the advice has to name another program.
    public var sentenceOfOpenSSLFace: String { sentence(advice: "OpenSSL's own s_client: /usr/bin/openssl") }

    private func sentence(advice program: String) -> String {
        let statement =
            switch reason {
            case .network(let reason): reason.statement
            case .startTLS(let problem): problem.statement
            case .tls(let problem): problem.statement + advice(problem, program)
            }
        return "\(place.safeToShow): \(statement)"
    }

    /// What to do about it; `program` is the openssl that knows TLS 1.3.
    private func advice(_ problem: TLSProblem, _ program: String) -> String {
        switch problem {
        case .onlyTLS13:
            "; try: \(program) s_client -connect \(place.safeToShow) -showcerts </dev/null | lucid show -"
        case .notTLS(.smtp): "; try --starttls smtp"
        case .notTLS(.imap): "; try --starttls imap"
        case .notTLS(.pop3): "; try --starttls pop3"
        default: ""
        }
    }
}

extension TLSProblem {
    /// What is wrong.
    public var statement: String {
        switch self {
        case .alert(let alert): "refused the hello with the alert \(alert.shown)"
        case .onlyTLS13: "speaks only TLS 1.3, in which certificates are encrypted"
        case .notTLS(let plain): plain.statement
        case .closedEarly(.nothing): "closed the connection without an answer; perhaps it speaks no TLS"
        case .closedEarly(.partOfARecord): "closed the connection in the middle of a TLS record"
        case .closedEarly(.partOfAMessage): "closed the connection in the middle of a TLS message"
        case .closedEarly(.serverHello): "closed the connection before it had sent its certificates"
        case .malformed(let error): error.statement
        case .unsupportedVersion(let version):
            "chose the protocol version 0x\(hexadecimal([UInt8(version >> 8), UInt8(version & 0xff)])), which was not offered"
        case .unexpectedMessage(let type):
            "sent the TLS message \(type.name ?? "of type \(type.rawValue)") out of turn (RFC 5246 §7.3)"
        case .unexpectedRecord(let type):
            "sent a TLS record of content type \(type.rawValue) before its certificates (RFC 5246 §7.3)"
        case .noCertificates: "sent a list of certificates with none in it (RFC 5246 §7.4.2)"
        }
    }
}

extension TLSMalformation {
    /// What is wrong, and where.
    var statement: String {
        let words =
            switch reason {
            case .truncated: "ends too early"
            case .trailingOctets(let count): "has \(counted(count, "byte")) left over after its end"
            case .tooLong(let length, let limit): "has \(length) bytes; \(limit) are the most"
            case .empty: "is empty"
            }
        return "sent what is no TLS: \(structure) \(words)" + (clause.isEmpty ? "" : " (\(clause))")
    }
}

extension TLSAlert {
    /// The name and what it means.
    public var shown: String {
        guard let name, let meaning else { return "\(description), which has no name" }
        return "\(name) (\(description)): \(meaning)"
    }
}

extension PlainTextProtocol {
    /// What speaks there.
    var statement: String {
        switch self {
        case .http: "speaks plain HTTP there, no TLS"
        case .ssh: "speaks SSH there, which has no certificates of this kind"
        case .smtp: "speaks SMTP there, which begins without TLS"
        case .imap: "speaks IMAP there, which begins without TLS"
        case .pop3: "speaks POP3 there, which begins without TLS"
        case .ftp: "speaks FTP there, which begins without TLS"
        case .unknown(let octets):
            "speaks no TLS there; its answer begins with the octets \(hexadecimal(octets))"
        }
    }
}
