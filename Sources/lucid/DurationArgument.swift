import ArgumentParser
import LucidX509

/// A length of time on the command line: `90d`, `12h`, `2w`, `1y` (365 days). An option declares it so:
///
///     @Option(help: "…", transform: DurationArgument.parse) var within = DurationArgument(.days(30))
struct DurationArgument: CustomStringConvertible {
    let lifetime: Lifetime

    /// The length in seconds, at least one.
    var seconds: Int64 { lifetime.seconds }

    init(_ lifetime: Lifetime) { self.lifetime = lifetime }

    /// Reads an argument. What is none is refused with a message that says what is allowed.
    static func parse(_ argument: String) throws -> DurationArgument {
        guard let lifetime = Lifetime(argument) else {
            throw ValidationError("allowed is \(Lifetime.allowed(insteadOf: argument))")
        }
        return DurationArgument(lifetime)
    }

    /// Refuses a number of days after which the calendar of certificates, which ends with the year 9999, would be over: it would
    /// be cut short otherwise.
    ///
    /// - Parameter option: where the number was given.
    static func check(days: Int?, option: String = "--days") throws {
        guard let days else { return }
        let (seconds, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400)
        let now = CalendarTime.now
        guard overflow || now.adding(seconds: seconds).secondsSince1970 - now.secondsSince1970 != seconds else {
            return
        }
        throw ValidationError("\(option) \(days) is too large: no certificate can be valid beyond the year 9999")
    }

    var description: String { lifetime.description }
}
