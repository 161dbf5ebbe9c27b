import LucidOpenSSLConfiguration
import LucidX509

/// What `--explain` says of a result: each of its octets with who put it there, which clients will refuse it and what to change,
/// and which flags had no effect.
struct Explanation {
    /// The result's file, "-" for standard output.
    let file: String
    let rows: [FieldRow]
    /// Flags that were given and changed nothing, each with the reason.
    let unusedFlags: [UnusedFlag]
    /// What clients will say; empty where the result is no certificate.
    let advice: [String]

    /// A flag that changed nothing.
    struct UnusedFlag: Hashable {
        /// As it is typed, such as `-days 365`.
        let flag: String
        let reason: String
    }

    /// Of a new certificate.
    ///
    /// - Parameter issuer: the certificate of who signed it, where it is another's.
    init(
        _ certificate: Certificate, origins: CertificateOrigins, issuer: Certificate?, file: String,
        fixes: ClientFixes, unusedFlags: [UnusedFlag]
    ) {
        self.file = file
        self.unusedFlags = unusedFlags
        rows = FieldRows.of(certificate, origins)
        advice = ClientAdvice.lines(certificate, issuer: issuer, fixes: fixes)
    }

    /// Of a new request.
    init(_ request: CertificateRequest, origins: CertificateOrigins, file: String, unusedFlags: [UnusedFlag]) {
        self.file = file
        self.unusedFlags = unusedFlags
        rows = FieldRows.of(request, origins)
        advice = []
    }

    /// The table and the rest, for standard error.
    func text(octets: [UInt8]) -> String {
        var lines = [
            "", "\(file == "-" ? "The result" : file), \(octets.count) octets of DER, and who put them there:",
        ]
        let reader = ConfigurationLines()
        var columns = [["offset", "length", "octets", "field", "value", "put there by"]]
        for row in rows {
            columns.append([
                String(row.range.lowerBound), String(row.range.count), Self.first(octets, row.range), row.field,
                row.value.safeToShow.shortened(to: 48), row.origin.text(line: reader.line).safeToShow,
            ])
        }
        lines += Self.table(columns)
        if !unusedFlags.isEmpty {
            lines += ["", "Without effect:"]
            lines += unusedFlags.map { "  \($0.flag): \($0.reason)" }
        }
        lines += advice
        return lines.joined(separator: "\n") + "\n"
    }

    /// The first octets of a row, in hexadecimal digits.
    private static func first(_ octets: [UInt8], _ range: Range<Int>) -> String {
        let shown = octets[range.clamped(to: octets.indices)].prefix(6).map { $0.twoDigits.lowercased() }
        return shown.joined(separator: " ") + (range.count > 6 ? " …" : "")
    }

    /// Lines of columns as wide as they need to be; the last one is not filled up.
    private static func table(_ rows: [[String]]) -> [String] {
        guard let count = rows.first?.count else { return [] }
        let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column < 2 ? space + text : column == count - 1 ? text : text + space
            }.joined(separator: "  ")
        }
    }
}

extension String {
    /// The text, cut where it is longer.
    fileprivate func shortened(to count: Int) -> String {
        self.count <= count ? self : String(prefix(count - 1)) + "…"
    }
}
