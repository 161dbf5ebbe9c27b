import Foundation
import LucidTestSupport
import Testing

@Suite("lucid diff")
struct DiffCommandTests {
    private static let folder = Checkout.fixtures.path + "/openssl/"
    private static let leaf = folder + "certs/chain-p256-leaf.pem"
    private static let root = folder + "certs/chain-p256-root.pem"

    private static let codes: [(String, Int32)] = [
        ("certs/chain-p256-leaf.pem certs/chain-p256-leaf.der", 0),
        ("certs/chain-p256-leaf.pem certs/chain-p256-root.pem", 1),
        ("certs/name-hostile-bad-utf8.pem certs/name-hostile-control.pem", 1),
        ("csrs/p256-san.der csrs/p256-san.pem", 0), ("csrs/p256.pem csrs/ed25519.pem", 1),
        ("crls/with-reasons.pem crls/with-reasons.der", 0), ("crls/v1.pem crls/delta.pem", 1),
        ("ocsp/revoked.der ocsp/revoked.der", 0), ("csrs/p256.pem certs/leaf-p256.pem", 1),
        ("crls/v1.pem certs/leaf-p256.pem", 2), ("keys/p256.pem certs/leaf-p256.pem", 2),
        ("keys/p256.pem keys/p256.pem", 2), ("certs/no-such-file.pem certs/leaf-p256.pem", 2),
        ("certs certs/leaf-p256.pem", 2),
    ]

    @Test("exit codes: 0 the same, 1 different, 2 not to be compared", arguments: codes)
    func exitCodes(_ files: String, _ code: Int32) throws {
        let result = try runLucid(["diff"] + files.split(separator: " ").map { Self.folder + $0 })
        #expect(result.exitCode == code, "\(result.output)\(result.errors)")
        #expect(result.errors.isEmpty == (code != 2) && result.output.isEmpty == (code == 2))
    }

    @Test(
        "wrong arguments are told in a sentence",
        arguments: [
            (["-", "-"], "only one of the two can be standard input"), (["--all", "--a", "1"], "give either"),
            (["--a", "0"], "counted from 1"), (["--b", "7"], "has 1 structure, and no number 7"),
        ])
    func wrongArguments(_ arguments: [String], _ words: String) throws {
        let files = arguments.contains("-") ? [] : [Self.leaf, Self.leaf]
        let result = try runLucid(["diff"] + arguments + files)
        #expect(result.exitCode == 2 && result.errors.contains(words), "\(result.errors)")
    }

    @Test func `standard input is one of the two`() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.leaf)))
        for files in [["-", Self.root], [Self.root, "-"]] {
            let result = try runLucid(["diff"] + files, stdin: bytes)
            #expect(result.exitCode == 1 && result.output.contains("standard input, line 1: certificate"))
        }
        #expect(try runLucid("diff", "-", Self.leaf, stdin: bytes).exitCode == 0)
    }

    @Test func `of several structures the first certificate is taken, another one by its number, and that is told`()
        throws
    {
        let folder = try TemporaryFolder()
        let read = { (name: String) in try Checkout.fixture("openssl/" + name) }
        try folder.write(
            read("keys/p256.pem") + read("certs/chain-p256-root.pem") + read("certs/chain-p256-leaf.pem"),
            to: "bundle.pem")
        let bundle = folder.path("bundle.pem")
        let first = try runLucid("diff", Self.root, bundle)
        #expect(first.exitCode == 0 && first.errors.contains("has 3 structures; number 2 is compared"))
        let third = try runLucid("diff", "--b", "3", Self.leaf, bundle)
        #expect(third.exitCode == 0 && third.errors.isEmpty)
        #expect(try runLucid("diff", "--b", "1", Self.leaf, bundle).exitCode == 2)
    }

    @Test func `a broken block is not passed over for the one behind it, unless that is asked for`() throws {
        let folder = try TemporaryFolder()
        let read = { (name: String) in try Checkout.fixture("openssl/certs/" + name) }
        var broken = try read("chain-p256-leaf.pem")
        broken[100] = UInt8(ascii: "!")
        try folder.write(broken + read("chain-p256-root.pem"), to: "first.pem")
        try folder.write(read("chain-p256-root.pem") + broken, to: "second.pem")
        let (first, second) = (folder.path("first.pem"), folder.path("second.pem"))
        for files in [[first, Self.root], [Self.root, first]] {
            let result = try runLucid(["diff"] + files)
            #expect(result.exitCode == 2 && result.output.isEmpty)
            #expect(result.errors.contains("nothing is compared in place of a broken block"), "\(result.errors)")
        }
        #expect(try runLucid("diff", "--a", "1", first, Self.root).exitCode == 0)
        let later = try runLucid("diff", second, Self.root)
        #expect(later.exitCode == 0 && !later.errors.isEmpty)
    }

    @Test func `a bundle's certificates are compared with a certificate`() throws {
        let bundle = Self.folder + "pkcs7/chain.p7b"
        let file = try TemporaryFolder()
        let pem = try runLucid("convert", "--to", "pem", "--out", file.path("chain.pem"), bundle)
        #expect(pem.exitCode == 0, "\(pem.errors)")
        let all = try runLucid("diff", "--all", bundle, file.path("chain.pem"))
        #expect(all.exitCode == 0, "\(all.output)\(all.errors)")
        let one = try runLucid("diff", bundle, file.path("chain.pem"))
        #expect(one.exitCode == 0 && one.errors.contains("number 1 is compared"), "\(one.output)\(one.errors)")
        #expect(try runLucid("diff", bundle, bundle).exitCode == 0)
        #expect(try runLucid("diff", Self.folder + "pkcs7/crl.p7b", Self.root).exitCode == 2)
    }

    @Test func `bundles are compared in pairs, whatever their order`() throws {
        let folder = try TemporaryFolder()
        let read = { (name: String) in try Checkout.fixture("openssl/certs/" + name) }
        try folder.write(
            read("leaf-p256.pem") + read("chain-p256-root.pem") + read("cross-intermediate-by-a.pem"), to: "a.pem")
        try folder.write(
            read("cross-intermediate-by-b.pem") + read("leaf-p256.pem") + read("leaf-ed25519.pem"), to: "b.pem")
        let result = try runLucid("diff", "--all", "--brief", folder.path("a.pem"), folder.path("b.pem"))
        #expect(result.exitCode == 1 && result.errors.isEmpty)
        #expect(result.output.hasSuffix("1 the same, 1 changed, 1 only in A, 1 only in B\n"), "\(result.output)")
        #expect(result.output.contains("Cross-certificates: "))
        let system = "/etc/ssl/certs/ca-certificates.crt"
        guard FileManager.default.fileExists(atPath: system) else { return }
        #expect(try runLucid("diff", "--all", system, system).exitCode == 0)
    }

    @Test func `--brief leaves the sentences out, and --bytes shows where the bytes are`() throws {
        let full = try runLucid("diff", Self.leaf, Self.root).output
        let brief = try runLucid("diff", "--brief", Self.leaf, Self.root).output
        let bytes = try runLucid("diff", "--bytes", Self.leaf, Self.root).output
        #expect(full.contains("[RFC 5280 §4.1.2.2]") && !brief.contains("RFC 5280"))
        #expect(!full.contains("at byte 13,") && bytes.contains("at byte 13, "))
        #expect(brief.count < full.count && full.count < bytes.count)
        #expect(full.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }

    @Test func `the JSON's members are documented, and what is documented is there`() throws {
        var documents: [JSON] = []
        for files in [
            [Self.leaf, Self.root], ["--all", Self.folder + "crls/v1.pem", Self.root],
            [Self.folder + "csrs/p256.pem", Self.folder + "certs/leaf-p256.pem"],
            [Self.folder + "certs/name-hostile-bad-utf8.pem", Self.leaf],
        ] {
            let result = try runLucid(["diff", "--json"] + files)
            #expect(result.exitCode == 1)
            documents += try #require(try JSON(result.stdout).array)
        }
        #expect(documents.count == 5)
        try DocumentedMembers.expect(documents, in: "lucid diff")
    }

    @Test func `what is neither PEM nor DER is not compared, what is cut off is`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("hello\n".utf8), to: "text")
        try folder.write([], to: "empty")
        let der = try Checkout.fixture("openssl/certs/chain-p256-leaf.der")
        try folder.write(Array(der.prefix(300)), to: "short.der")
        for name in ["text", "empty"] {
            let result = try runLucid("diff", folder.path(name), folder.path(name))
            #expect(result.exitCode == 2 && result.output.isEmpty && result.errors.split(separator: "\n").count == 1)
        }
        let short = try runLucid("diff", Self.leaf, folder.path("short.der"))
        #expect(
            short.exitCode == 1 && short.output.contains("B was cut off before this: the data ends"), "\(short.output)")
    }

    @Test func `the example of Documentation/diff.md is what the command prints`() throws {
        let page = try String(contentsOf: Checkout.top.appending(path: "Documentation/diff.md"), encoding: .utf8)
        let example = try #require(page.components(separatedBy: "```console\n").dropFirst().first)
        let lines = try #require(example.components(separatedBy: "\n```").first).split(
            separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(lines.first == "$ lucid diff old.pem new.pem")
        let result = try runLucid("diff", "old.pem", "new.pem", folder: Checkout.fixtures.appending(path: "diff"))
        #expect(result.exitCode == 1)
        #expect(result.output == (lines.last ?? "") + "\n")
    }

    @Test func `hostile names and file names reach no terminal raw`() throws {
        let folder = try TemporaryFolder()
        let evil = "a\u{1b}[31mb\nc\u{202e}.pem"
        try folder.write(try Checkout.fixture("openssl/certs/name-hostile-control.pem"), to: evil)
        let certs = Self.folder + "certs/"
        for files in [
            [folder.path(evil), certs + "name-hostile-escape-sequence.pem"],
            [certs + "name-utf8-right-to-left.pem", certs + "name-hostile-html.pem"],
            [certs + "name-hostile-bad-utf8.pem", certs + "ext-subject-alt-name-hostile.pem"],
            [folder.path("missing\u{1b}[2J"), folder.path(evil)],
        ] {
            for options in [[], ["--bytes"], ["--json"], ["--all"]] {
                let result = try runLucid(["diff"] + options + files)
                #expect(result.hasEndedWell)
                for scalar in String(decoding: result.stdout + result.stderr, as: UTF8.self).unicodeScalars {
                    let isSafe = scalar == "\n" || scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
                    #expect(isSafe && !(0x202a...0x202e).contains(scalar.value), "\(files) \(options)")
                }
            }
        }
    }
}
