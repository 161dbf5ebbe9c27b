/// The certificates that a TLS server sends, and how it was asked.
public struct ServerChain: Hashable, Sendable {
    /// The place as it was named.
    public let place: HostAndPort
    /// The IP address that answered.
    public let peer: HostAndPort?
    /// The DNS name that was asked for; nil where none was.
    public let serverName: String?
    /// What the server told.
    public let answer: ServerChainReader.Answer
    /// Warnings that it sent on the way.
    public let warnings: [TLSAlert]

    /// Why there is no chain.
    public struct Problem: Error, Hashable, Sendable {
        /// The place as it was named.
        public let place: String
        public let reason: Reason

        public init(place: String, reason: Reason) {
            self.place = place
            self.reason = reason
        }

        /// What went wrong, by the layer where it did.
        public enum Reason: Hashable, Sendable {
            case network(NetworkProblem.Reason)
            case startTLS(StartTLSProblem)
            case tls(TLSProblem)
        }
    }

    /// Connects, says a ClientHello of TLS 1.2, reads as far as the server's certificates, and goes. Nothing is verified: not
    /// the certificates, and not that who sent them has the private key.
    ///
    /// - Parameters:
    ///   - serverName: the DNS name to ask for in ASCII (RFC 6066 §3); nil for the host of `place`, where that is a name.
    ///   - startTLS: a protocol to begin with in the clear.
    ///   - timeout: how long it may take in all.
    public static func fetch(
        from place: HostAndPort, serverName: String? = nil, startTLS: StartTLSProtocol? = nil, timeout: Duration
    ) throws(Problem) -> ServerChain {
        let deadline = Deadline(after: timeout)
        let name = serverName ?? place.serverName
        do throws(Problem) {
            return try ask(.tls12, place, name, startTLS, deadline)
        } catch {
            // These alerts may mean that only TLS 1.3 is spoken there. That can be asked.
            guard case .tls(.alert(let alert)) = error.reason, Self.mayMeanTLS13.contains(alert.description) else {
                throw error
            }
            guard (try? ask(.tls13, place, name, startTLS, deadline))?.answer.version == 0x0304 else { throw error }
            throw Problem(place: error.place, reason: .tls(.onlyTLS13))
        }
    }

    private static let mayMeanTLS13 = [
        TLSAlert.protocolVersion, TLSAlert.handshakeFailure, TLSAlert.insufficientSecurity, TLSAlert.internalError,
    ]

    private static func ask(
        _ version: ClientHello.Version, _ place: HostAndPort, _ name: String?, _ startTLS: StartTLSProtocol?,
        _ deadline: Deadline
    ) throws(Problem) -> ServerChain {
        let connection = try Problem.wrapping { () throws(NetworkProblem) in
            try TCPConnection.open(place, until: deadline)
        }
        if let startTLS { try StartTLSClient.run(startTLS, over: connection, until: deadline) }
        let hello = ClientHello(version, serverName: name).record
        try Problem.wrapping { () throws(NetworkProblem) in try connection.send(hello, until: deadline) }
        var reader = ServerChainReader(version)
        let answer = try read(&reader, connection, deadline)
        // Courtesy: the server learns that nothing more will come. That it may be gone by now does not matter.
        try? connection.send(TLSAlert.farewell(version: min(answer.version, 0x0303)), until: deadline)
        return ServerChain(
            place: place, peer: connection.peer, serverName: name, answer: answer, warnings: reader.warnings)
    }

    private static func read(
        _ reader: inout ServerChainReader, _ connection: TCPConnection, _ deadline: Deadline
    ) throws(Problem) -> ServerChainReader.Answer {
        while true {
            let octets = try Problem.wrapping { () throws(NetworkProblem) in try connection.receive(until: deadline) }
            do throws(TLSProblem) {
                guard !octets.isEmpty else { throw reader.problemAtEnd() }
                if let answer = try reader.receive(octets) { return answer }
            } catch {
                guard case .notTLS(.unknown(let first)) = error else {
                    throw Problem(place: connection.place, reason: .tls(error))
                }
                let more = firstOctets(after: first, connection, deadline)
                throw Problem(place: connection.place, reason: .tls(.notTLS(PlainTextProtocol(firstOctets: more))))
            }
        }
    }

    /// A little more of what a server sends that speaks no TLS, when too little has come to know what it speaks.
    private static func firstOctets(
        after first: [UInt8], _ connection: TCPConnection, _ deadline: Deadline
    ) -> [UInt8] {
        let soon = min(deadline, Deadline(after: .milliseconds(500)))
        var octets = first
        while octets.count < 16, let more = try? connection.receive(until: soon), !more.isEmpty { octets += more }
        return octets
    }
}

extension ServerChain.Problem {
    /// Runs something that may fail in the network.
    static func wrapping<Value>(_ body: () throws(NetworkProblem) -> Value) throws(Self) -> Value {
        do throws(NetworkProblem) { return try body() } catch {
            throw Self(place: error.place, reason: .network(error.reason))
        }
    }
}

extension HostAndPort {
    /// The host as a server's name; nil for an IP address, which RFC 6066 §3 does not allow there.
    var serverName: String? {
        guard (try? SystemCalls.addresses(self, isNumeric: true, toListen: false)) == nil else { return nil }
        // The dot at the end of a name that is meant to be whole is no part of it there.
        return host.hasSuffix(".") ? String(host.dropLast()) : host
    }
}
