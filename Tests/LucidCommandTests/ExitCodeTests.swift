import Foundation
import LucidTestSupport
import Testing

@Suite("Exit codes: 0 done or accepted, 1 refused, 2 unusable input or arguments")
struct ExitCodeTests {
    private static let folder = Checkout.fixtures.path + "/openssl/"
    private static let root = folder + "certs/chain-p256-root.pem"
    private static let otherRoot = folder + "certs/chain-rsa-root.pem"
    private static let chain = folder + "bundles/chain-p256.pem"

    @Test(
        "lucid verify accepts with 0 and refuses with 1, as text and as JSON",
        arguments: [
            (["--trust", root, chain], true),
            (["--trust", root, "--host", "p256.chain.example.test", chain], true),
            (["--trust", otherRoot, "--trust", root, chain], true),
            (["--trust", root, "--host", "other.example", chain], false),
            (["--trust", otherRoot, chain], false),
            (["--trust", root, "--at", "2020-01-01", chain], false),
            (["--trust", root, "--at", "@2000000000", chain], true),
            (["--trust", root, "--purpose", "client", chain], true),
            (["--trust", root, folder + "certs/chain-p256-leaf.pem"], false),
            (
                [
                    "--trust", root, "--intermediates", folder + "certs/chain-p256-intermediate.pem",
                    folder + "certs/chain-p256-leaf.der",
                ], true
            ),
            (["--trust", folder + "certs/shape-ca.pem", folder + "certs/ext-unknown-critical.pem"], false),
            (
                [
                    "--trust", folder + "certs/shape-ca.pem", "--profile", "pathValidation",
                    folder + "certs/ext-unknown.pem",
                ],
                true
            ),
            (["--trust", root, "--max-depth", "0", chain], false),
            (["--trust", root, "--max-depth", "1", chain], true),
            (["--trust", root, "--policy", "1.2.3", chain], false),
            (["--trust", root, "--revocation", "require", chain], false),
            (["--trust", root, "--revocation", "off", chain], true),
            (["--trust", root, "--email", "a@example.com", chain], false),
            (["--trust", root, "--profile", "rfc5280", chain], true),
        ] as [([String], Bool)])
    func verdict(_ arguments: [String], _ isAccepted: Bool) throws {
        for extra in [[], ["--trace"]] {
            let text = try runLucid(["verify"] + extra + arguments)
            #expect(text.exitCode == (isAccepted ? 0 : 1) && text.stderr == [], "\(text.output)\(text.errors)")
            #expect(text.output.contains(isAccepted ? "✓ accepted: " : "✗ refused: "))
            let json = try runLucid(["verify", "--json"] + extra + arguments)
            #expect(json.exitCode == text.exitCode && json.stderr == [])
            let verdict = try JSON(json.stdout)
            #expect(verdict["accepted"]?.bool == isAccepted)
            #expect((verdict["trace"] != nil) == !extra.isEmpty)
            #expect(isAccepted || verdict["findings"]?.array?.contains { $0["severity"]?.string == "error" } == true)
        }
    }

    @Test("Several certificates are judged one by one, and one that is refused decides the exit code")
    func several() throws {
        let other = Self.folder + "bundles/chain-rsa.pem"
        let text = try runLucid("verify", "--trust", Self.root, Self.chain, other)
        #expect(text.exitCode == 1 && text.output.contains("✓ accepted: ") && text.output.contains("✗ refused: "))
        let json = try runLucid("verify", "--json", "--trust", Self.root, "--trust", Self.otherRoot, Self.chain, other)
        #expect(json.exitCode == 0)
        #expect(try JSON(json.stdout).array?.map { $0["accepted"]?.bool } == [true, true])
    }

    @Test(
        "Wrong arguments end with 2, and the usage goes to standard error",
        arguments: [
            ["show"], ["verify"], ["verify", "--trust"], ["verify", "--nope", chain],
            ["verify", "--ndjson", chain], ["verify", "--ndjson", "--json"], ["verify", "--profile", "mild", chain],
            ["verify", "--max-depth", "-1", chain], ["verify", "--policy", "1.x", chain],
            ["verify", "--trust", root, "--email", "nobody", chain], ["verify", "--trust", root, "--crl", root, chain],
            ["verify", "--trust", root, "--ocsp", root, chain], ["verify", "--revocation", "perhaps", chain],
            ["verify", "--at", "yesterday", chain], ["verify", "--at", "2026-02-30", chain],
            ["verify", "--purpose", "mail", chain],
            ["frobnicate"], ["demo", "one", "two"], ["--nope"],
            ["verify", "--trust", root, "--host", "no name", chain],
            ["verify", "--trust", folder + "keys/p256.pem", chain],
            ["verify", "--trust", root, folder + "keys/p256.pem"],
            ["verify", "--trust", root, "--intermediates", folder + "bundles/bad-base64-in-middle.pem", chain],
        ])
    func usage(_ arguments: [String]) throws {
        let result = try runLucid(arguments)
        #expect(result.exitCode == 2 && result.stdout == [] && !result.stderr.isEmpty, "\(result.output)")
    }

    @Test(
        "Help and version go to standard output and end with 0",
        arguments: [
            ["--help"], ["help"], ["show", "--help"], ["verify", "--help"], ["demo", "--help"], ["help", "verify"],
            ["--version"], [],
        ])
    func help(_ arguments: [String]) throws {
        let result = try runLucid(arguments)
        #expect(result.exitCode == 0 && result.stderr == [] && !result.stdout.isEmpty)
    }

    @Test("A reader that goes away, or a full disk, ends in 2 and no signal")
    func writing() throws {
        let lucid = try #require(Programs.lucid)
        let gone = try Programs.run(
            "/bin/sh", ["-c", "(trap '' PIPE; \"$0\" show \"$1\"; echo $? >&2) | :", lucid, Self.chain])
        #expect(gone.errors == "2\n" || gone.errors == "0\n", "\(gone.errors)")
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let full = try Programs.run("/bin/sh", ["-c", "\"$0\" show \"$1\" > /dev/full", lucid, Self.chain])
        #expect(full.exitCode == 2)
    }
}
