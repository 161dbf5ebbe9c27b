/// Carries the dialog out over a connection.
enum StartTLSClient {
    /// Talks until the server is ready for TLS.
    static func run(
        _ name: StartTLSProtocol, over connection: TCPConnection, until deadline: Deadline
    ) throws(ServerChain.Problem) {
        var dialog = StartTLSDialog(name)
        var lines = LineBuffer()
        while true {
            while let line = lines.next() {
                switch try told(connection, { () throws(StartTLSProblem) in try dialog.receive(line) }) {
                case .wait: break
                case .send(let command):
                    let octets = Array((command + "\r\n").utf8)
                    try ServerChain.Problem.wrapping { () throws(NetworkProblem) in
                        try connection.send(octets, until: deadline)
                    }
                case .beginTLS:
                    // What stands here was sent in the clear, and is not to be taken for what comes over TLS.
                    try told(connection) { () throws(StartTLSProblem) in
                        guard lines.isEmpty else { throw .octetsBehindConsent }
                    }
                    return
                }
            }
            let more = try ServerChain.Problem.wrapping { () throws(NetworkProblem) in
                let more = try connection.receive(atMost: LineBuffer.lineLimit, until: deadline)
                guard !more.isEmpty else { throw NetworkProblem(place: connection.place, reason: .closedEarly) }
                return more
            }
            try told(connection) { () throws(StartTLSProblem) in try lines.append(more) }
        }
    }

    /// Runs a part of the dialog.
    private static func told<Value>(
        _ connection: TCPConnection, _ body: () throws(StartTLSProblem) -> Value
    ) throws(ServerChain.Problem) -> Value {
        do throws(StartTLSProblem) { return try body() } catch {
            throw ServerChain.Problem(place: connection.place, reason: .startTLS(error))
        }
    }
}

/// Cuts what a server sends into lines.
private struct LineBuffer {
    /// RFC 5321 §4.5.3.1.5 allows 512 octets; servers are known to send more.
    static let lineLimit = 4096
    /// All lines together.
    static let octetLimit = 64 << 10

    private var octets: [UInt8] = []
    private var octetCount = 0

    var isEmpty: Bool { octets.isEmpty }

    mutating func append(_ more: [UInt8]) throws(StartTLSProblem) {
        octets += more
        octetCount += more.count
        let isLong = octets.count > Self.lineLimit && !octets.contains(0x0a)
        guard !isLong, octetCount <= Self.octetLimit else { throw .tooLong }
    }

    /// The next whole line, without its end.
    mutating func next() -> String? {
        guard let end = octets.firstIndex(of: 0x0a) else { return nil }
        let line = octets[..<end]
        defer { octets.removeSubrange(...end) }
        return String(decoding: line.last == 0x0d ? line.dropLast() : line, as: UTF8.self)
    }
}
