/// Listens for connections over TCP. It stops when nobody refers to it any more.
public final class TCPListener: Sendable {
    /// The place as it was named.
    public let place: String
    /// The IP addresses and ports listened on; the port is the real one where any free one was asked for.
    public let addresses: [HostAndPort]
    let sockets: [OpenSocket]

    /// Listens on all addresses of a host: for `localhost` these may be 127.0.0.1 and ::1.
    ///
    /// - Parameter place: port 0 takes any free port, the same one for all addresses.
    public init(_ place: HostAndPort) throws(NetworkProblem) {
        self.place = "\(place)"
        var sockets: [OpenSocket] = []
        var port = place.port
        var reason = NetworkProblem.Reason.noSuchHost
        for address in try SystemCalls.addresses(place, isNumeric: false, toListen: true) {
            do throws(NetworkProblem.Reason) {
                let socket = OpenSocket(try SystemCalls.open(family: address.family))
                try SystemCalls.listen(socket.descriptor, on: address.with(port: port))
                sockets.append(socket)
                port = SystemCalls.localPlace(socket.descriptor)?.port ?? port
            } catch {
                // A machine without IPv6 still knows the address ::1 of localhost; the others do then.
                reason = error
                if error == .addressInUse { break }
            }
        }
        if sockets.isEmpty || reason == .addressInUse { throw NetworkProblem(place: "\(place)", reason: reason) }
        self.sockets = sockets
        addresses = sockets.compactMap { SystemCalls.localPlace($0.descriptor) }
    }
}
