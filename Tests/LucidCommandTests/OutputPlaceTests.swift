import Foundation
import LucidTestSupport
import Testing

@Suite("Where results can not be written")
struct OutputPlaceTests {
    @Test(
        "A full standard output is told on standard error",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
    func fullStandardOutput() throws {
        let certificate = Checkout.fixtures.path + "/openssl/certs/leaf-p256.pem"
        for command in ["show", "expiry"] {
            let script = "\"$0\" \"$@\" >/dev/full"
            let result = try Programs.run(
                "/bin/sh", ["-c", script, try #require(Programs.lucid), command, certificate])
            #expect(result.exitCode == 2)
            #expect(result.errors == "lucid: standard output: no space left on the disk\n")
        }
    }

    @Test("A request whose folder is not there leaves no key behind", arguments: ["nowhere/a.csr", "file/a.csr"])
    func noFolder(place: String) throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        let result = try runLucid("request", "new", place, "--new-key", "key.pem", "a.test", folder: folder.url)
        #expect(result.exitCode == 2 && result.errors.hasPrefix("lucid: \(place): "), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
}
