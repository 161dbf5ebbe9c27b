import ArgumentParser
import LucidExplain
import LucidX509

struct TamperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamper",
        abstract: "Changes one thing in a certificate and shows which step of the verification catches it.",
        discussion: """
            FILE is a certificate or a full chain; its first certificate is judged. Without --trust its self-signed \
            certificates are the trust anchors, and the system's roots where it has none.

            Changes: bit, one of the signature or at --at-byte; key, a bit of the public key; name, a letter of a DNS \
            name or of the subject, or the name of --to; date, notAfter later; flag, cA or keyCertSign switched; \
            algorithm, the one that stands outside of the signed part; algorithms, in both places; twin, ECDSA's other \
            signature (r, n - s). Default: all but the last, one after the other.

            What a verifier trusts from the start is its own copy; --in-store changes that one too.

            Exit code 0: every change was caught; 1: something was not; 2: unusable input or arguments.

            Examples:
              lucid tamper --trust root.pem --host localhost fullchain.pem
              lucid tamper --trust root.pem --to bank.example --resign fullchain.pem
              lucid tamper --trust root.pem --at-byte 0x1a4.7 fullchain.pem
              lucid tamper --trust root.pem --every-bit fullchain.pem
              lucid tamper --trust root.pem --change date --out tampered.pem fullchain.pem
              lucid tamper --certificate 3 --in-store chain-with-root.pem
            """)

    @OptionGroup(title: "What is changed") var changes: TamperOptions

    @OptionGroup(title: "What is asked") var options: VerifyOptions

    @Flag(help: "Let an attacker sign the changed certificate anew: with an own key, and by an own CA.")
    var resign = false

    @Flag(help: "Turn over every bit, one at a time, and draw a map of who catches it.")
    var everyBit = false

    @Flag(help: "Go on though the original is refused; then only what fails anew catches a change.")
    var anyway = false

    @Flag(help: "Print one JSON object (see Documentation/json.md).")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Write the changed certificate as PEM, marked as such; - is standard output.", valueName: "out"))
    var out: String?

    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The certificate or chain, in PEM or DER; - is standard input.", valueName: "file"))
    var file: String

    func validate() throws {
        if everyBit {
            for (name, isThere) in [("change", changes.isGiven), ("resign", resign), ("out", out != nil)] where isThere
            {
                throw ValidationError("--every-bit goes without --\(name)")
            }
        }
        if out != nil, changes.kinds.count != 1 {
            throw ValidationError("--out writes one changed certificate: name the change with --change")
        }
        if out == "-", json { throw ValidationError("--out - and --json would both write to standard output") }
    }

    func run() throws {
        if let out {
            try TamperedFile.requireOther(than: [file] + options.files, out)
            try output.check(out)
        }
        let input = try TamperInput(file, changes, options)
        let scene = input.scene
        try input.requireAccepted(anyway: anyway, changes)
        if everyBit { return try tellEveryBit(input) }
        let stories = try TamperRun(scene: scene, options: changes, isResigned: resign).stories()
        if let out, let story = stories.first { try TamperedFile.write(story.change, to: out, output) }
        if json {
            Terminal.write(input.json([.init("changes", .array(stories.map(\.json)))]).text)
        } else {
            // Where the certificate goes to standard output, the talk does not.
            let text = self.text(stories, scene)
            if out == "-" { Terminal.complain(text) } else { Terminal.write(text) }
        }
        if !stories.allSatisfy(\.isCaught) { throw ExitCode.refused }
    }

    private var form: TamperingText {
        var form = TamperingText()
        form.style = out == "-" ? .plain : Terminal.style
        form.width = Terminal.width ?? 120
        return form
    }

    private func text(_ stories: [TamperingStory], _ scene: TamperingScene) -> String {
        guard stories.count > 1 else {
            return ([form.heading(scene)] + stories.map { form.story($0, scene) }).joined(separator: "\n\n")
        }
        let told = stories.enumerated().map { form.story($1, scene, number: $0 + 1) }
        return ([form.heading(scene), form.table(stories)] + told).joined(separator: "\n\n")
    }

    private func tellEveryBit(_ input: TamperInput) throws {
        let bits = EveryBitRun.run(input.scene)
        if json {
            Terminal.write(input.json([.init("everyBit", bits.json)]).text)
        } else {
            Terminal.write(form.heading(input.scene) + "\n\n" + form.everyBit(bits, input.scene))
        }
        if !bits.uncaught.isEmpty { throw ExitCode.refused }
    }
}
