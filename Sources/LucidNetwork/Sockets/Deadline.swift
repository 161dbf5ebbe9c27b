/// The moment until which something must be done. Everything that may wait takes one.
public struct Deadline: Hashable, Sendable {
    private let instant: ContinuousClock.Instant

    /// So long from now on.
    public init(after duration: Duration) {
        // A clock that is added to without a bound would overflow.
        instant = ContinuousClock.now + min(max(duration, .zero), Self.longest)
    }

    private init(_ instant: ContinuousClock.Instant) { self.instant = instant }

    /// A day: what takes longer never ends.
    private static let longest = Duration.seconds(86_400)

    /// The time that is left; zero once it has passed.
    public var remaining: Duration { max(.zero, instant - ContinuousClock.now) }

    /// Whether it has passed.
    public var hasPassed: Bool { instant <= ContinuousClock.now }

    /// The time that is left as `poll` takes it, rounded up, so that a wait never ends before the deadline.
    var milliseconds: Int32 {
        let (seconds, attoseconds) = remaining.components
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    /// The earlier of this one and half of the time that is left: for trying one address when there are others.
    var half: Deadline { Deadline(ContinuousClock.now + remaining / 2) }
}

extension Deadline: Comparable {
    public static func < (a: Deadline, b: Deadline) -> Bool { a.instant < b.instant }
}
