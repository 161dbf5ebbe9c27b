/// Command lines of `ca` that are run by both sides in folders that begin alike.
struct AuthorityCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// Lines of the configuration that are others, by the name of the value; an empty text takes the line out.
    var settings: [String: String] = [:]
    /// Files beside the usual ones.
    var files: [String: String] = [:]
    /// Lines of shell.
    let lines: [String]
    /// What Lucid says that openssl does not, or says otherwise: then only exit codes and files are compared.
    var differs: String?

    init(
        _ name: String, settings: [String: String] = [:], files: [String: String] = [:], differs: String? = nil,
        _ lines: String...
    ) {
        (self.name, self.settings, self.files, self.differs, self.lines) = (name, settings, files, differs, lines)
    }

    var testDescription: String { name }

    /// The configuration with the case's own lines.
    var configuration: String {
        AuthorityMaterial.configuration.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            line -> [String] in
            let key = line.split(separator: "=").first.map { $0.filter { $0 != " " } } ?? ""
            // New lines stand at the beginning of the CA's section.
            if line == "[ CA_default ]" {
                let known = AuthorityMaterial.configuration
                let new = settings.filter { !known.contains("\n\($0.key) = ") && !$0.value.isEmpty }
                return ["[ CA_default ]"] + new.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
            }
            guard let value = settings[String(key)], line.contains("=") else { return [String(line)] }
            return value.isEmpty ? [] : ["\(key) = \(value)"]
        }.joined(separator: "\n")
    }
}

import Testing
