import ArgumentParser
import LucidX509

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows every certificate of the files.",
        discussion: """
            A file holds one certificate in DER, or any number of PEM blocks. Bad blocks are named on standard error, the good
            ones are shown all the same, and the exit code is 2.

            Examples:
              lucid show server.pem
              lucid show --json /etc/ssl/certs/ca-certificates.crt
              cat chain.pem | lucid show -
            """)

    @Flag(help: "Print a JSON array with one object for each certificate (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("PEM or DER files; - is standard input.", valueName: "file"))
    var files: [String]

    func run() throws {
        var hasFailed = false
        var shown: [(path: String, line: Int?, certificate: Certificate)] = []
        for path in files {
            guard let file = try? InputFiles.read(path) else {
                hasFailed = true
                continue
            }
            if InputFiles.complain(file, path) > 0 { hasFailed = true }
            for entry in file.entries {
                if let certificate = try? entry.certificate.get() {
                    shown.append((path, entry.line, certificate))
                }
            }
            if file.entries.isEmpty {
                Terminal.complain("lucid: \(InputFiles.shown(path)): has no certificate\(InputFiles.otherBlocks(file))")
                hasFailed = true
            }
        }
        if json { printJSON(shown) } else { printText(shown) }
        if hasFailed { throw ExitCode.unusable }
    }

    private func printJSON(_ shown: [(path: String, line: Int?, certificate: Certificate)]) {
        let objects = shown.map { item -> JSONValue in
            let place: [JSONValue.Member] =
                [.init("file", .string(InputFiles.name(item.path)))] + (item.line.map { [.init("line", .number($0))] } ?? [])
            guard case .object(let members) = CertificateReport.json(item.certificate) else { return .null }
            return .object(place + members)
        }
        Terminal.write(JSONValue.array(objects).text)
    }

    private func printText(_ shown: [(path: String, line: Int?, certificate: Certificate)]) {
        let style = Terminal.style
        for (index, item) in shown.enumerated() {
            if index > 0 { Terminal.write("") }
            let place = InputFiles.shown(item.path) + (item.line.map { ", line \($0)" } ?? "")
            Terminal.write("Certificate \(index + 1) of \(shown.count) (\(place))")
            Terminal.write(CertificateReport.text(item.certificate, style: style))
        }
    }
}
