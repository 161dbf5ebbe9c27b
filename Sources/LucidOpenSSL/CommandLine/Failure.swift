/// Why a command of the openssl face ended: what standard error says, and the exit code, which is openssl's.
struct Failure: Error {
    /// Lines for standard error, without the last line feed. Empty where everything has been said.
    let message: String
    let exitCode: Int32

    /// - Parameter exitCode: 1, as openssl's commands end for everything that goes wrong, where nothing else is said.
    init(_ message: String, exitCode: Int32 = 1) {
        self.message = message
        self.exitCode = exitCode
    }

    /// Wrong arguments, in openssl's words.
    static func usage(_ problem: String, of command: String) -> Failure {
        Failure("\(command): \(problem)\n\(command): Use -help for summary.")
    }

    /// An option that neither openssl nor Lucid has.
    static func unknownOption(_ name: String, of command: String) -> Failure {
        usage("Unknown option: -\(name.drop { $0 == "-" })", of: command)
    }

    /// An option that openssl has and Lucid has not.
    static func missingOption(_ name: String, of command: String, nearest: String) -> Failure {
        Failure("\(command): -\(name) is an option of openssl that Lucid does not have; the nearest is: \(nearest)")
    }
}
