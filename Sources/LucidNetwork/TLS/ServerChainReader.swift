/// Reads what a server answers to a ClientHello, as far as its certificates. It knows no sockets: octets go in as they arrive.
public struct ServerChainReader: Sendable {
    private var records = RecordReader()
    private var messages = HandshakeReader()
    private var hello: ServerHello?
    private let version: ClientHello.Version
    /// Warnings that the server sent on the way, such as unrecognized_name.
    public private(set) var warnings: [TLSAlert] = []

    /// No server says more than this before it has sent its certificates. The bounds on records and messages alone would let it
    /// send warnings for ever.
    static let octetLimit = 1 << 20
    private var octetCount = 0

    public init() { version = .tls12 }

    init(_ version: ClientHello.Version) { self.version = version }

    /// What a server has told.
    public struct Answer: Hashable, Sendable {
        /// 0x0300 for SSL 3.0 to 0x0303 for TLS 1.2, or 0x0304 where TLS 1.3 was asked for.
        public let version: UInt16
        public let cipherSuite: CipherSuite
        /// In DER, in the server's order. None in an answer for TLS 1.3, where they are encrypted.
        public let certificates: [[UInt8]]
    }

    /// Takes what has arrived.
    ///
    /// - Returns: the answer; nil until more has come.
    public mutating func receive(_ octets: some Collection<UInt8>) throws(TLSProblem) -> Answer? {
        octetCount += octets.count
        guard octetCount <= Self.octetLimit else {
            throw .malformed(TLSMalformation("ServerHello", .tooLong(length: octetCount, limit: Self.octetLimit)))
        }
        records.append(octets)
        while let record = try records.next() {
            if let answer = try take(record) { return answer }
        }
        return nil
    }

    /// The other side has closed the connection: what that means at this point.
    public func problemAtEnd() -> TLSProblem {
        if messages.isInTheMiddle { return .closedEarly(.partOfAMessage) }
        if records.isInTheMiddle { return .closedEarly(.partOfARecord) }
        return .closedEarly(hello == nil ? .nothing : .serverHello)
    }

    private mutating func take(_ record: TLSRecord) throws(TLSProblem) -> Answer? {
        switch record.type {
        case .alert:
            let alert = try Self.wellFormed { () throws(TLSMalformation) in try TLSAlert(record.fragment) }
            guard !alert.isFatal else { throw .alert(alert) }
            warnings.append(alert)
            return nil
        case .handshake:
            messages.append(record.fragment)
            while let message = try Self.wellFormed({ () throws(TLSMalformation) in try messages.next() }) {
                if let answer = try take(message) { return answer }
            }
            return nil
        default: throw .unexpectedRecord(record.type)
        }
    }

    private mutating func take(_ message: HandshakeMessage) throws(TLSProblem) -> Answer? {
        switch (message.type, hello) {
        // A server may ask for a hello at any time; one that is under way is enough (RFC 5246 §7.4.1.1).
        case (.helloRequest, nil): return nil
        case (.serverHello, nil):
            let hello = try Self.wellFormed { () throws(TLSMalformation) in try ServerHello(message.body) }
            if version == .tls13, hello.version == 0x0304 {
                return Answer(version: hello.version, cipherSuite: hello.cipherSuite, certificates: [])
            }
            guard (0x0300...0x0303).contains(hello.version) else { throw .unsupportedVersion(hello.version) }
            self.hello = hello
            return nil
        case (.certificate, let hello?):
            let message = try Self.wellFormed { () throws(TLSMalformation) in try CertificateMessage(message.body) }
            guard !message.certificates.isEmpty else { throw .noCertificates }
            return Answer(
                version: hello.version, cipherSuite: hello.cipherSuite, certificates: message.certificates)
        default: throw .unexpectedMessage(message.type)
        }
    }

    private static func wellFormed<Value>(
        _ read: () throws(TLSMalformation) -> Value
    ) throws(TLSProblem) -> Value {
        do throws(TLSMalformation) { return try read() } catch { throw .malformed(error) }
    }
}
