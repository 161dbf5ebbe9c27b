import ArgumentParser
import LucidX509

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains every octet of certificates, as a page for a browser.",
        discussion: """
            The page has each field with its ASN.1 type, its octets, its value, a sentence and the clause of the standard, and the
            octets and the PEM text linked with them. It needs no network and no other file. Several certificates are drawn as the
            chain that they make.

            Examples:
              lucid explain --html server.html server.pem
              lucid explain --html chain.html --force fullchain.pem root.pem
            """)

    @Option(help: ArgumentHelp("The page to write; - is standard output.", valueName: "out"))
    var html: String

    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("PEM or DER files; - is standard input.", valueName: "file"))
    var files: [String]

    func run() throws {
        try output.check(html)
        try ExplainHTML.write(files, to: html, output)
    }
}
