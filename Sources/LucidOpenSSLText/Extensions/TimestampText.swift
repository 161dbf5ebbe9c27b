/// Signed certificate timestamps (RFC 6962 §3.3).
enum TimestampText {
    static func list(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard element.tag == .octetString, let timestamps = timestamps(in: Array(element.octets)) else {
            return .malformed
        }
        var lines = TextOutput()
        for (index, timestamp) in timestamps.enumerated() {
            if index > 0 { lines.endLine() }
            write(timestamp, indent: around.indent, to: &lines)
        }
        return .lines(lines)
    }

    private struct Timestamp {
        var version: UInt8 = 0
        var all: [UInt8] = []
        var log: [UInt8] = []
        var milliseconds: UInt64 = 0
        var extensions: [UInt8] = []
        var hash: UInt8 = 0, algorithm: UInt8 = 0
        var signature: [UInt8] = []
    }

    /// Octets that are read from the front.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        mutating func number(_ count: Int) -> UInt64? { take(count)?.reduce(0) { $0 << 8 | UInt64($1) } }

        /// What stands behind a length of two octets.
        mutating func vector() -> [UInt8]? {
            guard let count = number(2) else { return nil }
            return take(Int(count)).map(Array.init)
        }
    }

    private static func timestamps(in octets: [UInt8]) -> [Timestamp]? {
        var reader = Reader(rest: octets[...])
        guard let list = reader.vector(), reader.rest.isEmpty else { return nil }
        reader = Reader(rest: list[...])
        var found: [Timestamp] = []
        while !reader.rest.isEmpty {
            guard let one = reader.vector(), let timestamp = timestamp(one) else { return nil }
            found.append(timestamp)
        }
        return found
    }

    private static func timestamp(_ octets: [UInt8]) -> Timestamp? {
        var reader = Reader(rest: octets[...])
        var found = Timestamp()
        guard let version = reader.take(1)?.first else { return nil }
        (found.version, found.all) = (version, octets)
        guard version == 0 else { return found }
        guard let log = reader.take(32), let time = reader.number(8), let extensions = reader.vector(),
            let hash = reader.take(1)?.first, let algorithm = reader.take(1)?.first, let signature = reader.vector(),
            reader.rest.isEmpty
        else { return nil }
        (found.log, found.milliseconds, found.extensions) = (Array(log), time, extensions)
        (found.hash, found.algorithm, found.signature) = (hash, algorithm, signature)
        // RFC 6962 §2.1.4 knows SHA-256 with RSA and with ECDSA.
        guard hash == 4, algorithm == 1 || algorithm == 3, !signature.isEmpty else { return nil }
        return found
    }

    private static func write(_ timestamp: Timestamp, indent: Int, to lines: inout TextOutput) {
        func title(_ text: String) {
            lines.endLine()
            lines.indent(indent + 4)
            lines.put(text)
        }
        lines.indent(indent)
        lines.put("Signed Certificate Timestamp:")
        title("Version   : ")
        guard timestamp.version == 0 else {
            lines.put("unknown\n")
            lines.indent(indent + 16)
            dump(timestamp.all, indent: indent + 16, to: &lines)
            return
        }
        lines.put("v1 (0x0)")
        title("Log ID    : ")
        dump(timestamp.log, indent: indent + 16, to: &lines)
        title("Timestamp : ")
        lines.put(time(timestamp.milliseconds))
        title("Extensions: ")
        if timestamp.extensions.isEmpty {
            lines.put("none")
        } else {
            dump(timestamp.extensions, indent: indent + 16, to: &lines)
        }
        title("Signature : ")
        lines.put(timestamp.algorithm == 3 ? "ecdsa-with-SHA256" : "sha256WithRSAEncryption")
        lines.endLine()
        lines.indent(indent + 16)
        dump(timestamp.signature, indent: indent + 16, to: &lines)
    }

    /// Sixteen octets a line; the first line is begun already.
    private static func dump(_ octets: [UInt8], indent: Int, to lines: inout TextOutput) {
        for (index, octet) in octets.enumerated() {
            if index > 0, index % 16 == 0 {
                lines.endLine()
                lines.indent(indent)
            }
            lines.put(octet.upperHex + (index == octets.count - 1 ? "" : ":"))
        }
    }

    /// `Jan  1 00:00:00.123 2026 GMT` from milliseconds since 1970; empty behind the year 9999.
    private static func time(_ milliseconds: UInt64) -> String {
        guard let days = Int(exactly: milliseconds / 86_400_000), days < 2_932_897 else { return "" }
        // Days since 0000-03-01, so that a leap day is the last of its year.
        let shifted = days + 719_468
        let era = shifted / 146_097, dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let rest = Int(milliseconds % 86_400_000)
        func digits(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let text =
            digits(year, 4) + digits(month, 2) + digits(day, 2) + digits(rest / 3_600_000, 2)
            + digits(rest / 60_000 % 60, 2) + digits(rest / 1000 % 60, 2) + "." + digits(rest % 1000, 3) + "Z"
        return TimeParts(Array(text.utf8)[...], isGeneralized: true)?.text(.rfc822) ?? ""
    }
}
