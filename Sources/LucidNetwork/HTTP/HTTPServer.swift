/// A small server of HTTP/1.1 (RFC 9112): one request a connection, bodies with a Content-Length, everything bounded.
///
/// One thread waits for all clients at once, so a client that is slow costs a place in a table and no thread; only requests
/// that are whole get one. Where the table is full, the client that has taken longest makes room for a new one.
public struct HTTPServer: Sendable {
    /// Makes the answer to a request. Runs on several threads at once.
    public typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

    /// How long a client may take.
    public struct Times: Hashable, Sendable {
        /// From connecting until its request is whole.
        public var request = Duration.seconds(10)
        /// To take the answer.
        public var answer = Duration.seconds(10)
        /// To close the connection behind the answer.
        public var drain = Duration.seconds(2)
        /// From being asked to stop until clients that are not done are left alone.
        public var stop = Duration.seconds(5)

        public init() {}
    }

    /// A request and what became of it, for a log.
    public struct Exchange: Hashable, Sendable {
        /// The client's address.
        public let peer: HostAndPort?
        /// Nil where the request could not be read.
        public let method: String?
        /// Nil where the request could not be read. Printable ASCII.
        public let target: String?
        public let status: HTTPStatus
    }

    public var limits = HTTPRequestReader.Limits()
    public var times = Times()
    /// The most clients at once.
    public var connectionLimit = 256
    /// The most answers made at once, each on a thread.
    public var threadLimit = 4
    /// The time in seconds since 1970, for the field Date; without it there is none.
    public var clock: (@Sendable () -> Int64)?
    /// Is told every answer that was sent. Runs on the thread that waits, so it must be quick.
    public var log: (@Sendable (Exchange) -> Void)?

    public init() {}

    /// Answers requests until it is asked to stop; then it takes no new clients, finishes what it has begun, and returns.
    public func run(on listener: TCPListener, until stop: StopSwitch, handler: @escaping Handler) throws(NetworkProblem)
    {
        let loop = try HTTPServerLoop(self, listener, stop, handler)
        loop.run()
    }
}
