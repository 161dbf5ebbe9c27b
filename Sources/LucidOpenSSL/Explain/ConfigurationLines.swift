import LucidFiles
import LucidOpenSSLConfiguration

/// The lines of configuration files as they are written, for people.
struct ConfigurationLines {
    /// The line of a place; nil where the file can not be read any more, or is none.
    func line(_ place: ConfigurationPlace) -> String? {
        guard let octets = try? FileReader.read(place.file) else { return nil }
        let lines = octets.split(separator: 0x0a, omittingEmptySubsequences: false)
        guard lines.indices.contains(place.line - 1) else { return nil }
        let text = String(decoding: lines[place.line - 1], as: UTF8.self)
        let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return written.isEmpty ? nil : written
    }
}
