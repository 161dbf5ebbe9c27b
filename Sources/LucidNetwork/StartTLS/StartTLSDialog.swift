/// The protocols that begin in the clear and go over to TLS when asked.
public enum StartTLSProtocol: String, CaseIterable, Hashable, Sendable {
    /// RFC 3207.
    case smtp
    /// RFC 3501 §6.2.1.
    case imap
    /// RFC 2595 §4.
    case pop3
}

/// Why a server does not go over to TLS.
public enum StartTLSProblem: Error, Hashable, Sendable {
    /// It answered something else than was hoped for; its line.
    case refused(String)
    /// It does not name STARTTLS among what it can do.
    case notOffered
    /// A line, or an answer, is longer than it may be.
    case tooLong
    /// It sent something behind its consent, which could have been put there by somebody in between.
    case octetsBehindConsent
}

/// The dialog that leads to TLS, line by line. It knows no sockets: lines go in, lines to send come out.
struct StartTLSDialog {
    /// What is to be done next.
    enum Step: Hashable {
        case wait
        /// A line to send, without its end.
        case send(String)
        /// Both sides speak TLS from now on.
        case beginTLS
    }

    private enum State { case greeting, capabilities, consent }

    let name: StartTLSProtocol
    private var state = State.greeting
    private var hasOffer = false

    init(_ name: StartTLSProtocol) { self.name = name }

    /// Takes a line of the server.
    mutating func receive(_ line: String) throws(StartTLSProblem) -> Step {
        switch name {
        case .smtp: try smtp(line)
        case .imap: try imap(line)
        case .pop3: try pop3(line)
        }
    }

    /// RFC 5321 §4.2: three digits, then a hyphen where more lines follow.
    private mutating func smtp(_ line: String) throws(StartTLSProblem) -> Step {
        let wanted = state == .capabilities ? "250" : "220"
        guard line.hasPrefix(wanted) else { throw .refused(line) }
        // RFC 3207 §4: the keyword STARTTLS in a line of the answer to EHLO.
        if state == .capabilities, line.dropFirst(4).uppercased() == "STARTTLS" { hasOffer = true }
        if line.dropFirst(3).hasPrefix("-") { return .wait }
        switch state {
        case .greeting:
            state = .capabilities
            // A client without a name of its own gives an address: RFC 5321 §4.1.3.
            return .send("EHLO [127.0.0.1]")
        case .capabilities:
            guard hasOffer else { throw .notOffered }
            state = .consent
            return .send("STARTTLS")
        case .consent: return .beginTLS
        }
    }

    /// RFC 3501 §7: lines that begin with `*` may come at any time; the answer begins with the tag of the command.
    private mutating func imap(_ line: String) throws(StartTLSProblem) -> Step {
        switch state {
        case .greeting:
            guard line.uppercased().hasPrefix("* OK") else { throw .refused(line) }
            state = .consent
            return .send("a1 STARTTLS")
        case .capabilities, .consent:
            if line.hasPrefix("* ") { return .wait }
            guard line.uppercased().hasPrefix("A1 OK") else { throw .refused(line) }
            return .beginTLS
        }
    }

    private mutating func pop3(_ line: String) throws(StartTLSProblem) -> Step {
        guard line.uppercased().hasPrefix("+OK") else { throw .refused(line) }
        guard state == .greeting else { return .beginTLS }
        state = .consent
        return .send("STLS")
    }
}
