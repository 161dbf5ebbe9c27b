import LucidTestSupport

/// What the faces print, without what is another thing each time: serial numbers, times, new keys and signatures.
enum FaceOutput {
    /// Standard output: the texts as they are, and of PEM blocks their kind.
    static func comparable(_ text: String) -> String {
        var lines: [String] = []
        var hides = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("-----BEGIN") { lines.append(line) }
            if line.hasPrefix("-----BEGIN") || line.hasPrefix("-----END") {
                hides = line.hasPrefix("-----BEGIN")
                continue
            }
            if hides || isHexadecimal(line) { continue }
            lines.append(withoutTime(withoutNumber(line)))
        }
        return lines.joined(separator: "\n")
    }

    /// Standard error, without openssl's queue of errors and the dots that go with a new key.
    static func comparableTalk(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !line.contains(":error:") && !(line.count > 5 && line.allSatisfy { ".+*".contains($0) })
        }.joined(separator: "\n").drop { ".+*\n".contains($0) }.description
    }

    /// A line of a key, a signature or a long serial number; those of key identifiers have capitals.
    private static func isHexadecimal(_ line: String) -> Bool {
        let octets = line.drop { $0 == " " }
        return !octets.isEmpty && octets.contains(":") && octets.allSatisfy { "0123456789abcdef:".contains($0) }
            || octets.count == 2 && octets.allSatisfy(\.isHexDigit)
    }

    private static func withoutNumber(_ line: String) -> String {
        let isLong = line.hasPrefix("serial=") && line.count > 30
        return isLong || line.count == 40 && line.allSatisfy(\.isHexDigit) ? "serial=" : line
    }

    private static func withoutTime(_ line: String) -> String {
        line.replacing(/[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\d{4}) GMT/) { "time of \($0.output.1)" }
    }
}
