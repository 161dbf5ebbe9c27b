import Foundation
import LucidTestSupport
import Testing

@testable import LucidPEM

@Suite("PEM files that OpenSSL wrote")
struct PEMFixtureTests {
    private func fixture(_ name: String) throws -> [Result<PEMBlock, PEMError>] {
        blocks(try Checkout.fixture("openssl/bundles/\(name).pem"))
    }

    @Test(
        "three certificates, whatever stands around them",
        arguments: [
            "chain-p256", "chain-rsa", "free-text", "free-text-crlf", "text-before-blocks",
        ])
    func bundles(name: String) throws {
        let found = try fixture(name)
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.success?.label == "CERTIFICATE" })
    }

    @Test("the same blocks with and without text and carriage returns")
    func sameBlocks() throws {
        let plain = try fixture("chain-p256").compactMap { $0.success?.bytes }
        #expect(plain.count == 3)
        #expect(try fixture("free-text").compactMap { $0.success?.bytes } == plain)
        #expect(try fixture("free-text-crlf").compactMap { $0.success?.bytes } == plain)
    }

    @Test(
        "a broken block in the middle",
        arguments: [
            ("bad-base64-in-middle", .characterNotBase64(UInt8(ascii: "!")), 22),
            ("missing-end-in-middle", .noEndLine, 34),
        ] as [(String, PEMError.Reason, Int)])
    func broken(name: String, reason: PEMError.Reason, line: Int) throws {
        let found = try fixture(name)
        #expect(found.map { $0.success != nil } == [true, false, true])
        #expect(found[1].failure == PEMError(reason: reason, line: line, blockLine: 19, label: "CERTIFICATE"))
    }

    @Test("cut DER is still good PEM")
    func truncatedDER() throws {
        let found = try fixture("truncated-der-in-middle")
        #expect(found.map { $0.success != nil } == [true, true, true])
        #expect(found.compactMap { $0.success?.line } == [1, 19, 28])
    }

    @Test(
        "all labels of a mixed file",
        arguments: [
            (
                "mixed-kinds",
                ["PRIVATE KEY", "CERTIFICATE", "CERTIFICATE", "EC PARAMETERS", "EC PRIVATE KEY", "PUBLIC KEY"]
            ),
            ("trusted-certificate", ["TRUSTED CERTIFICATE"]), ("old-label", ["X509 CERTIFICATE"]),
            ("chain-p256-pkcs7", ["PKCS7"]),
        ])
    func labels(name: String, labels: [String]) throws {
        #expect(try fixture(name).compactMap { $0.success?.label } == labels)
    }

    @Test("encrypted keys keep their headers")
    func headers() throws {
        let found = blocks(try Checkout.fixture("openssl/keys/enc-p256-aes256-traditional.pem"))
        let block = try #require(found.first?.success)
        #expect(block.headers.map(\.name) == ["Proc-Type", "DEK-Info"])
        #expect(block.headers.first?.value == "4,ENCRYPTED")
    }

    @Test(
        "every key and certificate is written exactly as OpenSSL wrote it",
        arguments: ["keys", "certs", "crls", "csrs"])
    func rewritten(folder: String) throws {
        for name in try Checkout.fixtures(in: "openssl/\(folder)", endings: ["pem"]) {
            let bytes = try Checkout.fixture(name)
            let text = blocks(bytes).compactMap { $0.success?.text }.joined()
            #expect(text == String(decoding: bytes, as: UTF8.self), "\(name)")
        }
    }

    @Test("DER files do not look like PEM")
    func der() throws {
        for name in try Checkout.fixtures(in: "openssl/keys", endings: ["der"]) {
            #expect(!looksLikePEM(try Checkout.fixture(name)), "\(name)")
        }
    }

    @Test("lines of 64 characters")
    func lines() {
        for count in [1, 47, 48, 49, 95, 96, 97, 1000] {
            let block = PEMBlock(label: "A B", bytes: [UInt8](repeating: 0xa5, count: count))
            let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.first == "-----BEGIN A B-----")
            #expect(lines.suffix(2) == ["-----END A B-----", ""])
            let body = lines.dropFirst().dropLast(2)
            #expect(body.dropLast().allSatisfy { $0.count == 64 })
            #expect(body.last.map { (1...64).contains($0.count) } == true)
            #expect(Data(base64Encoded: body.joined()).map { $0.count } == count)
        }
    }
}
