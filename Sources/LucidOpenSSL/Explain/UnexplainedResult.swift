/// What `-explain` says where a command line makes nothing of which there is a table of who put what there.
enum UnexplainedResult {
    /// One line for standard error.
    ///
    /// - Parameter result: what the command line makes all the same, such as "a CRL"; nil where it makes nothing.
    static func line(of command: String, making result: String? = nil) -> String {
        let reason = result.map { "who put what into \($0) is not told" } ?? "nothing is made here"
        return "\(command) -explain: \(reason); `lucid explain FILE` explains what is there byte by byte\n"
    }

    /// The option, for the commands that know nothing more to say.
    static let option = OptionDefinition.flag("explain", "Lucid's own: say what explains files")
}
