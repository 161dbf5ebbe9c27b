import ArgumentParser

/// How long to wait, on the command line: `10s`, `500ms`, `2m`; a number alone is seconds.
struct TimeoutArgument: ExpressibleByArgument, CustomStringConvertible {
    let duration: Duration
    private let text: String

    private static let units = [("ms", 1), ("s", 1000), ("m", 60_000)]
    /// An hour, in milliseconds.
    private static let longest = 3_600_000

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument.dropFirst(digits.count)
        guard let length = unit.isEmpty ? 1000 : Self.units.first(where: { $0.0 == unit })?.1,
            let count = Int(digits), count > 0, count <= Self.longest / length
        else { return nil }
        duration = .milliseconds(count * length)
        text = argument
    }

    static let tenSeconds = TimeoutArgument(seconds: 10)

    private init(seconds: Int) {
        duration = .seconds(seconds)
        text = "\(seconds)s"
    }

    var description: String { text }
    var defaultValueDescription: String { text }
}
