/// One of openssl's commands: `req`, `x509` and the others, each in a file of its own.
protocol FaceCommand: SendableMetatype {
    /// As openssl calls it.
    static var name: String { get }
    /// One line for the list of commands.
    static var abstract: String { get }
    /// Every option that openssl 3.0 documents for it, those that Lucid does not have too.
    static var options: [OptionDefinition] { get }
    /// What stands behind the options in the help, such as `[file...]`; empty where nothing may.
    static var operands: String { get }
    /// Whether a name that no option has means something, as `-sha256` does.
    static func isOther(_ option: String) -> Bool
    /// Whether the command has an `-explain` of its own; for the others the face says what explains files.
    static var explains: Bool { get }
    /// Does the work. Returns the exit code.
    static func run(_ arguments: Arguments) throws(Failure) -> Int32
}

extension FaceCommand {
    static var operands: String { "" }
    static func isOther(_ option: String) -> Bool { false }
    static var explains: Bool { options.contains { $0.name == UnexplainedResult.option.name } }

    /// What the command line may have: the command's own options, and `-explain` in any case.
    static var allOptions: [OptionDefinition] { explains ? options : options + [UnexplainedResult.option] }

    /// What `-help` prints.
    static var help: String {
        let rows = (allOptions + [.flag("help", "what you are reading")]).filter { $0.nearest == nil }.map { option in
            let form = " -\(option.name)" + (option.value.map { " \($0)" } ?? "")
            let gap =
                form.count < 24
                ? String(repeating: " ", count: 24 - form.count) : "\n" + String(repeating: " ", count: 24)
            return form + gap + option.help
        }
        let usage = "Usage: lucid openssl \(name) [options]" + (operands.isEmpty ? "" : " \(operands)")
        return ([usage, abstract, "Options:"] + rows).joined(separator: "\n")
    }
}
