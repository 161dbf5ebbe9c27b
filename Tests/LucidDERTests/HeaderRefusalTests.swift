import LucidDER
import LucidTestSupport
import Testing

@Suite("Identifier and length octets are read strictly")
struct HeaderRefusalTests {
    static let any: Reading = { c throws(DERError) in _ = try c.anyElementBytes("f") }
    static let pair: Reading = { c throws(DERError) in
        try c.sequence("f") { inner throws(DERError) in
            try inner.null("first")
            try inner.null("second")
        }
    }

    static let refusals: [Refusal] = [
        Refusal("nothing", "", .truncated(missing: 2), at: 0, any),
        Refusal("a tag alone", "30", .truncated(missing: 1), at: 1, any),
        Refusal("content cut", "04 03 01 02", .truncated(missing: 1), at: 4, any),
        Refusal("length beyond the end", "04 7f", .truncated(missing: 127), at: 2, any),
        Refusal("long length cut", "04 82 01", .truncated(missing: 1), at: 3, any),
        Refusal("long length, content cut", "04 82 01 00 00", .truncated(missing: 255), at: 5, any),
        Refusal("four length octets beyond the end", "04 84 ff ff ff ff", .truncated(missing: 0xffff_ffff), at: 6, any),
        Refusal("inner element beyond the outer one", "30 03 04 02 00 00", .truncated(missing: 1), at: 5, any),
        Refusal("indefinite length", "30 80 05 00 00 00", .indefiniteLength, at: 1, any),
        Refusal("indefinite length, primitive", "04 80 00 00", .indefiniteLength, at: 1, any),
        Refusal("indefinite length inside", "30 06 30 80 05 00 00 00", .indefiniteLength, at: 3, any),
        Refusal("81 for a short length", "04 81 01 00", .lengthNotMinimal, at: 1, any),
        Refusal("81 7f", bytes: [4, 0x81, 0x7f] + [UInt8](repeating: 0, count: 127), .lengthNotMinimal, at: 1, any),
        Refusal(
            "82 with a leading zero", bytes: [4, 0x82, 0, 0x80] + [UInt8](repeating: 0, count: 128),
            .lengthNotMinimal, at: 1, any),
        Refusal("zero length in the long form", "04 81 00", .lengthNotMinimal, at: 1, any),
        Refusal("five length octets", "04 85 00 00 00 00 01 00", .lengthTooLarge, at: 1, any),
        Refusal("127 length octets", "04 ff 01 00", .lengthTooLarge, at: 1, any),
        Refusal("long-form tag", "1f 22 00", .longFormTag, at: 0, any),
        Refusal("long-form tag, constructed context", "30 03 bf 22 00", .longFormTag, at: 2, any),
        Refusal("bytes after the input's element", "05 00 05", .trailingBytes(count: 1), at: 2, in: "", any),
        Refusal(
            "bytes after a structure's last field", "30 06 05 00 05 00 05 00", .trailingBytes(count: 2), at: 6, pair),
        Refusal("a field is missing", "30 02 05 00", .missingElement(expected: [.null]), at: 4, in: "f.second", pair),
        Refusal(
            "another tag", "30 04 05 00 02 00", .unexpectedTag(expected: [.null], found: .integer), at: 4,
            in: "f.second", pair),
        Refusal(
            "a primitive SEQUENCE", "10 00", .unexpectedTag(expected: [.sequence], found: DERTag(octet: 0x10)), at: 0,
            pair),
        Refusal(
            "a constructed NULL", "30 04 25 00 05 00",
            .unexpectedTag(expected: [.null], found: DERTag(octet: 0x25)), at: 2, in: "f.first", pair),
    ]

    @Test("wrong headers", arguments: refusals)
    func refuses(_ refusal: Refusal) { refusal.check() }

    @Test(
        "each length is written with the fewest octets and read back",
        arguments: [
            (0, "00"), (1, "01"), (127, "7f"), (128, "8180"), (255, "81ff"), (256, "820100"), (65535, "82ffff"),
            (65536, "83010000"),
        ])
    func lengths(count: Int, length: String) throws {
        let content = [UInt8](repeating: 0x5a, count: count)
        let expected = [0x04] + hex(length) + content
        #expect(DERWriter.encode { $0.octetString(content) } == expected)
        #expect(DERWriter.encode { $0.octetString { $0.append(content) } } == expected)
        #expect(try decode(expected) { c throws(DERError) in try c.octetString("f") }.array == content)
    }

    @Test("structures nest up to the bound and no deeper")
    func nesting() throws {
        #expect(failure(DERBytes(nested(DERLimits.nestingDepth)), Self.any) == nil)
        let error = failure(DERBytes(nested(DERLimits.nestingDepth + 1)), Self.any)
        #expect(error?.reason == .nestedTooDeep(limit: 64))
        // The 65th header; each of the outer 64 takes two octets up to 127, then three.
        #expect(error?.fieldPath == "f")
        #expect(error.map { nested(DERLimits.nestingDepth + 1)[$0.offset] } == 0x30)
    }

    @Test("10,000 nested structures are an error and no crash", arguments: [0x30, 0x31, 0xa0] as [UInt8])
    func deepNesting(tag: UInt8) {
        let error = failure(DERBytes(nested(10_000, tag: tag)), Self.any)
        #expect(error?.reason == .nestedTooDeep(limit: 64))
    }

    private func nested(_ depth: Int, tag: UInt8 = 0x30) -> [UInt8] {
        (0..<depth).reduce([]) { inner, _ in
            DERWriter.encode { $0.constructed(DERTag(octet: tag)) { $0.append(inner) } }
        }
    }

    @Test("an input above the bound is refused before it is looked at")
    func inputBound() {
        let bytes = DERBytes([UInt8](repeating: 0, count: DERLimits.inputByteCount + 1))
        #expect(failure(bytes, Self.any)?.reason == .inputTooLong(limit: DERLimits.inputByteCount))
    }

    @Test("paths are written a.b[2].c")
    func paths() {
        let input = hex("30 0d 30 0b 30 02 05 00 30 02 05 00 30 01 05")
        let error = failure(DERBytes(input)) { c throws(DERError) in
            try c.sequence("a") { a throws(DERError) in
                _ = try a.sequenceOf("b") { item throws(DERError) in
                    try item.sequence("") { inner throws(DERError) in try inner.null("c") }
                }
            }
        }
        #expect(error?.fieldPath == "a.b[2].c")
        #expect(error?.offset == 15)
        #expect(error?.path == [.field("a"), .field("b"), .index(2), .field("c")])
    }

    @Test("random bytes never trap, and what is accepted is taken whole")
    func randomBytes() {
        var generator = SeededGenerator(seed: 1)
        var accepted = 0
        for round in 0..<100_000 {
            var input = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            // Half of them begin like a structure that fits, so that the reader gets further than one header.
            if round % 2 == 0, input.count > 2 {
                input[0] = 0x30
                input[1] = UInt8(input.count - 2)
            }
            var cursor = DERCursor(input)
            do throws(DERError) {
                let element = try cursor.anyElementBytes("f")
                accepted += 1
                if element.range != 0..<cursor.offset || cursor.offset > input.count { Issue.record("\(hex(input))") }
            } catch {
                if !(0...input.count).contains(error.offset) { Issue.record("offset \(error.offset) in \(hex(input))") }
            }
        }
        #expect(accepted > 1000)
    }
}
