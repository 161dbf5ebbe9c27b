import LucidTestSupport
import Testing

@Suite("lucid verify --html")
struct VerifyHTMLTests {
    private static func certificate(_ name: String) -> String {
        Checkout.fixtures.appending(path: "openssl/certs/\(name).pem").path
    }

    private static let chain = [
        "--trust", certificate("chain-rsa-root"), "--intermediates", certificate("chain-rsa-intermediate"), "--at",
        "2026-11-22",
    ]
    private static let leaf = certificate("chain-rsa-leaf")

    @Test func `writes a page, says the verdict as ever, and overwrites a page only when told to`() throws {
        let folder = try TemporaryFolder()
        let page = folder.path("page.html")
        let arguments = ["verify", "--html", page] + Self.chain + [Self.leaf]
        let first = try runLucid(arguments)
        #expect(first.exitCode == 0 && first.stderr.isEmpty && first.output.hasPrefix("✓ accepted: "))
        #expect(!first.output.contains("RFC 5280 §6.1.2"))
        let html = String(decoding: try folder.read("page.html"), as: UTF8.self)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<span>✓ Accepted</span>: rsa.chain.example.test"))
        #expect(!html.contains("data-hash="))
        let second = try runLucid(arguments)
        #expect(second.exitCode == 2 && second.errors.contains("--force") && second.stdout.isEmpty)
        #expect(try folder.read("page.html") == Array(html.utf8))
        #expect(try runLucid(arguments + ["--force", "--deep"]).exitCode == 0)
        #expect(String(decoding: try folder.read("page.html"), as: UTF8.self).contains("data-hash=\"block\""))
    }

    @Test func `a refusal makes a page too, and the exit code tells`() throws {
        let folder = try TemporaryFolder()
        let result = try runLucid(
            ["verify", "--html", folder.path("page.html"), "--host", "other.test"] + Self.chain + [Self.leaf])
        #expect(result.exitCode == 1 && result.output.hasPrefix("✗ refused: "))
        let html = String(decoding: try folder.read("page.html"), as: UTF8.self)
        #expect(html.contains("<span>✗ Refused</span>") && html.contains("other.test was asked for, but it is for"))
        let withoutPath = try runLucid(
            "verify", "--html", "-", "--trust", Self.certificate("root-p256"), "--at", "2026-11-22", Self.leaf)
        #expect(withoutPath.exitCode == 1 && withoutPath.output.contains("No path to a trust anchor"))
    }

    @Test func `on standard output the page is alone`() throws {
        for explain in [[], ["--explain"]] {
            let result = try runLucid(["verify", "--html", "-"] + explain + Self.chain + [Self.leaf])
            #expect(result.exitCode == 0 && result.stderr.isEmpty)
            #expect(result.output.hasPrefix("<!DOCTYPE html>") && result.output.hasSuffix("</html>\n"))
        }
    }

    @Test func `several certificates have a section each, and one that is refused decides the exit code`() throws {
        let result = try runLucid(
            ["verify", "--html", "-"] + Self.chain + [Self.leaf, Self.certificate("leaf-ed25519")])
        #expect(result.exitCode == 1)
        for id in ["v1", "v2"] { #expect(result.output.contains("<section class=\"answer\" id=\"\(id)\"")) }
    }

    @Test(
        arguments: [
            (["--json", "--html", "-"], "--html goes with neither --trace nor --json"),
            (["--trace", "--html", "-"], "--html goes with neither --trace nor --json"),
            (["--force"], "--force goes with --html"), (["--deep"], "--deep goes with --explain or --html"),
        ])
    func `options that do not go together are refused`(options: [String], words: String) throws {
        let result = try runLucid(["verify"] + options + Self.chain + [Self.leaf])
        #expect(result.exitCode == 2 && result.stdout.isEmpty && result.errors.contains(words))
    }

    @Test func `requests a line are not for pages`() throws {
        let result = try runLucid("verify", "--ndjson", "--html", "-")
        #expect(result.exitCode == 2 && result.errors.contains("--ndjson goes with none of"))
    }

    @Test func `what can not be written or read is said before anything is verified, and no page is left`() throws {
        let folder = try TemporaryFolder()
        let nowhere = try runLucid(["verify", "--html", folder.path("none/page.html")] + Self.chain + [Self.leaf])
        #expect(nowhere.exitCode == 2 && nowhere.stdout.isEmpty && nowhere.errors.contains("none"))
        let missing = try runLucid(
            ["verify", "--html", folder.path("page.html")] + Self.chain + [folder.path("missing.pem")])
        #expect(missing.exitCode == 2 && (try? folder.read("page.html")) == nil)
    }
}
