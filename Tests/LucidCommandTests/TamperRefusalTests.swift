import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// What `lucid tamper` does not do, and what it writes for other programs.
@Suite("lucid tamper: refusals and files")
struct TamperRefusalTests {
    /// `lucid demo`'s files, made once.
    private static let folder: TemporaryFolder? = {
        guard let folder = try? TemporaryFolder() else { return nil }
        return (try? runLucid("demo", folder.path("pki")).exitCode) == 0 ? folder : nil
    }()

    private func tamper(_ words: [String]) throws -> ProgramResult {
        let folder = try #require(Self.folder)
        return try runLucid(
            ["tamper", "--trust", folder.path("pki/root.pem")] + words + [folder.path("pki/localhost-fullchain.pem")])
    }

    @Test(arguments: [
        ("--to localhost", "the name in subjectAltName is localhost already"),
        ("--change twin,twin", "asked for twice"),
        ("--change bit --change bit", "asked for twice"),
        ("--change bit --to x.example", "--to is for --change name"),
        ("--change name --at-byte 3", "--at-byte is for --change bit"),
        ("--until @-99999999999", "the years 0 to 9999"), ("--until @99999999999999", "the years 0 to 9999"),
        ("--until tomorrow", "a time is"),
    ])
    func `what would change nothing, or something else than was meant, is refused`(words: String, why: String) throws {
        let result = try tamper(words.split(separator: " ").map { String($0) })
        #expect(result.exitCode == 2 && result.output.isEmpty && result.errors.contains(why), "\(result.errors)")
    }

    @Test func `the files that are read are not overwritten, by whatever name`() throws {
        let folder = try #require(Self.folder)
        let link = folder.path("link.pem")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: folder.path("pki/localhost-fullchain.pem"))
        for name in ["pki/localhost-fullchain.pem", "pki/root.pem", "pki/../pki/root.pem", "link.pem"] {
            let before = try folder.read(name)
            let result = try tamper(["--change", "date", "--force", "--out", folder.path(name)])
            #expect(result.exitCode == 2 && result.errors.contains("is not overwritten"), "\(name): \(result.errors)")
            #expect(try folder.read(name) == before)
        }
    }

    @Test func `the text above the block is ASCII in lines that all programs read`() throws {
        let folder = try #require(Self.folder)
        let name = String(repeating: "Würzburg “-----BEGIN ", count: 40)
        for (number, words) in [
            ["--change", "name"], ["--change", "flag"], ["--change", "bit"], ["--certificate", "2", "--to", name],
        ].enumerated() {
            let out = "ascii\(number).pem"
            let result = try tamper(words + ["--out", folder.path(out)])
            #expect(result.exitCode == 0, "\(result.errors)")
            let text = try folder.read(out)
            #expect(text.allSatisfy { $0 < 0x80 })
            #expect(text.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count < 200 })
            #expect(String(decoding: text, as: UTF8.self).components(separatedBy: "-----BEGIN").count == 2)
        }
        let text = String(decoding: try folder.read("ascii0.pem"), as: UTF8.self)
        #expect(text.contains("\"localhost\" -> \"1ocalhost\""))
    }

    @Test func `a PKCS 12 file is called one, and told what to do with`() throws {
        let folder = try #require(Self.folder)
        try folder.write(Array("x\n".utf8), to: "passphrase")
        let (file, passphrase) = (folder.path("k.p12"), folder.path("passphrase"))
        let made = try runLucid(
            "convert", "--to", "p12", "--iterations", "2048", "--out-passphrase-file", passphrase, "--out", file,
            folder.path("pki/localhost-fullchain.pem"))
        #expect(made.exitCode == 0, "\(made.errors)")
        let result = try runLucid("tamper", file)
        #expect(result.exitCode == 2 && result.errors.contains("is a PKCS#12 file"), "\(result.errors)")
        #expect(result.errors.contains("lucid convert --to pem --no-keys"))
    }

    @Test func `the attacker's own CA is told of as what it is`() throws {
        let words = try tamper(["--change", "date", "--resign"]).output.split { $0.isWhitespace }.joined(separator: " ")
        #expect(
            words.contains(
                "its issuer CN=The Attacker's Own CA is among the intermediates, but self-issued and no trust anchor"))
        // Without the intermediate its issuer is not there at all, and there is one trust anchor.
        let folder = try #require(Self.folder)
        let alone = try runLucid("verify", "--trust", folder.path("pki/root.pem"), folder.path("pki/localhost.pem"))
        #expect(
            alone.output.contains(
                "its issuer CN=Lucid Demo Issuing CA is neither the one trust anchor nor among the intermediates"))
    }

    /// The own CA's attempt names the CA's key, which a self-signed root does not, so nothing is left that catches it.
    @Test func `a root in the store that is signed anew is caught by nothing, with the reason`() throws {
        let folder = try #require(Self.folder)
        let chain = try folder.read("pki/localhost-fullchain.pem") + folder.read("pki/root.pem")
        let result = try runLucid(
            ["tamper", "--certificate", "3", "--in-store", "--change", "bit", "--resign", "-"], stdin: chain)
        let parts = result.output.components(separatedBy: "NOTHING CATCHES IT")
        #expect(result.exitCode == 1 && parts.count == 4, "\(result.output)")
        for part in parts.dropFirst() {
            let words = part.split { $0.isWhitespace }.joined(separator: " ")
            #expect(words.hasPrefix("The verifier trusts this certificate because it has it"))
        }
    }

    @Test func `the examples of the help work on the files of lucid demo`() throws {
        let folder = try #require(Self.folder)
        let chain = try folder.read("pki/localhost-fullchain.pem")
        try folder.write(chain, to: "fullchain.pem")
        try folder.write(chain + folder.read("pki/root.pem"), to: "chain-with-root.pem")
        try folder.write(try folder.read("pki/root.pem"), to: "root.pem")
        let help = try runLucid("tamper", "--help").output
        let examples = help.split(separator: "\n").filter { $0.hasPrefix("  lucid tamper ") }
        #expect(examples.count == 6)
        for example in examples {
            let words = example.split(separator: " ").dropFirst().map {
                $0.hasSuffix(".pem") ? folder.path(String($0)) : String($0)
            }
            // Thousands of verifications take long in a debug build.
            if words.contains("--every-bit") {
                #expect(words.contains("--trust"))
            } else {
                let result = try runLucid(words)
                #expect(result.exitCode == (words.contains("--in-store") ? 1 : 0), "\(example): \(result.errors)")
            }
        }
    }
}
