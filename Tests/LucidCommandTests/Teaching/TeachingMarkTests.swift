import Foundation
import LucidTestSupport
import Testing

/// Whether somebody who goes on with a file from a lesson is told.
struct TeachingMarkTests {
    private func lesson() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try runLucid("demo", "--teaching-seed", "x", folder.path).exitCode == 0)
        let request = ["request", "new", "a.csr", "--new-key", "a.pem", "--teaching-seed", "x", "a.test"]
        #expect(try runLucid(request, folder: folder.url).exitCode == 0)
        try folder.write(Array("correct horse\n".utf8), to: "passphrase")
        return folder
    }

    /// Takes the mark away.
    private func unmark(_ folder: TemporaryFolder) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = String(decoding: try folder.read(name), as: UTF8.self).split(separator: "\n")
            let rest = text.filter { !$0.hasPrefix("UNSAFE") && !$0.hasPrefix("Everybody") }
            try folder.write(Array((rest.joined(separator: "\n") + "\n").utf8), to: name)
        }
    }

    @Test(arguments: [
        "key show a.pem": 0, "key public a.pem": 1, "key match root-key.pem root.pem": 1,
        "key decrypt a.pem out.pem": 1, "request new b.csr --key a.pem b.test": 1, "request verify a.csr": 1,
        "convert --to der --out root.der root.pem": 1,
        "verify --trust root.pem --host localhost localhost-fullchain.pem": 0,
        "convert --to p12 --legacy --key localhost-key.pem --out l.p12 --out-passphrase-file passphrase localhost.pem":
            2,
    ])
    func `who reads a marked key or request for a purpose is told, once a file`(line: String, count: Int) throws {
        let folder = try lesson()
        let arguments = line.split(separator: " ").map(String.init)
        let result = try runLucid(arguments, folder: folder.url)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.errors.components(separatedBy: "says that it was made with a teaching seed").count == count + 1)
        try unmark(folder)
        let again = try runLucid(
            arguments + (line.contains("out") || line.contains("new") ? ["--force"] : []), folder: folder.url)
        #expect(again.exitCode == 0 && !again.errors.contains("UNSAFE"), "\(again.errors)")
    }

    @Test func `a tutorial's command that signs with a marked key is told`() throws {
        let folder = try lesson()
        let line = [
            "openssl", "x509", "-req", "-in", "a.csr", "-CA", "root.pem", "-CAkey", "root-key.pem", "-out", "a.crt",
        ]
        let result = try runLucid(line, folder: folder.url)
        #expect(result.exitCode == 0 && result.errors.contains("UNSAFE: root-key.pem: "), "\(result.errors)")
        try unmark(folder)
        let again = try runLucid(line, folder: folder.url)
        #expect(again.exitCode == 0 && !again.errors.contains("UNSAFE"), "\(again.errors)")
    }

    @Test func `a CA does not take a marked key in silence, nor sign a marked request`() throws {
        let folder = try lesson()
        for name in ["newcerts", "private"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
        }
        try folder.write([], to: "index.txt")
        let imported = try runLucid(
            "ca", "import", "--ca", "ca", "--openssl", ".", "--certificate", "root.pem", "--key", "root-key.pem",
            "--no-passphrase", folder: folder.url)
        #expect(imported.exitCode == 0 && imported.errors.contains("UNSAFE: root-key.pem: "), "\(imported.errors)")
        let signed = try runLucid("ca", "sign", "--ca", "ca", "--out", "signed.pem", "a.csr", folder: folder.url)
        #expect(signed.exitCode == 0 && signed.errors.contains("UNSAFE: a.csr: "), "\(signed.errors)")
    }
}
