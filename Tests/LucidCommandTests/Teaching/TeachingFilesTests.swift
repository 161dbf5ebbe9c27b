import Foundation
import LucidTestSupport
import Testing

/// The files of `lucid demo`, `self-signed` and `request new` with `--teaching-seed`.
struct TeachingFilesTests {
    private static let commands = TeachingFiles.known.map(\.arguments)

    @Test(arguments: TeachingFiles.known)
    func `the files are those of every hand-out`(arguments: [String], digest: String) throws {
        #expect(try TeachingFiles.made(by: arguments).files.digest == digest, "\(arguments)")
    }

    @Test(
        .enabled(if: Programs.find("faketime") != nil, "faketime is not installed"), arguments: TeachingFiles.known)
    func `the clock has no part in them`(arguments: [String], digest: String) throws {
        let faketime = try #require(Programs.find("faketime"))
        let late = try TeachingFiles.made(by: arguments, through: [faketime, "2033-03-03 03:03:03"])
        #expect(late.files.digest == digest)
        guard arguments[0] == "demo" else { return }
        let early = try TeachingFiles.made(by: arguments, through: [faketime, "1999-12-31 23:59:59"])
        #expect(early.files == late.files)
        #expect(early.said.output == late.said.output, "what is told on standard output is the same, too")
    }

    @Test func `made again in the same folder they stay as they are, with the list of what was made`() throws {
        let folder = try TemporaryFolder()
        var before: TeachingFiles?
        for _ in 0..<3 {
            #expect(try runLucid("demo", "--teaching-seed", "x", folder.path).exitCode == 0)
            let files = try TeachingFiles(in: folder)
            #expect(before == nil || before == files)
            before = files
        }
    }

    @Test(arguments: commands)
    func `other words make other keys, serial numbers and signatures`(arguments: [String]) throws {
        let others = arguments.map { $0.hasPrefix("lesson") || $0 == "é" ? "other words" : $0 }
        let (a, b) = (try TeachingFiles.made(by: arguments).files, try TeachingFiles.made(by: others).files)
        #expect(Set(a.contents.keys) == Set(b.contents.keys))
        let (drawn, othersDrawn) = (try a.drawnNumbers(), try b.drawnNumbers())
        #expect(drawn.count >= 3 && drawn.isDisjoint(with: othersDrawn))
    }

    @Test func `no two files of a run have the same key or serial number`() throws {
        let (files, _) = try TeachingFiles.made(by: ["demo", "--teaching-seed", "x", "."])
        // Three private keys; of three certificates the public key, the serial number and the signature.
        #expect(try files.drawnNumbers().count == 3 + 3 * 3)
    }

    @Test(arguments: commands)
    func `every block of every file is marked, in ASCII, and standard error warns once`(arguments: [String]) throws {
        let (files, said) = try TeachingFiles.made(by: arguments)
        for (name, text) in files.texts {
            let blocks = text.components(separatedBy: "-----BEGIN ").dropLast()
            #expect(!blocks.isEmpty && text.utf8.allSatisfy { $0 < 0x80 }, "\(name)")
            for block in blocks {
                let above = block.split(separator: "\n").suffix(2)
                #expect(
                    above.first?.hasPrefix("UNSAFE: made for a lesson with the teaching seed \"") == true, "\(name)")
                #expect(above.last?.hasPrefix("Everybody who knows these words has ") == true, "\(name)")
            }
        }
        #expect(said.errors.components(separatedBy: "UNSAFE").count == 2, "\(said.errors)")
    }

    @Test(arguments: [
        ([], ["root.pem", "intermediate.pem", "localhost.pem"], "2026-01-01T00:00:00Z", "2035-12-31T23:59:59Z"),
        (["--from", "2026-09-01"], ["localhost.pem"], "2026-09-01T00:00:00Z", "2026-11-29T23:59:59Z"),
        (["--from", "@1767225601"], ["root.pem"], "2026-01-01T00:00:01Z", "2035-12-30T00:00:00Z"),
        (["--from", "9980-01-01"], ["intermediate.pem"], "9980-01-01T00:00:00Z", "9984-12-29T23:59:59Z"),
    ])
    func `they begin on a fixed day for ten years, or when --from says for their usual lives`(
        options: [String], names: [String], first: String, last: String
    ) throws {
        let folder = try TemporaryFolder()
        #expect(try runLucid(["demo", "--teaching-seed", "x", folder.path] + options).exitCode == 0)
        for name in names {
            let shown = try runLucid("show", folder.path(name)).output
            #expect(shown.contains(first) && shown.contains(last), "\(shown)")
        }
    }

    @Test func `files that are not valid today are verified as of their beginning, with a remark`() throws {
        let (_, said) = try TeachingFiles.made(by: ["demo", "--teaching-seed", "x", "--from", "2001-01-01", "."])
        #expect(said.output.contains("✓ accepted: the server's certificate for localhost\n"))
        #expect(said.errors.contains("valid from 2001-01-01T00:00:00Z to 2001-03-31T23:59:59Z and not now"))
    }

    @Test func `words that a terminal would obey are not printed`() throws {
        let (_, said) = try TeachingFiles.made(by: ["demo", "--teaching-seed", "\u{1B}[31mred\u{202E}", "."])
        #expect(!(said.output + said.errors).unicodeScalars.contains { "\u{1B}\u{202E}".unicodeScalars.contains($0) })
        #expect(said.errors.contains("\\u{1B}[31mred\\u{202E}"))
    }

    @Test(arguments: [
        ["demo", "--teaching-seed", "", "pki"], ["demo", "--teaching-seed", " \t", "pki"],
        ["demo", "--from", "2026-01-01", "pki"], ["demo", "--teaching-seed", "x", "--from", "1949-12-31", "pki"],
        ["demo", "--teaching-seed", "x", "--from", "tomorrow", "pki"],
        ["demo", "--teaching-seed", "x", "--from", "9990-01-02", "--from", "9995-01-01", "pki"],
        ["self-signed", "--teaching-seed", "", "localhost"], ["self-signed", "--from", "2026-01-01", "localhost"],
        ["self-signed", "--teaching-seed", "x", "--from", "9999-10-10", "localhost"],
        ["self-signed", "--teaching-seed", "x", "--for", "8000y", "localhost"],
        ["request", "new", "a.csr", "--key", "none.pem", "--teaching-seed", "x", "a.test"],
        ["request", "new", "a.csr", "--new-key", "a.pem", "--encrypt", "--teaching-seed", "x", "a.test"],
        ["request", "new", "a.csr", "--new-key", "a.pem", "--teaching-seed", "", "a.test"],
        ["key", "new", "--teaching-seed", "", "a.pem"], ["key", "new", "--teaching-seed", "a\u{FFFD}", "a.pem"],
    ])
    func `nonsense is refused before anything is written`(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let result = try runLucid(arguments, folder: folder.url)
        #expect(result.exitCode == 2 && result.stdout == [], "\(result.output)")
        #expect(
            ["words", "--from", "1950", "9999", "allowed is", "--encrypt", "--new-key"].contains {
                result.errors.contains($0)
            })
        #expect(try TeachingFiles(in: folder).contents.isEmpty)
    }
}
