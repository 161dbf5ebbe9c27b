import LucidDER

/// What ends when, for people and as JSON.
public enum ExpiryReport {
    /// A line for each item, and one that counts them; nil for an empty list.
    public static func text(_ list: ExpiryList, within: String, style: TextStyle = .plain) -> String? {
        let items = list.items
        guard !items.isEmpty else { return nil }
        let distances = items.map { Expiry.distance(from: list.time, to: $0.end) }
        let names = items.map { ($0.kind == .certificate ? "" : "revocation list of ") + $0.name.safeToShow }
        let distanceWidth = distances.map(\.count).max() ?? 0
        let nameWidth = min(names.map(\.count).max() ?? 0, 48)
        var lines: [String] = []
        for (item, (distance, name)) in zip(items, zip(distances, names)) {
            let end = "\(mark(list.state(item), style)) \(item.end)  \(distance.padded(to: distanceWidth))"
            lines.append("\(end)  \(style.strong(name.padded(to: nameWidth)))  \(places(item.places))")
        }
        let counts = Dictionary(grouping: items, by: list.state).mapValues(\.count)
        let summary =
            "\(counts[.ended] ?? 0) ended, \(counts[.soon] ?? 0) more within \(within), \(counts[.later] ?? 0) later"
        return (lines + [summary]).joined(separator: "\n")
    }

    private static func mark(_ state: ExpiryList.State, _ style: TextStyle) -> String {
        switch state {
        case .ended: style.bad("✗")
        case .soon: style.warning("!")
        case .later: style.good("✓")
        }
    }

    private static func places(_ places: [ExpiryList.Place]) -> String {
        let first = places.first?.shown ?? ""
        return places.count < 2 ? first : "\(first), and \(counted(places.count - 1, "other place"))"
    }

    /// An array. Its members are documented in `Documentation/json.md`.
    public static func json(_ list: ExpiryList) -> JSONValue {
        .array(
            list.items.map { item in
                .object([
                    "kind": .string(item.kind.rawValue), "name": .string(item.name),
                    "issuer": item.issuer.map { .string($0) }, "serialNumber": item.serialNumber.map { .string($0) },
                    "sha256": .string(item.sha256), "ends": .string("\(item.end)"),
                    "secondsLeft": .number(Int(item.end.secondsSince1970 - list.time.secondsSince1970)),
                    "state": .string(list.state(item).rawValue), "places": .array(item.places.map(\.json)),
                ])
            })
    }
}

extension ExpiryList.Place {
    /// For people.
    fileprivate var shown: String {
        switch self {
        case .file(let path, let line): path.safeToShow + (line.map { ", line \($0)" } ?? "")
        case .server(let place, let number): "\(place.safeToShow), certificate \(number)"
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .file(let path, let line):
            .object(["file": .string(path), "line": line.map { .number($0) }])
        case .server(let place, let number):
            .object(["server": .string(place), "number": .number(number)])
        }
    }
}
