import LucidTestSupport
import Testing

@Suite(
    "Passphrases come from where openssl takes them", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FacePassphraseTests {
    @Test(
        "Every source is read as openssl reads it",
        arguments: [
            ("rsa -in rsa-sealed.pem -passin file:passphrases", nil),
            ("rsa -in rsa-sealed.pem -passin env:FACE_PASSPHRASE", nil),
            ("rsa -in rsa-sealed.pem -passin stdin", "passphrases"),
            ("rsa -in rsa-sealed.pem -passin fd:0", "passphrases"),
            ("rsa -in rsa-sealed.pem -passin pass:", nil),
            ("rsa -in rsa-sealed.pem -passin file:empty", nil),
            ("rsa -in rsa-sealed.pem -passin file:garbage", nil),
        ] as [(String, String?)])
    func sources(line: String, stdin: String?) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let arguments = BothFaces.arguments(line)
        let input = try stdin.map { try both.lucid.read($0) } ?? []
        let environment = ["FACE_PASSPHRASE": "secret"]
        let openssl = try Programs.run(
            try #require(Programs.openssl), arguments, stdin: input, environment: environment,
            folder: both.openssl.url)
        let lucid = try runLucid(
            ["openssl"] + arguments, stdin: input, environment: environment, folder: both.lucid.url)
        #expect(lucid.exitCode == openssl.exitCode, "\(lucid.errors)\(openssl.errors)")
        #expect(lucid.output == openssl.output)
    }

    @Test(
        "Where both passphrases come from one file, the first line is for reading and the second for writing",
        arguments: ["file:passphrases", "stdin", "fd:0"])
    func twoLines(source: String) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let line = "rsa -in rsa-sealed.pem -passin \(source) -aes128 -passout \(source) -out made.pem"
        let result = try both.run(line, stdin: "passphrases")
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        for folder in [both.openssl, both.lucid] {
            try both.hand("made.pem", from: folder, to: both.openssl)
            #expect(
                try both.runOpenSSL("rsa -in made.pem -passin pass:other").output
                    == String(
                        decoding: FaceKeys.files["rsa.pem"] ?? [], as: UTF8.self))
        }
    }

    @Test(
        "Prompts on a terminal are openssl's, and so are their ends",
        .enabled(if: Programs.python3 != nil, "python3 is missing"),
        arguments: [
            ("rsa -in rsa-sealed.pem -noout", ["secret\n"]),
            ("rsa -in rsa-sealed.pem -noout", ["wrong\n"]),
            ("rsa -in rsa-sealed.pem -noout", ["\n"]),
            ("rsa -in rsa-sealed.pem -noout", ["secreX\u{7f}t\n"]),
            ("pkey -in p256-sealed.pem -noout", ["\u{3}"]),
            ("rsa -in rsa-old-sealed.pem -noout", ["secret\n"]),
            ("ec -in p256-sealed.pem -noout", ["secret\n"]),
            ("pkey -in ed25519-sealed.pem -noout", ["secret\n"]),
            ("rsa -in rsa-sealed.pem -des3 -out made.pem", ["secret\n", "another\n", "another\n"]),
            ("ec -in p256.pem -aes128 -out made.pem", ["another\n", "another\n"]),
            ("pkey -in ed25519.pem -aes128 -out made.pem", ["another\n", "another\n"]),
            ("pkey -in ed25519.pem -aes128 -out made.pem", ["another\n", "different\n"]),
            ("pkey -in ed25519.pem -aes128 -out made.pem", ["abc\n"]),
            ("genpkey -algorithm ed25519 -aes256 -out made.pem", ["another\n", "another\n"]),
            ("genrsa -traditional -aes256 -out made.pem 2048", ["another\n", "another\n"]),
            ("genrsa -aes256 -out made.pem 2048", ["another\n", "another\n"]),
            ("pkcs8 -topk8 -in p256.pem -out made.pem", ["another\n", "another\n"]),
            ("pkcs8 -topk8 -in p256.pem -out made.pem", ["abc\n", "abd\n"]),
            ("pkcs8 -in rsa-sealed.pem -out other.pem", ["secret\n"]),
        ] as [(String, [String])])
    func prompts(line: String, answers: [String]) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let openssl = try dialogue([try #require(Programs.openssl)], line, answers, both.openssl)
        let lucid = try dialogue([try #require(Programs.lucid), "openssl"], line, answers, both.lucid)
        #expect(lucid.exitCode == openssl.exitCode)
        #expect(questions(lucid.output) == questions(openssl.output))
        #expect(
            !lucid.output.contains("secre") && !lucid.output.contains("another"), "the terminal shows what is typed")
        guard openssl.exitCode == 0, line.contains("made.pem") else { return }
        let opened = try both.runLucid("pkey -in made.pem -passin pass:another -noout")
        #expect(opened.exitCode == 0, "\(opened.errors)")
    }

    /// What a person sees, without messages about what went wrong: those are each program's own.
    private func questions(_ screen: String) -> [String] {
        screen.split(whereSeparator: \.isNewline).map(String.init)
            .filter {
                ($0.contains("pass phrase") || $0.contains("Password:")) && !$0.contains("error:")
                    && !$0.contains("Could not")
                    || $0 == "Verify failure"
            }
    }

    /// Runs a program on a terminal of its own. Each answer is typed when something new has been asked.
    private func dialogue(
        _ program: [String], _ line: String, _ answers: [String], _ folder: TemporaryFolder
    ) throws -> ProgramResult {
        let script = """
            import os, pty, select, sys
            count = int(sys.argv[1])
            answers, command = sys.argv[2:2 + count], sys.argv[2 + count:]
            pid, terminal = pty.fork()
            if pid == 0:
                os.execv(command[0], command)
            seen, asked = b"", 0
            while True:
                # Silence behind a question: the program waits.
                if not select.select([terminal], [], [], 0.4)[0]:
                    if answers and seen[asked:].rstrip().endswith(b":"):
                        asked = len(seen)
                        os.write(terminal, answers.pop(0).encode())
                    continue
                try:
                    part = os.read(terminal, 4096)
                except OSError:
                    break
                if not part: break
                seen += part
            status = os.waitpid(pid, 0)[1]
            sys.stdout.buffer.write(seen)
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        return try Programs.run(
            try #require(Programs.python3),
            ["-c", script, String(answers.count)] + answers + program + BothFaces.arguments(line), folder: folder.url,
            seconds: 60)
    }

    @Test(
        "Without a terminal prompts are answered by standard input",
        .enabled(if: Programs.python3 != nil, "python3 is missing"),
        arguments: [
            ("rsa -in rsa-sealed.pem", "secret\n"), ("rsa -in rsa-sealed.pem", "wrong\n"),
            ("rsa -in rsa-sealed.pem", ""),
            ("pkey -in ed25519.pem -aes128", "abc\n"), ("pkey -in ed25519.pem -aes128", "another\ndifferent\n"),
        ])
    func noTerminal(line: String, answers: String) throws {
        let both = try BothFaces(files: FaceKeys.files)
        // A session of its own has no terminal.
        let script = "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])"
        func run(_ program: [String], _ folder: TemporaryFolder) throws -> ProgramResult {
            try Programs.run(
                try #require(Programs.python3), ["-c", script] + program + BothFaces.arguments(line),
                stdin: Array(answers.utf8), folder: folder.url)
        }
        let openssl = try run([try #require(Programs.openssl)], both.openssl)
        let lucid = try run([try #require(Programs.lucid), "openssl"], both.lucid)
        #expect(lucid.exitCode == openssl.exitCode, "\(lucid.errors)")
        #expect(lucid.output == openssl.output)
        // Where nobody answers, openssl asks again.
        let asked = answers.isEmpty ? Array(questions(openssl.errors).prefix(1)) : questions(openssl.errors)
        #expect(questions(lucid.errors) == asked)
    }
}
