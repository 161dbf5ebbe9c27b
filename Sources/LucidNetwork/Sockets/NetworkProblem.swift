/// Why something in the network could not be reached, or did not answer as it should.
public struct NetworkProblem: Error, Hashable, Sendable {
    /// The place, as it was named: `HOST:PORT`.
    public let place: String
    /// What is wrong.
    public let reason: Reason

    public init(place: String, reason: Reason) {
        self.place = place
        self.reason = reason
    }

    /// What can be wrong.
    public enum Reason: Error, Hashable, Sendable {
        /// No name server knows the host.
        case noSuchHost
        /// The name could not be looked up, in the system's words.
        case lookupFailed(String)
        /// Nothing listens there.
        case refused
        /// No way leads there, in the system's words.
        case unreachable(String)
        /// It took too long.
        case timedOut(Activity)
        /// The other side closed the connection in the middle.
        case closedEarly
        /// The other side broke the connection off.
        case reset
        /// To listen: another program does so already.
        case addressInUse
        /// To listen: the address is none of this machine's.
        case addressNotAvailable
        case permissionDenied
        /// The answer is longer than it may be.
        case tooLong(limit: Int)
        /// Any other error of the system, in its own words.
        case system(String)
    }

    /// What may take too long.
    public enum Activity: Hashable, Sendable { case lookup, connecting, sending, receiving }
}
