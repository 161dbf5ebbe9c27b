import ArgumentParser
import LucidAuthority
import LucidX509

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes a private PKI in a folder, verifies it, and shows every step.",
        discussion: """
            Makes root.pem, intermediate.pem, localhost.pem, localhost-fullchain.pem and a private key for each in the \
            folder (default: lucid-demo). Run again, it makes them anew; any other file there is left alone.

            The keys are not encrypted: this is for trying things out.

            With --teaching-seed all files are the same on every machine and on every day, so that a class sees the \
            numbers of its hand-out, and whoever knows the words has the private keys: Documentation/teaching.md.

            Examples:
              lucid demo
              lucid demo /tmp/pki
              lucid demo --teaching-seed "lesson 1"
              lucid demo --teaching-seed "lesson 1" --from 2026-09-01
            """)

    @OptionGroup var lesson: LessonOptions

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder = "lucid-demo"

    func run() throws {
        let pki = try make()
        let style = Terminal.style
        Terminal.write("Made a private PKI in \(folder.safeToShow):")
        for file in pki.files { Terminal.write("  \(file.safeToShow)") }
        if !pki.otherFiles.isEmpty {
            Terminal.complain("Left alone: \(pki.otherFiles.map(\.safeToShow).joined(separator: ", "))")
        }
        try verify(pki, style)
        Terminal.write("\nBy the rules that clients are known to have, with root.pem as a trusted root:")
        Terminal.write(ClientText.text(ClientJudgement(path: [pki.server, pki.intermediate, pki.root]), style: style))
        Terminal.write("\n" + nextSteps)
        if let lesson = lesson.lesson { tell(lesson, pki) }
    }

    private func make() throws -> DemonstrationPKI.Result {
        for profile in [CertificateProfile.root, .intermediate, .server] {
            try lesson.check(lesson.lesson?.adapted(profile) ?? profile)
        }
        do throws(DemonstrationPKI.Problem) {
            guard let lesson = lesson.lesson else { return try DemonstrationPKI.make(in: folder, at: .now) }
            return try DemonstrationPKI.make(in: folder, for: lesson)
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// What is special about the files of a lesson.
    private func tell(_ lesson: Lesson, _ pki: DemonstrationPKI.Result) {
        let words = lesson.seed.part("localhost-key.pem").words
        // Words that a terminal would obey are shown in another spelling, which would be the seed of another key.
        if words == words.safeToShow {
            Terminal.write("\nHow the server's key follows from the words (Documentation/teaching.md):\n")
            Terminal.write("  lucid key new --explain --teaching-seed \(quoted(words))")
        }
        lesson.seed.warn("these private keys: trust root.pem in the lesson alone")
        let validity = pki.server.validity
        let (first, last) = (validity.notBefore.time, validity.notAfter.time)
        guard CalendarTime.now < first || last < CalendarTime.now else { return }
        Terminal.complain(
            "lucid: localhost.pem is valid from \(first) to \(last) and not now: it was verified as of its first second, and clients refuse it today"
        )
    }

    /// Verifies the chain for each of its names, and shows the steps of the first. That of a lesson is verified as of its
    /// beginning, so that it is told alike on every day.
    private func verify(_ pki: DemonstrationPKI.Result, _ style: TextStyle) throws {
        let verifier = Verifier(trustAnchors: [pki.root])
        for (index, name) in DemonstrationPKI.serverNames.enumerated() {
            var trace = Trace()
            let verdict = verifier.verify(
                pki.server, intermediates: [pki.intermediate], identity: ReferenceIdentity(name),
                at: lesson.lesson?.beginning ?? .now, trace: &trace)
            if index == 0 { Terminal.write("\n" + TraceText.text(trace, isBrief: true, style: style) + "\n") }
            Terminal.write(VerdictReport.text(verdict, subject: "the server's certificate for \(name)", style: style))
            guard verdict.isAccepted else { throw ExitCode.refused }
        }
    }

    private var nextSteps: String {
        let file = { (name: String) in quoted(Folder.path(folder, name)) }
        return """
            Try it. In one terminal, a server:

              python3 -c '
              import http.server, ssl, sys
              class Hello(http.server.BaseHTTPRequestHandler):
                  def do_GET(self):
                      self.send_response(200)
                      self.end_headers()
                      self.wfile.write(b"Hello over HTTPS\\n")
              server = http.server.HTTPServer(("localhost", 8443), Hello)
              tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
              tls.load_cert_chain(sys.argv[1], sys.argv[2])
              server.socket = tls.wrap_socket(server.socket, server_side=True)
              server.serve_forever()
              ' \(file("localhost-fullchain.pem")) \(file("localhost-key.pem"))

            In another one, a client:

              curl --cacert \(file("root.pem")) https://localhost:8443/

            And a look inside:

              lucid show \(file("localhost-fullchain.pem"))
              lucid verify --trust \(file("root.pem")) --host example.com \(file("localhost-fullchain.pem"))
            """
    }

    /// A path as a shell takes it.
    private func quoted(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
        return isPlain
            ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension DemonstrationPKI.Problem {
    /// The problem as one sentence.
    var sentence: String {
        switch self {
        case .file(let problem): problem.sentence
        case .foreignFile(let path):
            "\(path.safeToShow): was not made by lucid demo, so it is left alone; move it away or name another folder"
        case .issuing(let problem): problem.sentence
        case .key(let problem): "no key of the kind \(problem.kind) can be made"
        }
    }
}
