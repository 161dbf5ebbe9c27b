import LucidDER
import LucidTestSupport
import Testing

@Suite("Object identifiers")
struct ObjectIdentifierTests {
    @Test(
        "dotted text and content octets",
        arguments: [
            ("0.0", "00"), ("0.39", "27"), ("1.0", "28"), ("1.39", "4f"), ("2.0", "50"), ("2.39", "77"), ("2.40", "78"),
            ("2.47", "7f"), ("2.48", "8100"), ("2.999", "8837"), ("2.999.3", "883703"), ("2.5.4.3", "550403"),
            ("1.2.840.113549.1.1.11", "2a864886f70d01010b"), ("1.3.6.1.4.1.11129.2.4.2", "2b06010401d679020402"),
            ("0.9.2342.19200300.100.1.25", "0992268993f22c640119"), ("1.2.127", "2a7f"), ("1.2.128", "2a8100"),
            ("1.2.16383", "2aff7f"), ("1.2.16384", "2a818000"),
            // around 2^64, and a random number of 128 bits, as 2.25 has them
            ("1.2.18446744073709551615", "2a81ffffffffffffffff7f"),
            ("1.2.18446744073709551616", "2a82808080808080808000"),
            ("2.18446744073709551615", "8280808080808080804f"),
            ("2.25.305821105408246119474742976030998643995", "6983cc9380a898cca8c7bdb1a78080aaaed78a1b"),
            // as long as fits inside the value, and one longer
            ("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16", "2a030405060708090a0b0c0d0e0f10"),
            ("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17", "2a030405060708090a0b0c0d0e0f1011"),
        ])
    func dotted(text: String, content: String) throws {
        let value = try #require(ObjectIdentifier(dotted: text))
        #expect(hex(value.content) == content)
        #expect(value.description == text)
        let encoding = DERWriter.encode { $0.objectIdentifier(value) }
        #expect(encoding == [0x06, UInt8(hex(content).count)] + hex(content))
        let read = try decode(encoding) { c throws(DERError) in try c.objectIdentifier("f") }
        #expect(read == value)
        #expect(read.hashValue == value.hashValue)
    }

    @Test(
        "arcs of 128 bits, as below 2.25",
        arguments: [
            // 2^128 - 1 and a UUID

            ("6983ffffffffffffffffffffffffffffffffff7f", "2.25.340282366920938463463374607431768211455"),
            ("6983f09da7ebcfdee0c7a1a7b2c0948cc8f9d776", "2.25.329800735698586629295641978511506172918"),
        ] as [(String, String?)])
    func longArcs(content: String, text: String?) throws {
        let octets = hex(content)
        let value = try decode([0x06, UInt8(octets.count)] + octets) { c throws(DERError) in try c.objectIdentifier("f")
        }
        #expect(value.content == octets)
        if let text { #expect(value.description == text) }
        #expect(value.description.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) })
    }

    @Test("a first octet pair above 64 bits still belongs to arc 2")
    func longFirstArc() throws {
        // 2^70 in the first number: 2.(2^70 - 80)
        let octets: [UInt8] = [0x81] + [UInt8](repeating: 0x80, count: 9) + [0x00]
        let value = try decode([0x06, 11] + octets) { c throws(DERError) in try c.objectIdentifier("f") }
        #expect(value.description == "2.1180591620717411303344")
    }

    @Test("128 content octets are the most")
    func longest() throws {
        let octets = [UInt8](repeating: 0xff, count: 127) + [0x7f]
        let value = try decode([0x06, 0x81, 0x80] + octets) { c throws(DERError) in try c.objectIdentifier("f") }
        #expect(value.content == octets)
        // 7 bits of each octet: a number of 896 bits has 270 decimal digits.
        #expect(value.description.count == 270 + 2)
    }

    @Test(
        "text that is no object identifier",
        arguments: [
            "", ".", "1", "1.", ".1", "1..2", "3.1", "0.40", "1.40", "1.2.", "1.2.x", "1.2.-3", "1.2.+3", " 1.2",
            "1.2 ",
            "1.2.٣", "commonName", "2.25." + String(repeating: "9", count: 300),
            "0." + String(repeating: "9", count: 20),
            "1.2" + String(repeating: ".1", count: 128),
        ])
    func badText(text: String) { #expect(ObjectIdentifier(dotted: text) == nil) }

    @Test("arcs that the source names")
    func fromArcs() {
        #expect(ObjectIdentifier(2, 5, 29, 17).description == "2.5.29.17")
        #expect(ObjectIdentifier(2, 5, 29, 17) == ObjectIdentifier(dotted: "2.5.29.17"))
        #expect(ObjectIdentifier(2, 5, 29, 17) != ObjectIdentifier(2, 5, 29, 18))
        #expect(ObjectIdentifier(2, 5, 29) != ObjectIdentifier(2, 5, 29, 0))
    }

    @Test("the arc below a parent, where there is exactly one and it is below 128")
    func arcBelow() {
        let parent = ObjectIdentifier(2, 5, 29)
        #expect(ObjectIdentifier(2, 5, 29, 17).arc(below: parent) == 17)
        #expect(ObjectIdentifier(2, 5, 29, 0).arc(below: parent) == 0)
        #expect(ObjectIdentifier(2, 5, 29, 127).arc(below: parent) == 127)
        #expect(ObjectIdentifier(2, 5, 29, 128).arc(below: parent) == nil)
        #expect(ObjectIdentifier(2, 5, 28, 17).arc(below: parent) == nil)
        #expect(ObjectIdentifier(1, 5, 29, 17).arc(below: parent) == nil)
        #expect(ObjectIdentifier(2, 5, 29, 17, 1).arc(below: parent) == nil)
        #expect(parent.arc(below: parent) == nil)
        #expect(ObjectIdentifier(1, 3, 6, 1, 5, 5, 7).arc(below: ObjectIdentifier(1, 3, 6, 1, 5, 5)) == 7)
        #expect(ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1).arc(below: ObjectIdentifier(1, 3, 6, 1, 5, 5, 7)) == 1)
    }
}
