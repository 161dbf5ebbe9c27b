import Foundation
import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature

/// A root, an intermediate, a server and a client with keys of one kind.
final class Hierarchy: Sendable {
    static let time = CalendarTime(secondsSince1970: 1_795_293_891)  // 2026-11-21T20:44:51Z
    static let hosts = ["www.example.test", "*.example.test", "192.0.2.1", "2001:db8::1"]

    let root, intermediate: CertificateAuthority
    let server, client: Certificate
    let subjectKey: PublicKey

    init(_ kind: SigningKey.Kind) throws {
        let subject = try SigningKey.generate(kind)
        subjectKey = subject.publicKey
        let top = try CertificateAuthority.root(named: "Root", key: SigningKey.generate(kind), from: Self.time)
        let middle = try top.intermediate(named: "Intermediate", key: SigningKey.generate(kind), from: Self.time)
        server = try middle.server(names: Self.hosts, key: subjectKey, from: Self.time)
        client = try middle.client(names: ["user@example.test"], key: subjectKey, from: Self.time)
        root = top
        intermediate = middle
    }

    static let p256 = Result { try Hierarchy(.p256) }
    static let rsa = Result { try Hierarchy(.rsa(bits: 2048)) }
    static func of(_ kind: Kind) throws -> Hierarchy { try (kind == .p256 ? p256 : rsa).get() }
    enum Kind: CaseIterable, Sendable { case p256, rsa }
}

/// What issuing ends with, or nil where it succeeds.
func problem(_ issue: () throws(IssuingProblem) -> Void) -> IssuingProblem? {
    do throws(IssuingProblem) {
        try issue()
        return nil
    } catch { return error }
}

/// The `openssl` command.
enum OpenSSL {
    static let isThere = (try? run(["version"]))?.status == 0

    static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    /// Writes certificates as PEM files into a folder that is removed afterwards.
    static func withFiles<Result>(_ certificates: [Certificate], _ body: ([String]) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "lucid-issuing-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let paths = try certificates.enumerated().map { index, certificate in
            let base64 = Data(certificate.der).base64EncodedString(options: .lineLength64Characters)
            let text =
                "-----BEGIN CERTIFICATE-----\n\(base64.replacing("\r\n", with: "\n"))\n-----END CERTIFICATE-----\n"
            let path = "\(folder)/\(index).pem"
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            return path
        }
        return try body(paths)
    }
}
