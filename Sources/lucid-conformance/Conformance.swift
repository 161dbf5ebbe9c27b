/// The command line: which suite, and which files.
enum Conformance {
    /// A test suite that can be run: each gets the files' names, and gives the exit code.
    private static let suites: [(name: String, usage: String, run: @Sendable ([String]) -> Int32)] = [
        ("wycheproof", "wycheproof FILE...", WycheproofSuite.run)
    ]

    /// The exit codes.
    static let passed: Int32 = 0
    static let failed: Int32 = 1
    static let unusable: Int32 = 2

    static func run(arguments: [String]) -> Int32 {
        guard let name = arguments.first else { return complain("which suite is to be run?") }
        if ["-h", "--help", "help"].contains(name) {
            print(usage)
            return passed
        }
        guard let suite = suites.first(where: { $0.name == name }) else { return complain("no suite is named \(name)") }
        let files = Array(arguments.dropFirst())
        if let option = files.first(where: { $0.hasPrefix("-") && $0 != "-" }) {
            return complain("\(suite.name) has no option \(option)")
        }
        guard !files.isEmpty else { return complain("\(suite.name) needs files") }
        return suite.run(files)
    }

    private static var usage: String {
        suites.map { "usage: lucid-conformance \($0.usage)" }.joined(separator: "\n")
    }

    private static func complain(_ sentence: String) -> Int32 {
        Console.complain("lucid-conformance: \(sentence)\n\(usage)")
        return unusable
    }
}
