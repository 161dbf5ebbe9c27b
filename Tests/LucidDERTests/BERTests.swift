import LucidDER
import LucidTestSupport
import Testing

@Suite("BER becomes DER as far as frames go")
struct BERTests {
    /// What a value in BER becomes; nil where it stays.
    static let examples: [(ber: String, definite: String?)] = [
        ("02 01 05", nil),
        ("30 00", nil),
        ("30 03 02 01 05", nil),
        ("30 80 00 00", "30 00"),
        ("30 80 02 01 05 00 00", "30 03 02 01 05"),
        ("30 80 30 80 30 80 00 00 00 00 02 01 05 00 00", "30 07 30 02 30 00 02 01 05"),
        // Lengths with more octets than need be.
        ("02 81 01 05", "02 01 05"),
        ("30 84 00 00 00 03 02 01 05", "30 03 02 01 05"),
        ("30 05 02 83 00 00 01 05", nil),  // the outer one is too short for it; see `refused`
        ("30 06 02 83 00 00 01 05", "30 03 02 01 05"),
        // OCTET STRINGs in pieces, which may be in pieces themselves.
        ("24 00", "04 00"),
        ("24 06 04 01 61 04 01 62", "04 02 61 62"),
        ("24 80 04 01 61 24 80 04 02 62 63 00 00 04 00 00 00", "04 03 61 62 63"),
        ("30 08 24 06 04 01 61 04 01 62", "30 04 04 02 61 62"),
        // What DER fixes beyond the frames stays as it is.
        ("01 01 01", nil),
        ("31 06 02 01 02 02 01 01", nil),
    ]

    @Test(
        "lengths become definite and short, and OCTET STRINGs one piece", arguments: examples.filter { $0.ber != wrong }
    )
    func converted(ber: String, definite: String?) throws {
        let octets = try BER.definiteForm(of: DERBytes(hex(ber)))
        #expect(octets.map { hex($0) } == definite.map { hex(hex($0)) })
    }

    private static let wrong = "30 05 02 83 00 00 01 05"

    static let refusals: [(ber: String, reason: DERError.Reason, offset: Int)] = [
        ("", .truncated(missing: 2), 0),
        ("30", .truncated(missing: 1), 1),
        ("30 80", .truncated(missing: 2), 2),
        ("30 80 00", .truncated(missing: 1), 3),
        ("30 80 02 01 05", .truncated(missing: 2), 5),
        ("02 80 00 00", .indefiniteLength, 1),
        ("02 02 05", .truncated(missing: 1), 3),
        ("02 01 05 00", .trailingBytes(count: 1), 3),
        ("30 80 00 00 00", .trailingBytes(count: 1), 4),
        (wrong, .truncated(missing: 1), 7),
        ("02 89 00 00 00 00 00 00 00 00 01 05", .lengthTooLarge, 1),
        ("02 85 01 00 00 00 00", .lengthTooLarge, 1),
        ("1f 22 00", .longFormTag, 0),
        ("24 03 02 01 05", .unexpectedTag(expected: [.octetString], found: .integer), 2),
        ("24 80 04 80 00 00 00 00", .indefiniteLength, 3),
    ]

    @Test("what is no BER is refused with its place", arguments: refusals)
    func refused(ber: String, reason: DERError.Reason, offset: Int) {
        let error = #expect(throws: DERError.self) { try BER.definiteForm(of: DERBytes(hex(ber))) }
        #expect(error?.reason == reason)
        #expect(error?.offset == offset)
    }

    @Test("nesting and the number of pieces are bounded")
    func bounds() {
        func nested(_ depth: Int) -> [UInt8] {
            (0..<depth).flatMap { _ in [0x30, 0x80] as [UInt8] } + [UInt8](repeating: 0, count: 2 * depth)
        }
        #expect(throws: Never.self) { try BER.definiteForm(of: DERBytes(nested(DERLimits.nestingDepth))) }
        #expect(throws: DERError.self) { try BER.definiteForm(of: DERBytes(nested(DERLimits.nestingDepth + 1))) }
        var octets: [UInt8] = [0x24, 0x80]
        for _ in 0...BER.pieceLimit { octets += [0x04, 0x00] }
        octets += [0x00, 0x00]
        let error = #expect(throws: DERError.self) { try BER.definiteForm(of: DERBytes(octets)) }
        #expect(error?.reason == .tooManyElements(limit: BER.pieceLimit))
    }

    @Test("a value in pieces, cut or with any octet altered, is converted or refused")
    func damaged() throws {
        let octets = hex(
            "30 80 02 83 00 00 01 05 24 80 04 01 61 24 80 04 02 62 63 00 00 04 00 00 00 31 03 01 01 ff 00 00")
        #expect(try BER.definiteForm(of: DERBytes(octets)) != nil)
        for place in octets.indices {
            #expect(throws: DERError.self) { try BER.definiteForm(of: DERBytes(Array(octets[..<place]))) }
            for bit in 0..<8 {
                var altered = octets
                altered[place] ^= 1 << UInt8(bit)
                // Whatever comes out is in definite form.
                guard let definite = try? BER.definiteForm(of: DERBytes(altered)) else { continue }
                #expect(try BER.definiteForm(of: DERBytes(definite)) == nil)
            }
        }
    }
}
