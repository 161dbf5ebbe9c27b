import Foundation
import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport

/// The DER of every certificate block in a file.
func certificateBytes(_ file: [UInt8]) throws -> [[UInt8]] {
    if !PEMReader.looksLikePEM(file.span) { return [file] }
    return try PEMReader.blocks(in: file.span).map { try $0.get() }.filter { $0.label == "CERTIFICATE" }.map(\.bytes)
}

/// One certificate of `Fixtures/openssl/certs`.
func fixture(_ name: String) throws -> Certificate { try Certificate(der: fixtureBytes(name)) }

func fixtureBytes(_ name: String) throws -> [UInt8] {
    try certificateBytes(Checkout.fixture("openssl/certs/\(name).pem"))[0]
}

/// The error of reading a certificate, or nil.
func failure(_ bytes: [UInt8]) -> DERError? {
    do throws(DERError) {
        _ = try Certificate(der: bytes)
        return nil
    } catch { return error }
}

/// Files with the root certificates that programs trust: many real certificates of many makers.
enum TrustStore {
    static let system: String? = {
        let path = "/etc/ssl/certs/ca-certificates.crt"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// Mozilla's list as the Python package certifi has it.
    static let certifi: String? = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import certifi; print(certifi.where())"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let path = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()
}
