import Foundation

extension String {
    /// Without white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// `0a0b` as openssl writes it: `0A:0B`.
    var colonSeparated: String {
        let digits = Array(uppercased())
        return stride(from: 0, to: digits.count - 1, by: 2).map { String(digits[$0...$0 + 1]) }.joined(separator: ":")
    }
}

/// The octets of openssl's hex dump lines, `0000 - 30 17 30 08 06 06 04 00-8e 46 01 01 30   0.0......F..0`, as digits.
func octets(ofDump lines: [String]) -> String {
    lines.map { line in
        guard let dash = line.range(of: " - ") else { return "" }
        return line[dash.upperBound...].prefix(39).filter(\.isHexDigit)
    }.joined()
}
