import LucidDER
import LucidTestSupport
import Testing

@Suite("Values are written and read")
struct ValueTests {
    @Test("BOOLEAN", arguments: [(true, "0101ff"), (false, "010100")])
    func boolean(value: Bool, encoding: String) throws {
        #expect(hex(DERWriter.encode { $0.boolean(value) }) == encoding)
        #expect(try decode(hex(encoding)) { c throws(DERError) in try c.boolean("f") } == value)
    }

    @Test("BOOLEAN DEFAULT FALSE", arguments: [(true, "0101ff"), (false, "")])
    func flag(value: Bool, encoding: String) throws {
        #expect(hex(DERWriter.encode { $0.booleanDefaultFalse(value) }) == encoding)
        #expect(try decode(hex(encoding)) { c throws(DERError) in try c.booleanDefaultFalse("f") } == value)
    }

    @Test(
        "INTEGER",
        arguments: [
            (0, "020100"), (1, "020101"), (127, "02017f"), (128, "02020080"), (255, "020200ff"), (256, "02020100"),
            (-1, "0201ff"), (-128, "020180"), (-129, "0202ff7f"), (-32768, "02028000"), (65537, "0203010001"),
            (Int.max, "02087fffffffffffffff"), (Int.min, "02088000000000000000"),
        ])
    func integer(value: Int, encoding: String) throws {
        #expect(hex(DERWriter.encode { $0.integer(value) }) == encoding)
        let read = try decode(hex(encoding)) { c throws(DERError) in try c.integer("f") }
        #expect(read == DERInteger(value))
        #expect(read.small == value)
        #expect(read.isNegative == (value < 0))
        #expect(read.isZero == (value == 0))
        #expect((read.magnitude == nil) == (value < 0))
    }

    @Test(
        "INTEGER from octets",
        arguments: [
            ("", "020100", ""), ("00", "020100", ""), ("0000000001", "020101", "01"), ("80", "02020080", "80"),
            ("0102030405060708090a", "020a0102030405060708090a", "0102030405060708090a"),
            ("ffffffffffffffff", "020900ffffffffffffffff", "ffffffffffffffff"),
        ])
    func natural(octets: String, encoding: String, magnitude: String) throws {
        #expect(hex(DERWriter.encode { $0.natural(hex(octets)) }) == encoding)
        let read = try decode(hex(encoding)) { c throws(DERError) in try c.natural("f") }
        #expect(hex(read) == magnitude)
    }

    @Test("an INTEGER of more than eight octets has no small value")
    func largeInteger() {
        #expect(DERInteger(magnitude: [0x80, 0, 0, 0, 0, 0, 0, 0]).small == nil)
    }

    @Test("small naturals", arguments: [(0, "020100"), (3, "020103"), (Int(Int32.max), "02047fffffff")])
    func smallNatural(value: Int, encoding: String) throws {
        #expect(try decode(hex(encoding)) { c throws(DERError) in try c.smallNatural("f") } == value)
    }

    @Test("ENUMERATED")
    func enumerated() throws {
        #expect(hex(DERWriter.encode { $0.enumerated(10) }) == "0a010a")
        #expect(try decode(hex("0a010a")) { c throws(DERError) in try c.enumerated("f") } == 10)
    }

    @Test("BIT STRING of octets", arguments: [("", "030100"), ("00", "03020000"), ("deadbeef", "030500deadbeef")])
    func bitString(octets: String, encoding: String) throws {
        #expect(hex(DERWriter.encode { $0.bitString(hex(octets)) }) == encoding)
        let read = try decode(hex(encoding)) { c throws(DERError) in try c.bitString("f") }
        #expect(hex(read.bytes) == octets)
        #expect(read.bitCount == hex(octets).count * 8)
        #expect(hex(DERWriter.encode { $0.bitString(read) }) == encoding)
        #expect(try hex(decode(hex(encoding)) { c throws(DERError) in try c.octetAlignedBitString("f") }) == octets)
    }

    @Test(
        "BIT STRING of named bits",
        arguments: [
            (0, "030100", 0), (1, "03020780", 1), (0b110_0000, "03020106", 7), (0x80, "03020001", 8),
            (0x1ff, "030307ff80", 9), (1 << 31, "03050000000001", 32),
        ] as [(UInt32, String, Int)])
    func namedBits(mask: UInt32, encoding: String, bitCount: Int) throws {
        let value = DERBitString(namedBits: mask)
        #expect(hex(DERWriter.encode { $0.bitString(value) }) == encoding)
        let read = try decode(hex(encoding)) { c throws(DERError) in try c.bitString("f") }
        #expect(read == value)
        let named = try decode(hex(encoding)) { c throws(DERError) in try c.namedBits("f") }
        #expect(named.mask == mask)
        #expect(named.bitCount == bitCount)
    }

    @Test("OCTET STRING, alone and around DER")
    func octetString() throws {
        #expect(hex(DERWriter.encode { $0.octetString([1, 2]) }) == "04020102")
        let around = DERWriter.encode { $0.octetString { $0.integer(5) } }
        #expect(hex(around) == "0403020105")
        let number = try decode(around) { c throws(DERError) in
            let octets = try c.octetString("f")
            return try c.nested("g", in: octets) { inner throws(DERError) in try inner.smallNatural("n") }
        }
        #expect(number == 5)
        // Offsets inside count from the beginning of the whole input.
        let error = failure(DERBytes(hex("04 04 02 01 05 00"))) { c throws(DERError) in
            let octets = try c.octetString("f")
            _ = try c.nested("g", in: octets) { inner throws(DERError) in try inner.smallNatural("n") }
        }
        #expect(error == nil ? false : error?.offset == 5 && error?.fieldPath == "g")
    }

    @Test("NULL")
    func null() throws {
        #expect(hex(DERWriter.encode { $0.null() }) == "0500")
        try decode([5, 0]) { c throws(DERError) in try c.null("f") }
    }

    @Test("SET OF is sorted by its encodings; equal elements may stand together")
    func setOf() throws {
        let encoding = DERWriter.encode { $0.setOf([300, -1, 5, 5, 0]) { $0.integer($1) } }
        #expect(hex(encoding) == "3110" + "020100" + "020105" + "020105" + "0201ff" + "0202012c")
        let read = try decode(encoding) { c throws(DERError) in
            try c.setOf("f") { item throws(DERError) in try item.integer("") }
        }
        #expect(read.map(\.small) == [0, 5, 5, -1, 300])
    }

    @Test("explicit and implicit tags")
    func tags() throws {
        let encoding = DERWriter.encode {
            $0.explicit(0) { $0.integer(2) }
            $0.integer(7, tag: .context(1))
            $0.boolean(true, tag: .context(2))
        }
        #expect(hex(encoding) == "a003020102" + "810107" + "8201ff")
        let read = try decode(encoding) { c throws(DERError) in
            (
                try c.optionalExplicit(0, "a") { inner throws(DERError) in try inner.smallNatural("") },
                try c.optionalExplicit(3, "x") { inner throws(DERError) in try inner.smallNatural("") },
                try c.smallNatural("b", tag: .context(1)), try c.booleanDefaultFalse("c", tag: .context(2))
            )
        }
        #expect(read == (2, nil, 7, true))
    }

    @Test(
        "tags know their class, number and name",
        arguments: [
            (0x02, DERTag.Class.universal, 2, false, "INTEGER"), (0x30, .universal, 16, true, "SEQUENCE"),
            (0xa3, .contextSpecific, 3, true, "[3]"), (0x44, .application, 4, false, "[APPLICATION 4]"),
            (0xc1, .private, 1, false, "[PRIVATE 1]"), (0x07, .universal, 7, false, "[UNIVERSAL 7]"),
        ] as [(UInt8, DERTag.Class, UInt8, Bool, String)])
    func tagParts(octet: UInt8, tagClass: DERTag.Class, number: UInt8, isConstructed: Bool, text: String) {
        let tag = DERTag(octet: octet)
        #expect(tag.class == tagClass)
        #expect(tag.number == number)
        #expect(tag.isConstructed == isConstructed)
        #expect(tag.description == text)
    }

    @Test("bytes are equal by their octets, keep their place, and are clamped to their source")
    func bytes() {
        let source: [UInt8] = [1, 2, 1, 2, 3]
        let first = DERBytes(source, 0..<2), second = DERBytes(source, 2..<4)
        #expect(first == second)
        #expect(Set([first, second]).count == 1)
        #expect(second.startIndex == 2)
        #expect(second[second.startIndex] == 1)
        #expect(second.array == [1, 2])
        #expect(DERBytes(source, 3..<99).array == [2, 3])
        #expect(DERBytes(source, 7..<9).isEmpty)
        #expect(second != DERBytes(source, 2..<5))
        #expect(second.withSpan { $0.count } == 2)
    }
}
