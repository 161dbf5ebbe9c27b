/// A client of the server, and how far it has come. One thread works with it; it never waits.
final class HTTPConnection {
    /// What is being done.
    enum Phase {
        /// The request is arriving.
        case reading(HTTPRequestReader)
        /// The request is whole, and its answer being made.
        case handling(HTTPRequest)
        /// The answer is leaving.
        case sending(ArraySlice<UInt8>)
        /// The answer has left. What the client still sends is thrown away until it closes: were the connection closed before,
        /// the client could lose the answer (RFC 9112 §9.6).
        case draining
        case closed
    }

    private let socket: OpenSocket
    let peer: HostAndPort?
    private(set) var phase: Phase
    /// When the client's patience ends; nil while the server is the one who is waited for.
    private(set) var deadline: Deadline?
    private let times: HTTPServer.Times
    private var hasSaidContinue = false
    private var drainedCount = 0

    init(_ descriptor: Int32, peer: HostAndPort?, limits: HTTPRequestReader.Limits, times: HTTPServer.Times) {
        socket = OpenSocket(descriptor)
        self.peer = peer
        self.times = times
        phase = .reading(HTTPRequestReader(limits))
        deadline = Deadline(after: times.request)
    }

    /// What there is to wait for; nil while the answer is being made.
    var interest: SystemCalls.Interest? {
        switch phase {
        case .reading, .draining: .init(descriptor: socket.descriptor, toSend: false)
        case .sending: .init(descriptor: socket.descriptor, toSend: true)
        case .handling, .closed: nil
        }
    }

    var isClosed: Bool { if case .closed = phase { true } else { false } }

    /// Whether nothing was received from it.
    var isIdle: Bool { if case .reading(let reader) = phase { reader.isEmpty } else { false } }

    /// How little is lost where the connection is given up for another one: the lowest first; nil for never.
    var expendability: Int? {
        switch phase {
        case .draining, .closed: 0
        case .reading: 1
        case .sending: 2
        case .handling: nil
        }
    }

    /// Goes on after a wait.
    ///
    /// - Returns: the request where it is whole now, or why it is refused.
    func proceed(_ buffer: inout [UInt8]) -> Result<HTTPRequest, HTTPRefusal>? {
        switch phase {
        case .reading(var reader):
            switch SystemCalls.receive(socket.descriptor, into: &buffer) {
            case .wouldWait: return nil
            case .failed, .done(0):
                close()
                return nil
            case .done(let count): return take(buffer[..<count], &reader)
            }
        case .sending(let rest): send(rest)
        case .draining: drain(&buffer)
        case .handling, .closed: break
        }
        return nil
    }

    private func take(_ octets: ArraySlice<UInt8>, _ reader: inout HTTPRequestReader) -> Result<
        HTTPRequest, HTTPRefusal
    >? {
        // The reader is the only one with its buffer, so that it grows in place.
        phase = .closed
        do throws(HTTPRefusal) {
            guard let request = try reader.receive(octets) else {
                if reader.awaitsContinue, !hasSaidContinue {
                    hasSaidContinue = true
                    _ = SystemCalls.send(socket.descriptor, Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)[...])
                }
                phase = .reading(reader)
                return nil
            }
            phase = .handling(request)
            deadline = nil
            return .success(request)
        } catch {
            return .failure(error)
        }
    }

    /// Sends the answer, as much as can be sent now.
    func answer(_ octets: [UInt8]) {
        deadline = Deadline(after: times.answer)
        send(octets[...])
    }

    private func send(_ octets: ArraySlice<UInt8>) {
        var rest = octets
        while !rest.isEmpty {
            switch SystemCalls.send(socket.descriptor, rest) {
            case .done(let count): rest = rest.dropFirst(count)
            case .failed: return close()
            case .wouldWait:
                phase = .sending(rest)
                return
            }
        }
        SystemCalls.endSending(socket.descriptor)
        phase = .draining
        deadline = Deadline(after: times.drain)
    }

    private func drain(_ buffer: inout [UInt8]) {
        switch SystemCalls.receive(socket.descriptor, into: &buffer) {
        case .wouldWait: break
        case .failed, .done(0): close()
        case .done(let count):
            drainedCount += count
            if drainedCount > Self.drainLimit { close() }
        }
    }

    private static let drainLimit = 1 << 20

    func close() { phase = .closed }
}
