import Foundation
import LucidDER
import LucidModel
import LucidNumber
import LucidPEM
import LucidSignature
import LucidTestSupport

struct Missing: Error {}

/// The blocks of a fixture.
func fixtureBlocks(_ path: String) throws -> [PEMBlock] {
    let file = try Checkout.fixture("openssl/\(path)")
    return try PEMReader.blocks(in: file.span).map { try $0.get() }
}

/// The certificates of a fixture or of another file.
func certificates(_ file: [UInt8]) throws -> [Certificate] {
    try PEMReader.blocks(in: file.span).map { try $0.get() }.filter { $0.label == "CERTIFICATE" }
        .map { try Certificate(der: $0.bytes) }
}

func fixture(_ name: String) throws -> Certificate {
    try certificates(Checkout.fixture("openssl/certs/\(name).pem"))[0]
}

/// The private key block of a fixture.
func keyBlock(_ name: String) throws -> PEMBlock {
    guard let block = try fixtureBlocks("keys/\(name).pem").first(where: { $0.label.contains("PRIVATE KEY") }) else {
        throw Missing()
    }
    return block
}

func signingKey(_ name: String) throws -> SigningKey {
    var block = try keyBlock(name)
    let key = try SigningKey(pem: &block)
    return key
}

/// Why a key can not be read, or nil where it can.
func problem(label: String = "PRIVATE KEY", _ bytes: [UInt8], headers: [PEMBlock.Header] = []) -> PrivateKeyProblem? {
    do throws(PrivateKeyProblem) {
        _ = try publicKey(label: label, bytes, headers: headers)
        return nil
    } catch { return error }
}

/// The public half of a key that is read.
func publicKey(
    label: String = "PRIVATE KEY", _ bytes: [UInt8], headers: [PEMBlock.Header] = []
) throws(PrivateKeyProblem) -> PublicKey {
    var block = PEMBlock(label: label, bytes: bytes, headers: headers)
    let key = try SigningKey(pem: &block)
    return key.publicKey
}

/// Why a signature does not hold, or nil.
func problem(
    _ signature: DERBitString, over message: [UInt8], _ algorithm: AlgorithmIdentifier, _ signer: PublicKey
) -> SignatureProblem? {
    do throws(SignatureProblem) {
        try SignatureChecker.check(signature, over: DERBytes(message), algorithm: algorithm, signer: signer)
        return nil
    } catch { return error }
}

/// The `openssl` command, which these tests compare with.
enum OpenSSL {
    static let isThere = (try? run(["version"])) != nil

    /// What the command prints; throws where it fails.
    @discardableResult
    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(text: text) }
        return text
    }
    struct Failure: Error { let text: String }

    /// Runs `body` with a file that is removed afterwards.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let path = NSTemporaryDirectory() + "lucid-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        return try body(path)
    }
}
