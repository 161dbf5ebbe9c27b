#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The system calls that this layer makes, each with its error as a Swift error. Nothing else here is platform-dependent.

extension NetworkProblem.Reason {
    init(errorNumber: Int32) {
        switch errorNumber {
        case ECONNREFUSED: self = .refused
        case EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN: self = .unreachable(SystemCalls.words(errorNumber))
        case ETIMEDOUT: self = .timedOut(.connecting)
        case ECONNRESET, ECONNABORTED, EPIPE: self = .reset
        case EADDRINUSE: self = .addressInUse
        case EADDRNOTAVAIL: self = .addressNotAvailable
        case EACCES, EPERM: self = .permissionDenied
        default: self = .system(SystemCalls.words(errorNumber))
        }
    }
}

enum SystemCalls {
    /// The system's words for an error.
    static func words(_ errorNumber: Int32) -> String { unsafe String(cString: strerror(errorNumber)) }

    /// What a call that did not end well says.
    private static func lastReason() -> NetworkProblem.Reason { .init(errorNumber: errno) }

    /// What came of a call that never waits.
    enum Outcome: Hashable {
        /// So many octets; to receive none is the end.
        case done(Int)
        /// Not now.
        case wouldWait
        case failed(NetworkProblem.Reason)
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif

    // MARK: Names

    /// The addresses of a host, in the order to try them in. Waits as long as the system's resolver does.
    ///
    /// - Parameter isNumeric: take the host as an IP address and ask nobody.
    /// - Parameter toListen: addresses to listen on.
    static func addresses(
        _ place: HostAndPort, isNumeric: Bool, toListen: Bool
    ) throws(NetworkProblem) -> [SocketAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_family = AF_UNSPEC
        unsafe hints.ai_socktype = stream
        unsafe hints.ai_flags = AI_NUMERICSERV | (isNumeric ? AI_NUMERICHOST : 0) | (toListen ? AI_PASSIVE : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = unsafe getaddrinfo(place.host, String(place.port), &hints, &list)
        guard status == 0 else {
            let isUnknown = status == EAI_NONAME || status == noAddress
            let words = status == EAI_SYSTEM ? words(errno) : unsafe String(cString: gai_strerror(status))
            throw NetworkProblem(place: "\(place)", reason: isUnknown ? .noSuchHost : .lookupFailed(words))
        }
        defer { unsafe freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = unsafe list
        while let entry = unsafe next {
            let octets = unsafe UnsafeRawBufferPointer(
                start: entry.pointee.ai_addr, count: Int(entry.pointee.ai_addrlen))
            let address = unsafe SocketAddress(family: entry.pointee.ai_family, octets: Array(octets))
            if !found.contains(address) { found.append(address) }
            unsafe next = entry.pointee.ai_next
        }
        return found
    }

    /// `EAI_NODATA`, a name without addresses, which Glibc shows to those who ask for GNU's extensions only.
    #if canImport(Darwin)
        private static let noAddress = EAI_NODATA
    #else
        private static let noAddress: Int32 = -5
    #endif

    /// The IP address and the port of a socket address.
    static func place(_ address: SocketAddress) -> HostAndPort? {
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
        let status = unsafe address.withPointer { pointer, length in
            unsafe getnameinfo(
                pointer, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
                NI_NUMERICHOST | NI_NUMERICSERV)
        }
        guard status == 0, let number = UInt16(text(port)) else { return nil }
        return HostAndPort(host: text(host), port: number)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    // MARK: Sockets

    /// A new socket that never waits, is closed in programs that this one starts, and raises no SIGPIPE.
    static func open(family: Int32) throws(NetworkProblem.Reason) -> Int32 {
        let descriptor = socket(family, stream, Int32(IPPROTO_TCP))
        guard descriptor >= 0 else { throw lastReason() }
        do throws(NetworkProblem.Reason) { try prepare(descriptor) } catch {
            shut(descriptor)
            throw error
        }
        return descriptor
    }

    private static func prepare(_ descriptor: Int32) throws(NetworkProblem.Reason) {
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0,
            fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0
        else { throw lastReason() }
        #if canImport(Darwin)
            switchOn(descriptor, SO_NOSIGPIPE)
        #endif
    }

    private static func switchOn(_ descriptor: Int32, _ option: Int32, level: Int32 = SOL_SOCKET) {
        var on: Int32 = 1
        _ = unsafe setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Begins to connect. Whether that ended well is known when the socket can be written to; see `connectionError`.
    static func beginConnecting(_ descriptor: Int32, to address: SocketAddress) throws(NetworkProblem.Reason) {
        let status = unsafe address.withPointer { unsafe connect(descriptor, $0, $1) }
        // A call that a signal interrupts goes on in the background, as one that would wait does.
        guard status == 0 || errno == EINPROGRESS || errno == EINTR else { throw lastReason() }
    }

    /// Why a socket that is done with connecting has no connection; nil where it has one.
    static func connectionError(_ descriptor: Int32) -> NetworkProblem.Reason? {
        var error: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 else { return lastReason() }
        return error == 0 ? nil : .init(errorNumber: error)
    }

    /// Listens. A port that was used a moment ago can be used again.
    static func listen(_ descriptor: Int32, on address: SocketAddress) throws(NetworkProblem.Reason) {
        switchOn(descriptor, SO_REUSEADDR)
        if address.family == AF_INET6 { switchOn(descriptor, Int32(IPV6_V6ONLY), level: Int32(IPPROTO_IPV6)) }
        guard unsafe address.withPointer({ unsafe bind(descriptor, $0, $1) }) == 0 else { throw lastReason() }
        guard beginListening(descriptor, SOMAXCONN) == 0 else { throw lastReason() }
    }

    /// The address that a socket listens on.
    static func localPlace(_ descriptor: Int32) -> HostAndPort? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let octets: [UInt8]? = unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            guard let base = bytes.baseAddress,
                unsafe getsockname(descriptor, base.assumingMemoryBound(to: sockaddr.self), &length) == 0
            else { return nil }
            return unsafe Array(bytes.prefix(Int(length)))
        }
        return octets.flatMap { place(SocketAddress(family: Int32(storage.ss_family), octets: $0)) }
    }

    /// The next connection of a listening socket: its descriptor and who is at the other end. Nil when there is none now, or
    /// when the one that was there is gone.
    static func acceptNext(_ descriptor: Int32) throws(NetworkProblem.Reason) -> (
        descriptor: Int32, peer: HostAndPort?
    )? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let (accepted, octets): (Int32, [UInt8]) = unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            guard let base = bytes.baseAddress else { return (-1, []) }
            let accepted = unsafe accept(descriptor, base.assumingMemoryBound(to: sockaddr.self), &length)
            return unsafe (accepted, accepted < 0 ? [] : Array(bytes.prefix(Int(length))))
        }
        guard accepted >= 0 else {
            // What Linux reports here besides are errors of a connection that is already gone.
            if [EMFILE, ENFILE, ENOBUFS, ENOMEM, EBADF, EINVAL].contains(errno) { throw lastReason() }
            return nil
        }
        do throws(NetworkProblem.Reason) { try prepare(accepted) } catch {
            shut(accepted)
            throw error
        }
        return (accepted, place(SocketAddress(family: Int32(storage.ss_family), octets: octets)))
    }

    /// Receives what is there, at most as much as the buffer holds.
    static func receive(_ descriptor: Int32, into buffer: inout [UInt8]) -> Outcome {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        return outcome(count)
    }

    /// Sends as much as can be sent now.
    static func send(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Outcome {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        return outcome(unsafe bytes.withUnsafeBytes { unsafe sendSome(descriptor, $0.baseAddress, $0.count, flags) })
    }

    private static func outcome(_ count: Int) -> Outcome {
        if count >= 0 { return .done(count) }
        if [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) { return .wouldWait }
        return .failed(lastReason())
    }

    /// Says that nothing more will be sent.
    static func endSending(_ descriptor: Int32) { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    static func shut(_ descriptor: Int32) { _ = close(descriptor) }

    // MARK: Waiting

    /// A descriptor to wait for.
    struct Interest: Hashable {
        let descriptor: Int32
        let toSend: Bool
    }

    /// Waits until something can be done, or for so many milliseconds. Returns, for each of them, whether it is ready; none is
    /// after a signal.
    static func wait(for interests: [Interest], milliseconds: Int32) -> [Bool] {
        var entries = interests.map {
            pollfd(fd: $0.descriptor, events: Int16($0.toSend ? POLLOUT : POLLIN), revents: 0)
        }
        guard unsafe poll(&entries, nfds_t(entries.count), milliseconds) > 0 else {
            return interests.map { _ in false }
        }
        return entries.map { $0.revents != 0 }
    }

    /// Two ends of a pipe that never wait: the one to read from, the one to write to.
    static func makePipe() throws(NetworkProblem.Reason) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw lastReason() }
        for end in ends { try prepare(end) }
        return (ends[0], ends[1])
    }

    /// Wakes who waits for the other end of a pipe. May be called from a signal's handler.
    static func wake(_ descriptor: Int32) {
        var octet: UInt8 = 0
        _ = unsafe write(descriptor, &octet, 1)
    }

    /// Takes away what `wake` has written.
    static func drain(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 64)
        while unsafe buffer.withUnsafeMutableBytes({ unsafe read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
    }
}

/// The system's `listen` and `send`, which inside the type would be taken for its methods.
private func beginListening(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }

private func sendSome(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    unsafe send(descriptor, bytes, count, flags)
}
