/// What is wrong with what a TLS server sent.
public enum TLSProblem: Error, Hashable, Sendable {
    /// It refused the hello.
    case alert(TLSAlert)
    /// It refuses TLS 1.2 and takes TLS 1.3 alone, where certificates are encrypted.
    case onlyTLS13
    /// What came is no TLS at all.
    case notTLS(PlainTextProtocol)
    /// It closed the connection before it had sent its certificates.
    case closedEarly(SoFar)
    /// It sent what can not be read.
    case malformed(TLSMalformation)
    /// It chose a protocol version that was not offered, such as 0x0304.
    case unsupportedVersion(UInt16)
    /// It sent a message out of turn, such as ServerHelloDone in place of Certificate.
    case unexpectedMessage(HandshakeType)
    /// It sent a record out of turn, such as application data.
    case unexpectedRecord(ContentType)
    /// Its Certificate message is empty.
    case noCertificates

    /// How far a server got.
    public enum SoFar: Hashable, Sendable { case nothing, partOfARecord, partOfAMessage, serverHello }
}

/// Octets that break the presentation language of TLS, or a bound.
public struct TLSMalformation: Error, Hashable, Sendable {
    /// The structure in question, such as `ServerHello.session_id`.
    public let structure: String
    public let reason: Reason
    /// The clause that is broken; empty for a bound of Lucid's own.
    public let clause: String

    /// What can be wrong.
    public enum Reason: Hashable, Sendable {
        /// A length leads beyond the end of what holds it.
        case truncated
        /// Octets are left over at its end.
        case trailingOctets(Int)
        /// It says that it is longer than it may be.
        case tooLong(length: Int, limit: Int)
        /// It is empty where it may not be.
        case empty
    }

    init(_ structure: String, _ reason: Reason, _ clause: String = "") {
        self.structure = structure
        self.reason = reason
        self.clause = clause
    }
}
