import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// The files that a command makes with a teaching seed.
struct TeachingFiles: Equatable {
    /// Their octets by their names.
    let contents: [String: [UInt8]]

    /// All files of a folder.
    init(in folder: TemporaryFolder) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        contents = Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.read($0)) })
    }

    /// What a command leaves in an empty folder, and what it says. It is expected to succeed.
    static func made(
        by arguments: [String], through launcher: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (files: TeachingFiles, said: ProgramResult) {
        let folder = try TemporaryFolder()
        let command = launcher + [try #require(Programs.lucid)] + arguments
        let result = try Programs.run(command[0], Array(command.dropFirst()), folder: folder.url)
        #expect(result.exitCode == 0, "\(arguments): \(result.errors)", sourceLocation: sourceLocation)
        return (try TeachingFiles(in: folder), result)
    }

    /// The PEM files.
    var texts: [String: String] {
        contents.filter { !$0.key.hasPrefix(".") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// SHA-256 over the names and contents of the PEM files, in the names' order.
    var digest: String {
        var all: [UInt8] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) { all += Array("\(name)\n\(text)".utf8) }
        return hex(HashAlgorithm.sha256.hash(all))
    }

    /// Everything that was drawn from the words: private and public keys, serial numbers, signatures.
    func drawnNumbers() throws -> Set<[UInt8]> {
        var numbers: Set<[UInt8]> = []
        for (name, text) in texts {
            for entry in PKIFile(Array(text.utf8)).entries {
                switch entry.content {
                case .certificate(let certificate):
                    numbers.insert(try #require(certificate.serialNumber.magnitude).array)
                    numbers.insert(certificate.subjectPublicKeyInfo.derEncoded)
                    numbers.insert(certificate.signatureValue.bytes.array)
                case .request(let request):
                    numbers.insert(request.certificationRequestInfo.subjectPKInfo.derEncoded)
                    numbers.insert(request.signature.bytes.array)
                case .privateKey(let block): numbers.insert(block.bytes)
                default: Issue.record("\(name) has something else")
                }
            }
        }
        return numbers
    }

    static func == (a: Self, b: Self) -> Bool { a.contents == b.contents }

    /// Commands that make files, and the digests of what they make. Hand-outs are printed: these digests never change.
    static let known: [(arguments: [String], digest: String)] = [
        (
            ["demo", "--teaching-seed", "lesson 1", "."],
            "daff80485c6f713267d46c541604fe617afb9e44959d3b5a841dd318e748731d"
        ),
        (
            ["demo", "--teaching-seed", "lesson 2", "."],
            "67f113ff65b1abccab1928774b1e393d7388f96412ae425e8b74ee5838c6fc90"
        ),
        (
            ["demo", "--teaching-seed", "lesson 1", "--from", "2026-09-01", "."],
            "abadea270da658e9014491b1992b04c048465883ee43cf368f396c5b4f5cd13b"
        ),
        (
            ["self-signed", "--teaching-seed", "lesson 1", "localhost"],
            "ca00ea9927e175a1c2497a67b47a28656ad93885497674cd60dab39813d5aba5"
        ),
        (
            ["self-signed", "--teaching-seed", "lesson 1", "--key-kind", "p384", "localhost", "127.0.0.1"],
            "3de370836e669d66cd003a5cc91f3ba25a6d62221e1a84efd6da9b3e2be7f377"
        ),
        (
            ["self-signed", "--teaching-seed", "lesson 1", "--key-kind", "p521", "--for", "1y", "localhost"],
            "09af1724e595e947d5ae31b0a737a402102bb68c8319b4e035cb06e976390651"
        ),
        (
            ["self-signed", "--teaching-seed", "lesson 1", "--key-kind", "ed25519", "--from", "2060-02-29", "a.test"],
            "ddc3b8178cc612fc43723f97a6bea6e48e867e690b18bba88e70f1557c1c51e2"
        ),
        (
            ["self-signed", "--teaching-seed", "lesson 1", "--key-kind", "rsa-2048", "localhost"],
            "9e416b0146833fb27e2f72847b78ea1aa776c26a05a447936b1f2833a2217658"
        ),
        (
            ["request", "new", "a.csr", "--new-key", "a.pem", "--teaching-seed", "lesson 1", "a.test"],
            "4cad842014ddd2783551b5a8fcffd41c3e3f9339b64d0f58e113d3e1808032f5"
        ),
        (
            [
                "request", "new", "a.csr", "--new-key", "a.pem", "--key-kind", "rsa-2048", "--teaching-seed", "é",
                "a.test",
            ],
            "4c752d555a24d0eec397d89eda85e2b9a0b998410badaa89a2fb15fda9b515e4"
        ),
    ]
}
