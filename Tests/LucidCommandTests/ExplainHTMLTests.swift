import LucidTestSupport
import Testing

@Suite("lucid explain --html")
struct ExplainHTMLTests {
    private static func certificate(_ name: String) -> String {
        Checkout.fixtures.appending(path: "openssl/certs/\(name).pem").path
    }

    @Test func `writes a page about all files, and overwrites one only when told to`() throws {
        let folder = try TemporaryFolder()
        let page = folder.path("page.html")
        let files = ["chain-rsa-leaf", "chain-rsa-intermediate", "chain-rsa-root"].map(Self.certificate)
        let first = try runLucid(["explain", "--html", page] + files)
        #expect(first.exitCode == 0 && first.stdout.isEmpty && first.stderr.isEmpty)
        let html = String(decoding: try folder.read("page.html"), as: UTF8.self)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("rsa.chain.example.test and 2 more</h1>"))
        #expect(html.contains("Who vouches for whom"))
        let second = try runLucid(["explain", "--html", page] + files)
        #expect(second.exitCode == 2 && second.errors.contains("--force"))
        #expect(try runLucid(["explain", "--force", "--html", page] + files).exitCode == 0)
    }

    @Test func `a dash is standard output`() throws {
        let result = try runLucid("explain", "--html", "-", Self.certificate("leaf-p256"))
        #expect(
            result.exitCode == 0 && result.output.hasPrefix("<!DOCTYPE html>") && result.output.hasSuffix("</html>\n"))
    }

    @Test func `what is malformed is on the page too, and the exit code tells`() throws {
        let folder = try TemporaryFolder()
        try folder.write([0x30, 0x82, 0x01, 0x00, 0x02], to: "cut.der")
        let result = try runLucid("explain", "--html", "-", folder.path("cut.der"))
        #expect(result.exitCode == 1 && result.output.contains("What breaks the rules"))
        #expect(try runLucid("explain", "--html", folder.path("a.html"), folder.path("none")).exitCode == 2)
    }

    @Test(arguments: ["--json", "--secrets", "--brief", "--bytes", "--at=5"])
    func `an option for other forms is refused`(option: String) throws {
        let result = try runLucid("explain", option, "--html", "-", Self.certificate("leaf-p256"))
        #expect(result.exitCode == 2 && result.stdout.isEmpty && result.errors.contains("is not for pages"))
    }

    @Test func `the secret numbers of a key are not in the page`() throws {
        let folder = try TemporaryFolder()
        let key = try runLucid("key", "new", "--kind", "p256", "key.pem", folder: folder.url)
        let pem = (try? folder.read("key.pem")) ?? []
        #expect(key.exitCode == 0 && !pem.isEmpty, "\(key.errors)")
        let html = try runLucid("explain", "--html", "-", folder.path("key.pem")).output
        let lines = String(decoding: pem, as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
        #expect(lines.first.map { html.contains($0) } == false)
        #expect(html.contains("secret, not shown"))
    }
}
