import Foundation
import LucidTestSupport
import Testing

/// Where results go that a user gave a place.
struct OutputPlaceTests {
    private static let certificate = Checkout.fixtures.appending(path: "openssl/certs/chain-p256-leaf.pem").path

    @Test func `behind a symbolic link the file that it leads to is written, and the link stays`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "page.html")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "page.html")
        let result = try runLucid("explain", "--html", folder.path("link"), "--force", Self.certificate)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "page.html")
        #expect(try folder.read("page.html").count > 10_000)
    }

    @Test(arguments: [[], ["--force"]])
    func `a device takes the octets and stays a device`(options: [String]) throws {
        let folder = try TemporaryFolder()
        // A link, so that a mistake costs no machine its /dev/null.
        try FileManager.default.createSymbolicLink(atPath: folder.path("null"), withDestinationPath: "/dev/null")
        let result = try runLucid(["explain", "--html", folder.path("null")] + options + [Self.certificate])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("null")) == "/dev/null")
    }

    @Test func `no page overwrites what it is made from, not even with --force`() throws {
        let folder = try TemporaryFolder()
        let octets = try Checkout.fixture("openssl/certs/chain-p256-leaf.pem")
        try folder.write(octets, to: "a.pem")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a.pem")
        for command in [["explain"], ["verify", "--trust", folder.path("a.pem")]] {
            for place in ["a.pem", "link"] {
                let result = try runLucid(command + ["--html", folder.path(place), "--force", folder.path("a.pem")])
                #expect(
                    result.exitCode == 2 && result.errors.contains("name another file to write"), "\(result.errors)")
                #expect(try folder.read("a.pem") == octets)
            }
        }
    }

    @Test func `a folder is no place, and a hostile name is shown in another spelling`() throws {
        let folder = try TemporaryFolder()
        let refused = try runLucid("explain", "--html", folder.path, "--force", Self.certificate)
        #expect(refused.exitCode == 2 && refused.errors.contains("folder") && !refused.errors.contains("use --force"))
        let evil = "e\u{1b}[31m\u{202e}x.html"
        try folder.write([1], to: evil)
        let result = try runLucid("explain", "--html", folder.path(evil), Self.certificate)
        #expect(result.exitCode == 2 && result.errors.contains("use --force"))
        #expect(!result.errors.contains("\u{1b}") && !result.errors.contains("\u{202e}"))
    }
}
