import LucidTestSupport
import Testing

@testable import LucidPEM

/// The blocks of a text.
func blocks(_ text: String) -> [Result<PEMBlock, PEMError>] { blocks(Array(text.utf8)) }
func blocks(_ bytes: [UInt8]) -> [Result<PEMBlock, PEMError>] { PEMReader.blocks(in: bytes.span) }

func looksLikePEM(_ bytes: [UInt8]) -> Bool { PEMReader.looksLikePEM(bytes.span) }

extension Result {
    var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
    var success: Success? { try? get() }
}

@Suite("PEM files are read block by block")
struct PEMReaderTests {
    static let block = "-----BEGIN X-----\nAQID\n-----END X-----\n"

    @Test(
        "one block is found, whatever stands around it and however its lines end",
        arguments: [
            block, "\u{feff}" + block, "text\n" + block + "text", block.replacing("\n", with: "\r\n"),
            "\u{feff}" + block.replacing("\n", with: "\r\n"), block.replacing("\n", with: " \t \r\n"),
            String(block.dropLast()),
            "-----BEGIN X-----\n\n  AQ\n\tI D\n\n-----END X-----", "-----BEGIN X\n" + block,
            "-----END X-----\n" + block,
            "-----BEGIN -----\n" + block, " -----BEGIN Y-----\n" + block, "\n\n\n" + block,
            "\u{e9}\u{feff}\n" + block,
        ])
    func around(text: String) throws {
        let found = blocks(text)
        #expect(found.count == 1)
        let block = try #require(found.first?.success)
        #expect(block.label == "X")
        #expect(block.bytes == [1, 2, 3])
        #expect(block.headers.isEmpty)
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(block.line == lines.firstIndex { $0.contains("-----BEGIN X-----") }.map { $0 + 1 })
        #expect(looksLikePEM(Array(text.utf8)))
    }

    @Test(
        "what has no BEGIN line is no PEM file",
        arguments: [
            "", "\n", "BEGIN X", "---- BEGIN X ----", "-- BEGIN X --", "\u{30}\u{03}\u{02}\u{01}\u{00}",
            " -----BEGIN X-----\n",
            "-----END X-----\n", "-----BEGIN", "-----BEGIN-----",
        ])
    func notPEM(text: String) {
        #expect(!looksLikePEM(Array(text.utf8)))
        #expect(blocks(text).isEmpty)
    }

    @Test("many blocks, in their order")
    func many() {
        let text = (0..<300).map {
            "n \($0)\n" + PEMBlock(label: "L\($0 % 3)", bytes: [UInt8](repeating: 7, count: $0 + 1)).text
        }
        let found = blocks(text.joined()).compactMap(\.success)
        #expect(found.map(\.bytes.count) == Array(1...300))
        #expect(found.map(\.label) == (0..<300).map { "L\($0 % 3)" })
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.line < $1.line })
    }

    @Test("headers before the Base64 text")
    func headers() throws {
        let text = "-----BEGIN K-----\nProc-Type: 4,ENCRYPTED\nDEK-Info:AES-256-CBC,00\n\nAQID\n-----END K-----\n"
        let block = try #require(blocks(text).first?.success)
        #expect(block.headers.map(\.name) == ["Proc-Type", "DEK-Info"])
        #expect(block.headers.map(\.value) == ["4,ENCRYPTED", "AES-256-CBC,00"])
        #expect(block.bytes == [1, 2, 3])
        // Written and read again.
        #expect(blocks(block.text).first?.success == block)
    }

    /// A good block, the text in question, and another good block.
    @Test(
        "a bad block is told with its line, and does not spoil the others",
        arguments: [
            ("-----BEGIN Y-----\nAQID\n", .noEndLine, 6),
            ("-----BEGIN Y-----\nAQID\n-----END Z-----\n", .endLabelDiffers(found: "Z"), 6),
            ("-----BEGIN Y-----\nAQID\nA*ID\nAQID\n-----END Y-----\n", .characterNotBase64(0x2a), 6),
            ("-----BEGIN Y-----\nAQ==\nAQID\n-----END Y-----\n", .dataAfterPadding, 6),
            ("-----BEGIN Y-----\nAQIDA\n-----END Y-----\n", .base64Truncated, 6),
            ("-----BEGIN Y-----\nAR==\n-----END Y-----\n", .base64BitsLeftOver, 6),
            ("-----BEGIN Y-----\n-----END Y-----\n", .empty, 5),
            ("-----BEGIN Y-----\nA: b\n\n-----END Y-----\n", .empty, 7),
            ("-----BEGIN Y-----\nAQID\nA: b\n-----END Y-----\n", .characterNotBase64(0x3a), 6),
            ("-----BEGIN Y-----\n-----END Y ----\n-----END Y-----\n", .characterNotBase64(0x2d), 5),
        ] as [(String, PEMError.Reason, Int)])
    func badBlocks(text: String, reason: PEMError.Reason, line: Int) throws {
        let found = blocks(Self.block + text + Self.block)
        #expect(found.count == 3)
        #expect(found.first?.success?.bytes == [1, 2, 3])
        #expect(found.last?.success?.bytes == [1, 2, 3])
        let error = try #require(found[1].failure)
        #expect(error.reason == reason)
        #expect(error.line == line)
        #expect(error.blockLine == 4)
        #expect(error.label == "Y")
    }

    @Test(
        "a file that ends inside a block",
        arguments: [
            ("-----BEGIN Y-----", 1), ("-----BEGIN Y-----\n", 1), ("-----BEGIN Y-----\nAQID", 2),
            ("-----BEGIN Y-----\nAQID\n\n", 3),
        ])
    func endsInside(text: String, line: Int) {
        #expect(blocks(text).map(\.failure) == [PEMError(reason: .noEndLine, line: line, blockLine: 1, label: "Y")])
    }

    @Test("random text never traps")
    func randomText() {
        var state: UInt64 = 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "-----BEGIN ", "-----END ", "-----", "X", "\n", "\r", "AQID", "=", ":", " ", "\u{feff}", "é", "\0",
        ]
        for _ in 0..<3000 {
            let text = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            for error in blocks(text).compactMap(\.failure) { #expect(error.line >= error.blockLine) }
        }
    }
}
