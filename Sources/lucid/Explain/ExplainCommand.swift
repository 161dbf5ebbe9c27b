import ArgumentParser
import LucidExplain
import LucidX509

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains every byte of certificates, requests, revocation lists, OCSP messages, keys and bundles.",
        discussion: """
            Each element is shown with its offset, its bytes, its tag and length, its name and its value; below it a \
            plain sentence, and the clause of the standard. Every byte belongs to one line. What is malformed is \
            explained up to where it breaks. The secret numbers of private keys are hidden; nothing is decrypted.

            With --html it is a page for a browser, which needs no network and no other file: fields, bytes and PEM \
            text linked with each other, and several certificates drawn as the chain that they make. Secret numbers \
            are never in it.

            Exit code 0 when all rules are kept, 1 when something is malformed, 2 when the file can not be used.

            Examples:
              lucid explain server.pem
              lucid explain --brief /etc/ssl/certs/ca-certificates.crt
              lucid explain --at 0x1a4 server.der
              lucid explain --json server-key.pem
              lucid explain --html chain.html fullchain.pem root.pem
              openssl ecparam -name prime256v1 -genkey | lucid explain -
            """)

    @Flag(help: "Leave out the sentences.")
    var brief = false

    @Flag(help: "Show all bytes and values whole, however long they are.")
    var bytes = false

    @Flag(help: "Show the secret numbers of private keys.")
    var secrets = false

    @Option(
        help: ArgumentHelp(
            "Show the line that has the byte at this offset, with the lines around it.", valueName: "offset"),
        transform: Self.offset)
    var at: Int?

    @Flag(help: "Print a JSON array with one object for each part of the files (see Documentation/json.md).")
    var json = false

    @Option(help: ArgumentHelp("Write a page for a browser; - is standard output.", valueName: "out"))
    var html: String?

    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("PEM or DER files; - is standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if html == nil, output.force { throw ValidationError("--force goes with --html") }
        guard html != nil else { return }
        for (name, isThere) in [
            ("brief", brief), ("bytes", bytes), ("secrets", secrets), ("at", at != nil), ("json", json),
        ]
        where isThere { throw ValidationError("--\(name) is not for pages, which --html writes") }
    }

    func run() throws {
        if let html { return try ExplainHTML.write(files, to: html, output) }
        var documents: [JSONValue] = []
        var isFlawless = true
        var hasFailed = false
        for (index, path) in files.enumerated() {
            do throws(FileProblem) {
                let file = ExplainedFile(try FileReader.read(path))
                isFlawless = isFlawless && file.isFlawless
                if json {
                    documents += ExplanationJSON.value(
                        file, name: InputFiles.name(path), at: at, showsSecrets: secrets)
                } else if let text = textForm.text(file, name: InputFiles.shown(path), at: at) {
                    if index > 0 { Terminal.write("") }
                    Terminal.write(text)
                } else {
                    Terminal.complain("lucid: \(InputFiles.shown(path)): has no byte at offset \(at ?? 0)")
                    hasFailed = true
                }
            } catch {
                Terminal.complain("lucid: \(error.sentence)")
                hasFailed = true
            }
        }
        if json { Terminal.write(JSONValue.array(documents).text) }
        if hasFailed { throw ExitCode.unusable }
        if !isFlawless { throw ExitCode.refused }
    }

    private var textForm: ExplanationText {
        var form = ExplanationText()
        form.isBrief = brief
        form.showsAllOctets = bytes
        form.showsSecrets = secrets
        form.style = Terminal.style
        form.width = Terminal.width ?? 120
        return form
    }

    /// An offset in decimal or, behind 0x, in hexadecimal digits.
    private static func offset(_ argument: String) throws -> Int {
        let isHexadecimal = argument.hasPrefix("0x")
        guard let offset = Int(isHexadecimal ? argument.dropFirst(2) : argument[...], radix: isHexadecimal ? 16 : 10),
            offset >= 0
        else { throw ValidationError("an offset is a number such as 420 or 0x1a4") }
        return offset
    }
}
