import Synchronization

/// Looks host names up, with a deadline, which the system's resolver does not know.
enum Resolver {
    typealias Lookup = @Sendable (HostAndPort) throws(NetworkProblem) -> [SocketAddress]

    /// The addresses of a place, at least one.
    static func addresses(_ place: HostAndPort, until deadline: Deadline) throws(NetworkProblem) -> [SocketAddress] {
        // An IP address needs no resolver, and no thread.
        if let addresses = try? SystemCalls.addresses(place, isNumeric: true, toListen: false) { return addresses }
        return try addresses(place, until: deadline) { place throws(NetworkProblem) in
            try SystemCalls.addresses(place, isNumeric: false, toListen: false)
        }
    }

    /// Asks on a thread of its own. One that answers too late is left to end by itself; its answer is dropped.
    static func addresses(
        _ place: HostAndPort, until deadline: Deadline, lookup: @escaping Lookup
    ) throws(NetworkProblem) -> [SocketAddress] {
        let answer = Answer()
        do throws(NetworkProblem.Reason) {
            let isAnswered = try WakePipe()
            try SystemThread.start {
                let result: Result<[SocketAddress], NetworkProblem>
                do throws(NetworkProblem) { result = .success(try lookup(place)) } catch { result = .failure(error) }
                answer.result.withLock { $0 = result }
                isAnswered.wake()
            }
            guard isAnswered.wait(until: deadline) else { throw .timedOut(.lookup) }
        } catch {
            throw NetworkProblem(place: "\(place)", reason: error)
        }
        guard let result = answer.result.withLock({ $0 }) else {
            throw NetworkProblem(place: "\(place)", reason: .timedOut(.lookup))
        }
        let addresses = try result.get()
        guard !addresses.isEmpty else { throw NetworkProblem(place: "\(place)", reason: .noSuchHost) }
        return addresses
    }

    /// Where the thread leaves its answer.
    private final class Answer: Sendable {
        let result = Mutex<Result<[SocketAddress], NetworkProblem>?>(nil)
    }
}
