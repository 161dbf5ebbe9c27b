/// The command line: which suite, and which files.
enum Conformance {
    /// A test suite that can be run.
    struct Suite: Sendable {
        let name: String
        /// What follows the name, for people.
        let usage: String
        /// How many files and folders it takes.
        let fileCounts: ClosedRange<Int>
        /// The options that it knows; each takes a value.
        var options: Set<String> = []
        /// Runs it and gives the exit code.
        let run: @Sendable (Arguments) -> Int32
    }

    /// What stands behind a suite's name.
    struct Arguments: Sendable {
        var files: [String] = []
        var options: [String: String] = [:]

        var outputs: PathReport.Outputs { .init(json: options["--json"], evidence: options["--evidence"]) }
    }

    private static let suites = [
        Suite(
            name: "wycheproof", usage: "FILE... [--evidence OUT]", fileCounts: 1...Int.max, options: ["--evidence"]
        ) { WycheproofSuite.run(files: $0.files, evidence: $0.options["--evidence"]) },
        Suite(
            name: "limbo", usage: "FILE [--json OUT] [--evidence OUT]", fileCounts: 1...1,
            options: ["--json", "--evidence"]
        ) { LimboSuite.run(file: $0.files[0], $0.outputs) },
        Suite(
            name: "pkits", usage: "DIR EXPECTED.json [--json OUT] [--evidence OUT]", fileCounts: 2...2,
            options: ["--json", "--evidence"]
        ) { PKITSSuite.run(folder: $0.files[0], expectations: $0.files[1], $0.outputs) },
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
        do throws(Unusable) {
            return suite.run(try read(arguments.dropFirst(), for: suite))
        } catch { return complain(error.sentence) }
    }

    private static func read(_ words: ArraySlice<String>, for suite: Suite) throws(Unusable) -> Arguments {
        var arguments = Arguments()
        var rest = words
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") && word != "-" else {
                arguments.files.append(word)
                continue
            }
            guard suite.options.contains(word) else { throw Unusable("\(suite.name) has no option \(word)") }
            guard let value = rest.popFirst() else { throw Unusable("\(word) needs a value") }
            arguments.options[word] = value
        }
        guard suite.fileCounts.contains(arguments.files.count) else {
            throw Unusable("\(suite.name) is given \(arguments.files.count) files, but takes \(suite.usage)")
        }
        return arguments
    }

    private static var usage: String {
        suites.map { "usage: lucid-conformance \($0.name) \($0.usage)" }.joined(separator: "\n")
    }

    private static func complain(_ sentence: String) -> Int32 {
        Console.complain("lucid-conformance: \(sentence)\n\(usage)")
        return unusable
    }
}

/// A command line or a file that nothing can be run from.
struct Unusable: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}
