import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// A CA that the command made, without a passphrase, and a folder for what it issues.
final class CommandAuthority: Sendable {
    let folder: TemporaryFolder
    /// The CA's folder.
    let path: String

    init(_ more: String...) throws {
        folder = try TemporaryFolder()
        path = folder.path("ca")
        let made = try runLucid(["ca", "init", "--ca", path, "--no-passphrase"] + more)
        guard made.exitCode == 0 else { throw ProgramProblem(made.errors) }
    }

    /// Runs `lucid ca COMMAND --ca …` in the folder around the CA.
    func run(_ command: String, _ arguments: String..., environment: [String: String] = [:]) throws -> ProgramResult {
        try runLucid(self.arguments(command, arguments), environment: environment, folder: folder.url)
    }

    func arguments(_ command: String, _ more: [String]) -> [String] { ["ca", command, "--ca", path] + more }

    /// What `ca list --json` says.
    func list(_ arguments: String...) throws -> [JSON] {
        let result = try runLucid(self.arguments("list", ["--json"] + arguments))
        #expect(result.exitCode == 0, "\(result.errors)")
        return try #require(try JSON(result.stdout).array)
    }

    /// Every certificate of the end entities in the CA, by serial number.
    func issued() throws -> [String: JSON] {
        let all = try list().filter { $0["origin"]?.string != "authority" }
        let pairs = all.compactMap { record in record["serialNumber"]?.string.map { ($0, record) } }
        #expect(Set(pairs.map(\.0)).count == all.count, "a serial number is there twice")
        return Dictionary(pairs) { first, _ in first }
    }

    /// The names of what lies around the CA.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "ca" }.sorted()
    }

    /// The octets of the CA's files, by path.
    func contents() throws -> [String: [UInt8]] {
        var all: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            all[name] = (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map { [UInt8]($0) } ?? []
        }
        return all
    }
}

/// The serial number of the first certificate of a PEM file, as the CA shows it.
func serialNumber(ofFile path: String) throws -> String {
    let file = CertificateFile([UInt8](try Data(contentsOf: URL(filePath: path))))
    let certificate = try #require(try file.entries.first?.certificate.get())
    return hex(certificate.serialNumber.magnitude?.array ?? [])
}

let isSuperuser = geteuid() == 0
