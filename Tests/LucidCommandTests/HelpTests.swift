import LucidTestSupport
import Testing

@Suite("The help")
struct HelpTests {
    private static let commands: [[String]] = [
        [], ["show"], ["explain"], ["diff"], ["verify"], ["tamper"], ["evidence"], ["fetch"], ["expiry"], ["convert"],
        ["key", "new"], ["request"], ["request", "new"], ["ca"], ["ca", "init"], ["ca", "issue"], ["ca", "sign"],
        ["ca", "renew"], ["ca", "revoke"], ["ca", "crl"], ["ca", "ocsp"], ["ca", "export"], ["ca", "import"],
    ]

    @Test("shows each example on a line of its own, as it can be copied", arguments: commands)
    func examples(command: [String]) throws {
        let help = try runLucid(command + ["--help"]).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "Examples:"))
        let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
        #expect(!examples.isEmpty)
        var continues = false
        for line in examples {
            #expect(continues || line.hasPrefix("  lucid ") || line.hasPrefix("  openssl "), "\(line)")
            continues = line.hasSuffix("\\")
        }
    }
    @Test(
        "breaks no line before its end, however wide the terminal is",
        arguments: commands + [["demo"], ["self-signed"]])
    func paragraphs(command: [String]) throws {
        let help = try runLucid(command + ["--help"]).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != "Examples:" }
        for (line, next) in zip(lines, lines.dropFirst()) where !line.hasPrefix(" ") && !next.hasPrefix(" ") {
            guard !line.isEmpty, let word = next.split(separator: " ").first else { continue }
            #expect(line.count + 1 + word.count > 79, "“\(line)” has room for “\(word)”")
        }
    }
}
