import ArgumentParser
import LucidX509

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows every certificate, request, revocation list and key of the files.",
        discussion: """
            A file holds one structure in DER, any number of PEM blocks, or a PKCS#7 bundle or PKCS#12 file, for which \
            a passphrase is asked. Bad blocks are named on standard error, the good ones are shown all the same, and \
            the exit code is 2.

            Examples:
              lucid show server.pem
              lucid show --json /etc/ssl/certs/ca-certificates.crt
              lucid show --passphrase-file secret.txt server.p12
              lucid show - < chain.pem
            """)

    @OptionGroup var show: ShowOptions

    func run() throws { try show.run() }
}

/// What `lucid show` and `lucid key show` share.
struct ShowOptions: ParsableArguments {
    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @Flag(help: "Show the secret numbers of private keys.")
    var secret = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: ArgumentHelp("PEM or DER files; - is standard input.", valueName: "file"))
    var files: [String]

    /// One thing to show.
    private struct Item {
        let kind: String
        let path: String
        let line: Int?
        let text: String
        let json: JSONValue
        /// What could not be read inside of it, a sentence each.
        var problems: [String] = []
    }

    func run() throws {
        var items: [Item] = []
        var hasFailed = false
        for path in files {
            guard let file = try? InputFiles.readAny(path) else {
                hasFailed = true
                continue
            }
            for entry in file.entries {
                do {
                    guard let item = try item(entry, path) else { continue }
                    items.append(item)
                    for problem in item.problems { Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem)") }
                    if !item.problems.isEmpty { hasFailed = true }
                } catch { hasFailed = true }
            }
            if !file.entries.contains(where: { if case .other = $0.content { false } else { true } }) {
                Terminal.complain("lucid: \(InputFiles.shown(path)): has nothing that can be shown")
                hasFailed = true
            }
        }
        if json { printJSON(items) } else { printText(items) }
        if hasFailed { throw ExitCode.unusable }
    }

    /// The entry as text or JSON; nil for what there is nothing to say about. Throws after a complaint.
    private func item(_ entry: PKIFile.Entry, _ path: String) throws -> Item? {
        let style = Terminal.style
        func make(_ kind: String, _ text: @autoclosure () -> String, _ json: @autoclosure () -> JSONValue) -> Item {
            Item(
                kind: kind, path: path, line: entry.line, text: self.json ? "" : text(),
                json: self.json ? json() : .null)
        }
        switch entry.content {
        case .certificate(let value):
            return make("certificate", CertificateReport.text(value, style: style), CertificateReport.json(value))
        case .request(let value):
            return make("certificationRequest", RequestReport.text(value, style: style), RequestReport.json(value))
        case .revocationList(let value):
            return make(
                "certificateList", RevocationListReport.text(value, style: style), RevocationListReport.json(value))
        case .publicKey(let value):
            return make("publicKey", KeyReport.text(value, style: style), KeyReport.json(value))
        case .privateKey(let block):
            let key = try KeyFiles.open(block, path, passphrase)
            let text = json ? "" : KeyReport.text(key, showsSecrets: secret, style: style)
            let value = json ? KeyReport.json(key, showsSecrets: secret) : .null
            return make("privateKey", text, value)
        case .signedData(let bundle):
            var item = make("signedData", SignedDataReport.text(bundle, style: style), SignedDataReport.json(bundle))
            item.problems = SignedDataReport.problems(bundle)
            return item
        case .pfx(let pfx):
            let (contents, protection) = try PKCS12Files.open(pfx, path, passphrase)
            var item = make(
                "pfx", PKCS12Report.text(contents, protection, showsSecrets: secret, style: style),
                PKCS12Report.json(contents, protection, showsSecrets: secret))
            item.problems = contents.unreadable.map(\.sentence)
            return item
        case .other: return nil
        case .unusable(let problem):
            Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem.sentence(line: entry.line))")
            throw ExitCode.unusable
        }
    }

    private func printJSON(_ items: [Item]) {
        let objects = items.map { item -> JSONValue in
            guard case .object(let members) = item.json else { return .null }
            let line: [JSONValue.Member] = item.line.map { [.init("line", .number($0))] } ?? []
            return .object(
                [.init("file", .string(InputFiles.name(item.path)))] + line + [.init("kind", .string(item.kind))]
                    + members)
        }
        Terminal.write(JSONValue.array(objects).text)
    }

    private static let titles = [
        "certificate": "Certificate", "certificationRequest": "Certification request",
        "certificateList": "Revocation list", "publicKey": "Public key", "privateKey": "Private key",
        "signedData": "PKCS#7 bundle", "pfx": "PKCS#12 file",
    ]

    private func printText(_ items: [Item]) {
        for (index, item) in items.enumerated() {
            if index > 0 { Terminal.write("") }
            let place = InputFiles.shown(item.path) + (item.line.map { ", line \($0)" } ?? "")
            let number = items.count > 1 ? " \(index + 1) of \(items.count)" : ""
            Terminal.write("\(Self.titles[item.kind] ?? item.kind)\(number) (\(place))")
            Terminal.write(item.text)
        }
    }
}
