extension OpenSSLCertificate.Extension {
    /// The timestamps of Certificate Transparency: log, time and signature, a line each.
    var timestampLines: [String] {
        var lines: [String] = []
        var signature: Int?
        for line in self.lines {
            if line.hasPrefix("Signature : ") {
                lines.append("signature ")
                signature = lines.count - 1
            } else if let value = value(of: "Log ID", line) {
                lines.append("logID " + value.filter(\.isHexDigit).lowercased())
                signature = lines.count - 1
            } else if let value = value(of: "Timestamp", line) {
                signature = nil
                lines.append("timestamp \(iso(value))")
            } else if !line.contains(" "), let signature {
                lines[signature] += line.filter(\.isHexDigit).lowercased()
            }
        }
        return lines
    }

    private func value(of label: String, _ line: String) -> String? {
        guard line.hasPrefix(label), let colon = line.firstIndex(of: ":") else { return nil }
        return String(line[line.index(after: colon)...]).trimmed
    }

    /// `Jan  1 00:00:00.123 2026 GMT` as `2026-01-01T00:00:00.123Z`.
    private func iso(_ text: String) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 5, let month = months.firstIndex(of: parts[0]) else { return text }
        let twoDigits = { (text: String) in text.count < 2 ? "0" + text : text }
        return "\(parts[3])-\(twoDigits(String(month + 1)))-\(twoDigits(parts[1]))T\(parts[2])Z"
    }
}
