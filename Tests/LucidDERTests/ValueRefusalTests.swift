import LucidDER
import LucidTestSupport
import Testing

@Suite("Values are read strictly")
struct ValueRefusalTests {
    static let boolean: Reading = { c throws(DERError) in _ = try c.boolean("f") }
    static let flag: Reading = { c throws(DERError) in _ = try c.booleanDefaultFalse("f") }
    static let integer: Reading = { c throws(DERError) in _ = try c.integer("f") }
    static let small: Reading = { c throws(DERError) in _ = try c.smallNatural("f") }
    static let natural: Reading = { c throws(DERError) in _ = try c.natural("f") }
    static let bits: Reading = { c throws(DERError) in _ = try c.bitString("f") }
    static let named: Reading = { c throws(DERError) in _ = try c.namedBits("f") }
    static let octets: Reading = { c throws(DERError) in _ = try c.octetAlignedBitString("f") }
    static let null: Reading = { c throws(DERError) in try c.null("f") }
    static let oid: Reading = { c throws(DERError) in _ = try c.objectIdentifier("f") }
    static let set: Reading = { c throws(DERError) in
        _ = try c.setOf("f") { item throws(DERError) in try item.integer("i") }
    }
    static let list: Reading = { c throws(DERError) in
        _ = try c.sequenceOf("f", minimumCount: 1) { item throws(DERError) in try item.integer("i") }
    }

    static let refusals: [Refusal] = [
        Refusal("BOOLEAN 01", "01 01 01", .booleanNotCanonical(octet: 1), at: 2, boolean),
        Refusal("BOOLEAN FE", "01 01 fe", .booleanNotCanonical(octet: 0xfe), at: 2, boolean),
        Refusal("BOOLEAN empty", "01 00", .wrongContentLength(expected: 1, found: 0), at: 0, boolean),
        Refusal("BOOLEAN of two octets", "01 02 ff ff", .wrongContentLength(expected: 1, found: 2), at: 0, boolean),
        Refusal("FALSE where it is the DEFAULT", "01 01 00", .defaultEncoded, at: 0, flag),

        Refusal("INTEGER empty", "02 00", .integerEmpty, at: 2, integer),
        Refusal("INTEGER 00 00", "02 02 00 00", .integerNotMinimal, at: 2, integer),
        Refusal("INTEGER 00 7F", "02 02 00 7f", .integerNotMinimal, at: 2, integer),
        Refusal("INTEGER FF 80", "02 02 ff 80", .integerNotMinimal, at: 2, integer),
        Refusal("INTEGER FF FF", "02 02 ff ff", .integerNotMinimal, at: 2, integer),
        Refusal("negative where it must not be", "02 01 80", .integerNegative, at: 0, small),
        Refusal("negative magnitude", "02 02 80 00", .integerNegative, at: 0, natural),
        Refusal("2^31", "02 05 00 80 00 00 00", .integerTooLarge(limitBits: 31), at: 0, small),
        Refusal("nine octets", "02 09 01 00 00 00 00 00 00 00 00", .integerTooLarge(limitBits: 31), at: 0, small),

        Refusal("BIT STRING empty", "03 00", .bitStringEmpty, at: 2, bits),
        Refusal("eight unused bits", "03 02 08 00", .bitStringUnusedBitsCount(8), at: 2, bits),
        Refusal("unused bits of nothing", "03 01 01", .bitStringUnusedBitsCount(1), at: 2, bits),
        Refusal("an unused bit is one", "03 02 01 01", .bitStringUnusedBitsNotZero, at: 3, bits),
        Refusal("all unused bits are one", "03 03 07 00 ff", .bitStringUnusedBitsNotZero, at: 4, bits),
        Refusal("named bits end with zero", "03 02 04 a0", .bitStringTrailingZeroBits, at: 3, named),
        Refusal("named bits end with a zero octet", "03 03 00 80 00", .bitStringTrailingZeroBits, at: 4, named),
        Refusal("not whole octets", "03 02 07 80", .bitStringNotOctets, at: 0, octets),

        Refusal("NULL with content", "05 01 00", .wrongContentLength(expected: 0, found: 1), at: 0, null),

        Refusal("OID empty", "06 00", .objectIdentifierEmpty, at: 2, oid),
        Refusal("OID with a padded first arc", "06 02 80 01", .objectIdentifierNotMinimal, at: 2, oid),
        Refusal("OID with a padded later arc", "06 03 55 80 01", .objectIdentifierNotMinimal, at: 3, oid),
        Refusal("OID ends inside an arc", "06 02 55 84", .objectIdentifierTruncated, at: 3, oid),
        Refusal(
            "OID of 129 octets", bytes: [6, 0x81, 129] + [UInt8](repeating: 1, count: 129),
            .objectIdentifierTooLong(limit: 128), at: 3, oid),

        Refusal("SET OF out of order", "31 06 02 01 02 02 01 01", .setNotSorted, at: 5, in: "f[1]", set),
        Refusal(
            "SET OF with a longer element first", "31 07 02 02 01 00 02 01 01", .setNotSorted, at: 6, in: "f[1]", set),
        Refusal("a bad element", "31 05 02 01 01 02 00", .integerEmpty, at: 7, in: "f[1].i", set),
        Refusal("a list that must not be empty", "30 00", .emptyList, at: 0, list),
    ]

    @Test("wrong values", arguments: refusals)
    func refuses(_ refusal: Refusal) { refusal.check() }

    @Test("every reason names its clause")
    func clauses() {
        for refusal in Self.refusals + StringTests.refusals + TimeTests.refusals + HeaderRefusalTests.refusals {
            #expect(refusal.reason.clause.hasPrefix("X.6"))
        }
    }

    @Test("every truncation of a structure is refused and none is past its end")
    func truncations() {
        let whole = DERWriter.encode {
            $0.sequence {
                $0.integer(70_000)
                $0.setOf([1, 2]) { $0.integer($1) }
                $0.octetString([UInt8](repeating: 1, count: 200))
                $0.bitString([1, 2])
            }
        }
        for count in 0..<whole.count {
            let error = failure(DERBytes(Array(whole.prefix(count))), HeaderRefusalTests.any)
            guard case .truncated(let missing)? = error?.reason else {
                Issue.record("\(count) octets")
                continue
            }
            #expect(missing > 0 && missing <= whole.count - count)
        }
    }
}
