/// Reads one request from octets as they arrive. It knows no sockets.
public struct HTTPRequestReader: Sendable {
    /// How much a request may have.
    public struct Limits: Hashable, Sendable {
        /// Octets of the request line and the header fields together.
        public var head: Int
        /// Octets of the body.
        public var body: Int

        public init(head: Int = 16 << 10, body: Int = 64 << 10) {
            self.head = head
            self.body = body
        }
    }

    private let limits: Limits
    private var buffer: [UInt8] = []
    /// How much of `buffer` was looked through for the end of the head.
    private var scanned = 0
    private var head: HTTPRequestHead?
    private var bodyLength = 0

    public init(_ limits: Limits = Limits()) { self.limits = limits }

    /// Whether nothing has come yet.
    public var isEmpty: Bool { buffer.isEmpty && head == nil }

    /// Whether the client waits for `100 Continue` before it sends the body, none of which has come.
    public var awaitsContinue: Bool { head?.expectsContinue == true && buffer.isEmpty && bodyLength > 0 }

    /// Takes what has arrived. What follows a whole request is dropped: there is one request a connection.
    ///
    /// - Returns: the request; nil until more has come.
    public mutating func receive(_ octets: some Collection<UInt8>) throws(HTTPRefusal) -> HTTPRequest? {
        buffer += octets
        if head == nil {
            guard let lines = try headLines() else { return nil }
            let head = try HTTPRequestHead(lines)
            bodyLength = try HTTPSyntax.bodyLength(head, limit: limits.body)
            self.head = head
            buffer.removeSubrange(..<scanned)
        }
        guard let head, buffer.count >= bodyLength else { return nil }
        return HTTPRequest(
            method: head.method, target: head.target, fields: head.fields, body: Array(buffer[..<bodyLength]))
    }

    /// The lines of the head once its empty line has come; `scanned` is then where the body begins.
    private mutating func headLines() throws(HTTPRefusal) -> [ArraySlice<UInt8>]? {
        // One empty line in front is passed over: RFC 9112 §2.2.
        let start = buffer.starts(with: [0x0d, 0x0a]) ? 2 : 0
        // What does not begin like a method is no HTTP, and need not be waited for; a TLS hello, for one.
        guard buffer.count <= start || buffer[start] == 0x0d || HTTPSyntax.isTokenCharacter(buffer[start]) else {
            throw HTTPRefusal(.badRequest, "this is no HTTP request")
        }
        while scanned < buffer.count {
            let place = scanned
            guard place < limits.head else { throw tooLong() }
            scanned += 1
            guard buffer[place] == 0x0a else { continue }
            // A line ends with CR LF and nothing else: RFC 9112 §2.2 lets a server be strict.
            guard place > 0, buffer[place - 1] == 0x0d else {
                throw HTTPRefusal(.badRequest, "a line must end with CR LF")
            }
            guard place > start + 1 || place < start else {
                throw HTTPRefusal(.badRequest, "the request line is empty")
            }
            let isHeadEnd = place - start >= 3 && buffer[place - 2] == 0x0a && buffer[place - 3] == 0x0d
            if isHeadEnd { return lines(buffer[start..<(place - 3)]) }
        }
        return nil
    }

    private func lines(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = head
        while let end = rest.firstIndex(of: 0x0a) {
            lines.append(rest[..<(end - 1)])
            rest = rest[(end + 1)...]
        }
        return lines + [rest]
    }

    private func tooLong() -> HTTPRefusal {
        buffer.dropFirst(2).contains(0x0a)
            ? HTTPRefusal(.headerTooLarge, "the header may have \(limits.head) octets")
            : HTTPRefusal(.uriTooLong, "the request line may have \(limits.head) octets")
    }
}
