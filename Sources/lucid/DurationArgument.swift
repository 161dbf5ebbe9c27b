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

    var description: String { lifetime.description }
}
