import Foundation
import LucidTestSupport

/// Runs command lines by the system's openssl and by `lucid openssl`, each in a folder of its own that begins with the same files.
struct BothFaces {
    let openssl: TemporaryFolder
    let lucid: TemporaryFolder

    init(files: [String: [UInt8]]) throws {
        openssl = try TemporaryFolder()
        lucid = try TemporaryFolder()
        for (name, octets) in files {
            try openssl.write(octets, to: name)
            try lucid.write(octets, to: name)
        }
    }

    /// Runs a command line without its program's name; spaces separate the arguments.
    ///
    /// - Parameter stdin: a file of the folders that is standard input.
    func run(_ line: String, stdin: String? = nil) throws -> (openssl: ProgramResult, lucid: ProgramResult) {
        (try runOpenSSL(line, stdin: stdin), try runLucid(line, stdin: stdin))
    }

    func runOpenSSL(_ line: String, stdin: String? = nil) throws -> ProgramResult {
        guard let program = Programs.openssl else { throw ProgramProblem("openssl is missing") }
        return try Programs.run(
            program, Self.arguments(line), stdin: try stdin.map { try openssl.read($0) } ?? [], folder: openssl.url)
    }

    func runLucid(_ line: String, stdin: String? = nil) throws -> ProgramResult {
        try LucidTestSupport.runLucid(
            ["openssl"] + Self.arguments(line), stdin: try stdin.map { try lucid.read($0) } ?? [], folder: lucid.url)
    }

    static func arguments(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

    /// A file that each side may have made.
    func file(_ name: String) -> (openssl: [UInt8]?, lucid: [UInt8]?) {
        (try? openssl.read(name), try? lucid.read(name))
    }

    /// Copies what one side made to the other's folder.
    func hand(_ name: String, from source: TemporaryFolder, to target: TemporaryFolder) throws {
        try target.write(try source.read(name), to: name)
    }
}
