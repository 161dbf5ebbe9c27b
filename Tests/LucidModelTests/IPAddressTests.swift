import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("IP addresses")
struct IPAddressTests {
    @Test(
        "text in, canonical text out",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            // RFC 5952 §1, §2 and §4
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8::0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:0db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:0:1::1", "2001:db8::1:0:0:1"),
            ("2001:db8:0000:0:1::1", "2001:db8::1:0:0:1"), ("2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"),
            ("2001:db8:aaaa:bbbb:cccc:dddd::1", "2001:db8:aaaa:bbbb:cccc:dddd:0:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("0:0:0:0:0:0:0:0", "::"), ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("fe80::", "fe80::"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
            ("::192.0.2.1", "::c000:201"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("ABCD::", "abcd::"),
        ])
    func canonical(text: String, expected: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == expected)
        #expect(IPAddress(expected) == address)
        #expect(IPAddress(octets: address.octets) == address)
    }

    @Test(
        "no address",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "256.0.0.1", "1.2.3.4 ", " 1.2.3.4",
            "01.2.3.4",
            "1.2.3.00", "0x1.2.3.4", "1.2.3.+4", "1.2.3.-4", "1.2.3.٤", "16909060", "1.2.3.4/24",
            ":", ":::", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::1::", "1:2:3:4:5:6:7:8::",
            "::1:2:3:4:5:6:7:8",
            "1:2:3:4::5:6:7:8", "12345::", "g::", "::-1", "::+1", "1.2.3.4::", "::1.2.3.4:5", "::1.2.3", "::256.0.0.1",
            "fe80::1%eth0", "[::1", "::1]", "1:2:3:4:5:6:7:1.2.3.4", "::１", "a", "dead:beef",
        ])
    func bad(text: String) { #expect(IPAddress(text) == nil) }

    @Test("4 or 16 octets", arguments: 0...33)
    func octets(count: Int) {
        #expect((IPAddress(octets: [UInt8](repeating: 1, count: count)) != nil) == (count == 4 || count == 16))
    }

    @Test("every address comes back from its text")
    func roundTrip() {
        var state: UInt64 = 3
        for _ in 0..<2000 {
            let octets = (0..<16).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Many zeros, so that there are runs to shorten.
                return state >> 62 == 0 ? UInt8(truncatingIfNeeded: state >> 40) : 0
            }
            let address = IPAddress(octets: octets)
            #expect(address.flatMap { IPAddress($0.description) } == address)
        }
    }
}
