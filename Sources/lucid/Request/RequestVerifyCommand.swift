import ArgumentParser
import LucidX509

struct RequestVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies that requests were made with the private keys that they are for.",
        discussion: """
            A request is signed with its own key (RFC 2986 §3). Exit code 0: every signature holds; 1: one does not; \
            2: a file can not be read, or has no request.

            Examples:
              lucid request verify server.csr
              lucid request verify --json *.csr
            """)

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("PEM or DER files; - is standard input.", valueName: "file"))
    var files: [String]

    func run() throws {
        var results: [JSONValue] = []
        var isUnusable = false
        var isRefused = false
        for path in files {
            guard let requests = try? RequestFiles.read(path) else {
                isUnusable = true
                continue
            }
            for request in requests {
                let problem = RequestReport.signatureProblem(request)
                if problem != nil { isRefused = true }
                results.append(Self.json(path, request, problem))
                if !json { Terminal.write(Self.text(path, request, problem)) }
            }
        }
        if json { Terminal.write(JSONValue.array(results).text) }
        if isUnusable { throw ExitCode.unusable }
        if isRefused { throw ExitCode.refused }
    }

    private static func text(_ path: String, _ request: CertificateRequest, _ problem: String?) -> String {
        let name = request.certificationRequestInfo.subject.description
        let who = "\(InputFiles.shown(path)): \(name.isEmpty ? "(empty subject)" : name)"
        guard let problem else { return "✓ \(who): made with the key that it is for" }
        return "✗ \(who): \(problem)  RFC 2986 §3"
    }

    private static func json(_ path: String, _ request: CertificateRequest, _ problem: String?) -> JSONValue {
        .object([
            "file": .string(InputFiles.name(path)),
            "subject": .string(request.certificationRequestInfo.subject.description),
            "signatureHolds": .bool(problem == nil), "problem": problem.map { .string($0) },
        ])
    }
}
