import LucidDER
import Testing

@testable import LucidExplain

/// Identifier and length octets in words.
struct HeaderWordsTests {
    @Test(
        arguments: [
            (0x30, "30 = 00 1 10000: universal, constructed, number 16: SEQUENCE"),
            (0x02, "02 = 00 0 00010: universal, primitive, number 2: INTEGER"),
            (0xa3, "a3 = 10 1 00011: context-specific, constructed, number 3"),
            (0x82, "82 = 10 0 00010: context-specific, primitive, number 2"),
            (0x41, "41 = 01 0 00001: application, primitive, number 1"),
            (0xc0, "c0 = 11 0 00000: private, primitive, number 0"),
        ] as [(UInt8, String)])
    func `an identifier octet is told bit by bit`(octet: UInt8, words: String) {
        #expect(HeaderWords.words(identifier: octet) == words)
    }

    @Test(
        arguments: [
            ([0x00], "00: short form, 0 octets"), ([0x01], "01: short form, 1 octet"),
            ([0x7f], "7f: short form, 127 octets"),
            ([0x81, 0x80], "81 80: long form, the next 1 octet say 128 octets"),
            ([0x82, 0x04, 0xd2], "82 04 d2: long form, the next 2 octets say 1234 octets"),
        ] as [([UInt8], String)])
    func `length octets are told in both forms`(octets: [UInt8], words: String) {
        #expect(HeaderWords.words(length: octets[...]) == words)
    }

    @Test func `the header of a BIT STRING that holds a structure ends before its count of unused bits`() throws {
        let explanation = Explanation(try PageSamples.certificate("leaf-rsa-2048"), as: .certificate)
        let line = try #require(explanation.lines.first { $0.path.hasSuffix("subjectPublicKey") })
        #expect(HeaderWords(line, in: explanation.octets.source)?.count == 4)
        #expect(line.range.count == 5)
    }
}
