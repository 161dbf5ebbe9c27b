import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// A CA in a folder that was made with the command, and whose keys have no passphrase: to derive one takes a debug build long.
final class TeamCA: Sendable {
    let folder: TemporaryFolder

    init(_ options: String...) throws {
        folder = try TemporaryFolder()
        let made = try runLucid(["ca", "init", "--name", "Test", "--no-passphrase"] + options, folder: folder.url)
        guard made.exitCode == 0 else { throw ProgramProblem(made.errors) }
    }

    /// Runs `lucid ca …` in the folder around the CA's.
    @discardableResult
    func ca(_ arguments: String..., expecting exitCode: Int32? = 0) throws -> ProgramResult {
        let result = try runLucid(["ca"] + arguments, folder: folder.url)
        #expect(result.exitCode == exitCode, "\(arguments): \(result.output)\(result.errors)")
        return result
    }

    /// Starts `lucid ca …`.
    func start(_ arguments: String...) throws -> RunningProgram {
        guard let lucid = Programs.lucid else { throw ProgramProblem("no lucid") }
        return try RunningProgram(lucid, ["ca"] + arguments, folder: folder.url)
    }

    /// Runs openssl in the folder around the CA's.
    func openssl(_ arguments: String...) throws -> ProgramResult {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        return try Programs.run(openssl, arguments, folder: folder.url)
    }

    /// What `lucid ca … --json` prints.
    func json(_ arguments: String..., expecting exitCode: Int32? = 0) throws -> Any {
        let result = try runLucid(["ca"] + arguments + ["--json"], folder: folder.url)
        #expect(result.exitCode == exitCode, "\(arguments): \(result.output)\(result.errors)")
        return try JSONSerialization.jsonObject(with: Data(result.stdout))
    }

    /// Lets the CA believe that its certificates began earlier.
    func age(days: Int) throws {
        try database("UPDATE certificate SET not_before = not_before - \(days * 86_400) WHERE origin <> 'authority'")
    }

    /// Changes the database by SQL, as no command would.
    func database(_ sql: String) throws {
        let python = try #require(Programs.python3)
        let result = try Programs.run(
            python,
            ["-c", "import sqlite3, sys; c = sqlite3.connect('ca/ca.db'); c.execute(sys.argv[1]); c.commit()", sql],
            folder: folder.url)
        guard result.exitCode == 0 else { throw ProgramProblem(result.errors) }
    }

    func path(_ name: String) -> String { folder.path(name) }

    /// The serial numbers of the certificates that `lucid ca list` finds, with these options.
    func serialNumbers(_ options: String...) throws -> [String] {
        let result = try runLucid(["ca", "list", "--json"] + options, folder: folder.url)
        let records = try JSONSerialization.jsonObject(with: Data(result.stdout)) as? [[String: Any]] ?? []
        return records.compactMap { $0["serialNumber"] as? String }
    }

    /// The serial number of the first certificate in a file, as the CA prints it.
    func serialNumber(of name: String) throws -> String {
        let file = CertificateFile(try folder.read(name))
        let certificate = try #require(file.certificates.first)
        return certificate.serialNumber.content.array.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }

    /// Whether a key and the first certificate of a file belong together.
    func fits(_ key: String, _ certificate: String) throws -> Bool {
        let text = try folder.read(key)
        let blocks = PEMReader.blocks(in: text.span).compactMap { try? $0.get() }
        var block = try #require(blocks.first)
        let found = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in throw .passphraseNeeded }
        let leaf = try #require(CertificateFile(try folder.read(certificate)).certificates.first)
        return found.publicKey == (try PublicKey(leaf.subjectPublicKeyInfo))
    }
}
