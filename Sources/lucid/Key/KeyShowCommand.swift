import ArgumentParser
import LucidX509

struct KeyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows keys; secret numbers only with --secret.",
        discussion: """
            Examples:
              lucid key show server-key.pem
              lucid key show --secret --json server-key.pem
            """)

    @OptionGroup var show: ShowOptions

    func run() throws { try show.run() }
}
