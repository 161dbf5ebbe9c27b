import Foundation
import LucidTestSupport
import LucidX509
import Testing

extension ProgramResult {
    /// Whether the program ended by itself with one of the exit codes that are documented.
    var hasEndedWell: Bool { !hasTimedOut && signal == nil && [0, 1, 2].contains(exitCode) }
    /// Whether the input was refused with a message, and nothing was shown.
    var isRefusal: Bool { hasEndedWell && exitCode == 2 && stdout == [] && errors.hasPrefix("lucid: ") }
}

@Suite("Input that is no certificate gets one clear error")
struct BadInputTests {
    private let folder: TemporaryFolder
    private static let leaf = Checkout.fixtures.appending(path: "openssl/certs/leaf-p256.pem").path

    init() throws { folder = try TemporaryFolder() }

    @Test("A file that is missing, a folder, an empty file, noise")
    func noCertificate() throws {
        try folder.write([], to: "empty")
        try folder.write((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 97 ^ $0 >> 5) }, to: "noise")
        try folder.write(Array("no certificate in here\n".utf8), to: "text")
        for (name, words) in [
            ("missing", "no such file or folder"), ("", "is a folder"), ("empty", "is empty"), ("noise", "at byte 0"),
            ("text", "at byte 0"),
        ] {
            let path = name.isEmpty ? folder.path : folder.path(name)
            for arguments in [
                ["show"], ["show", "--json"], ["verify"], ["verify", "--trust", Self.leaf],
                ["verify", Self.leaf, "--trust"],
            ] {
                let result = try runLucid(arguments + [path])
                #expect(result.hasEndedWell && result.exitCode == 2, "\(arguments) \(name)")
                #expect(
                    result.errors.contains(path) && result.errors.contains(words),
                    "\(arguments) \(name): \(result.errors)")
                #expect(result.output == (arguments.contains("--json") ? "[]\n" : ""))
            }
        }
    }

    @Test("A file above the bound is not read")
    func tooLarge() throws {
        try folder.write([], to: "large")
        #expect(truncate(folder.path("large"), off_t(64 << 20) + 1) == 0)
        let result = try runLucid("show", folder.path("large"))
        #expect(result.isRefusal && result.errors.contains("is larger than 64 MiB"))
    }

    @Test("A file without permission to read", .disabled(if: getuid() == 0, "root may read everything"))
    func forbidden() throws {
        try folder.write(Array("secret".utf8), to: "secret")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("secret"))
        let result = try runLucid("show", folder.path("secret"))
        #expect(result.isRefusal && result.errors.contains("permission denied"))
    }

    @Test("A PEM file that ends after any of its lines")
    func truncatedPEM() throws {
        let lines = try String(decoding: Checkout.fixture("openssl/certs/leaf-p256.pem"), as: UTF8.self).split(
            separator: "\n")
        for count in 1..<lines.count {
            let result = try runLucid("show", "-", stdin: Array((lines[..<count].joined(separator: "\n") + "\n").utf8))
            #expect(result.isRefusal, "\(count) lines: \(result.errors)")
            #expect(
                result.errors.contains("standard input: line ") && result.errors.contains("the END line is missing"))
        }
    }

    @Test(
        "A DER file that ends after any of its octets, through the command for some",
        arguments: ["chain-p256-leaf", "chain-rsa-leaf"])
    func truncatedDERByCommand(_ name: String) throws {
        let der = try Checkout.fixture("openssl/certs/\(name).der")
        for count in stride(from: 1, to: der.count, by: der.count / 30) {
            let result = try runLucid("show", "-", stdin: Array(der[..<count]))
            #expect(result.isRefusal && result.errors.contains("(X.690 §8.1.3)"), "\(count) octets: \(result.errors)")
        }
    }

    @Test(
        "A DER file that ends after any of its octets, in the library for all",
        arguments: ["chain-p256-leaf", "chain-rsa-leaf"])
    func truncatedDER(_ name: String) throws {
        let der = try Checkout.fixture("openssl/certs/\(name).der")
        for count in 0..<der.count {
            #expect(throws: DERError.self, "\(count) octets") { try Certificate(der: Array(der[..<count])) }
        }
        #expect(throws: Never.self) { try Certificate(der: der) }
    }

    @Test("Each octet of a certificate changed: read or refused, never a crash")
    func changedOctets() throws {
        let der = try Checkout.fixture("openssl/certs/chain-p256-leaf.der")
        for index in der.indices {
            var changed = der
            changed[index] ^= index % 2 == 0 ? 0x01 : 0xff
            guard let certificate = try? Certificate(der: changed) else { continue }
            #expect(
                !CertificateReport.text(certificate).isEmpty && !CertificateReport.json(certificate).text.isEmpty)
        }
    }

    @Test("Bad Base64 in the middle of a bundle: the good ones are shown, the bad one is named")
    func badBlock() throws {
        let path = Checkout.fixtures.appending(path: "openssl/bundles/bad-base64-in-middle.pem").path
        let text = try runLucid("show", path)
        #expect(text.exitCode == 2 && text.output.contains("Certificate 2 of 2 (\(path), line 35)"))
        #expect(
            text.errors
                == "lucid: \(path): line 22: a character that is not Base64, “!” (in the CERTIFICATE block that begins on line 19)\n"
        )
        let json = try runLucid("show", "--json", path)
        #expect(json.exitCode == 2 && json.errors == text.errors)
        #expect(try JSON(json.stdout).array?.map { $0["line"]?.number } == [1, 35])
    }

    @Test("Every bundle of the fixtures ends well", arguments: try Checkout.fixtures(in: "openssl/bundles"))
    func bundles(_ file: String) throws {
        let path = Checkout.fixtures.appending(path: file).path
        for arguments in [["show"], ["show", "--json"], ["verify"], ["verify", "--trust", Self.leaf]] {
            let result = try runLucid(arguments + [path])
            #expect(result.hasEndedWell)
            #expect(result.exitCode != 2 || !result.errors.isEmpty)
        }
    }

    @Test("Standard input, from a file and from a pipe")
    func standardInput() throws {
        let pem = try Checkout.fixture("openssl/certs/leaf-p256.pem")
        let fromFile = try runLucid("show", "-", stdin: pem)
        #expect(fromFile.exitCode == 0 && fromFile.output.hasPrefix("Certificate (standard input, line 1)\n"))
        let lucid = try #require(Programs.lucid)
        let fromPipe = try Programs.run("/bin/sh", ["-c", "cat \"$1\" | \"$0\" show -", lucid, Self.leaf])
        #expect(fromPipe.exitCode == 0 && fromPipe.stdout == fromFile.stdout)
        #expect(try runLucid("show", "-").errors == "lucid: standard input: is empty\n")
    }
}
