/// A connection to a server over TCP. It is closed when nobody refers to it any more.
///
/// Nothing waits for longer than until a deadline, and a side that goes away is an error, never a signal.
public final class TCPConnection: Sendable {
    /// The place as it was named; errors name it.
    public let place: String
    /// The IP address and the port at the other end.
    public let peer: HostAndPort?
    private let socket: OpenSocket

    private init(_ socket: OpenSocket, place: String, peer: HostAndPort?) {
        self.socket = socket
        self.place = place
        self.peer = peer
    }

    /// Connects to the first of a host's addresses that answers. Each but the last gets half of the time that is left.
    ///
    /// - Throws: what the last address that was tried said, or why the name has no addresses.
    public static func open(_ place: HostAndPort, until deadline: Deadline) throws(NetworkProblem) -> TCPConnection {
        let addresses = try Resolver.addresses(place, until: deadline)
        var reason = NetworkProblem.Reason.noSuchHost
        for (index, address) in addresses.enumerated() {
            let isLast = index == addresses.count - 1
            do throws(NetworkProblem.Reason) {
                let socket = try connect(to: address, until: isLast ? deadline : deadline.half)
                return TCPConnection(socket, place: "\(place)", peer: SystemCalls.place(address))
            } catch {
                reason = error
            }
        }
        throw NetworkProblem(place: "\(place)", reason: reason)
    }

    private static func connect(
        to address: SocketAddress, until deadline: Deadline
    ) throws(NetworkProblem.Reason) -> OpenSocket {
        let socket = OpenSocket(try SystemCalls.open(family: address.family))
        try SystemCalls.beginConnecting(socket.descriptor, to: address)
        guard socket.wait(toSend: true, until: deadline) else { throw .timedOut(.connecting) }
        if let reason = SystemCalls.connectionError(socket.descriptor) { throw reason }
        return socket
    }

    /// Sends all octets.
    public func send(_ bytes: [UInt8], until deadline: Deadline) throws(NetworkProblem) {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch SystemCalls.send(socket.descriptor, rest) {
            case .done(let count): rest = rest.dropFirst(count)
            case .wouldWait:
                guard socket.wait(toSend: true, until: deadline) else { throw problem(.timedOut(.sending)) }
            case .failed(let reason): throw problem(reason)
            }
            if deadline.hasPassed, !rest.isEmpty { throw problem(.timedOut(.sending)) }
        }
    }

    /// Receives what is there, waiting for it where nothing is.
    ///
    /// - Parameter limit: the most octets to receive.
    /// - Returns: from 1 to `limit` octets; none at the end, when the other side has closed the connection.
    public func receive(atMost limit: Int = 16_384, until deadline: Deadline) throws(NetworkProblem) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: max(1, limit))
        while true {
            // Asked first, so that a side that sends octet by octet can not hold anybody beyond the deadline.
            guard !deadline.hasPassed, socket.wait(toSend: false, until: deadline) else {
                throw problem(.timedOut(.receiving))
            }
            switch SystemCalls.receive(socket.descriptor, into: &buffer) {
            case .done(let count): return Array(buffer[..<count])
            case .wouldWait: continue
            case .failed(let reason): throw problem(reason)
            }
        }
    }

    private func problem(_ reason: NetworkProblem.Reason) -> NetworkProblem {
        NetworkProblem(place: place, reason: reason)
    }
}
