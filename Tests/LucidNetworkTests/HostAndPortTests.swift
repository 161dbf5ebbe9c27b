import LucidNetwork
import Testing

@Suite("HOST:PORT")
struct HostAndPortTests {
    @Test(
        "names, addresses and ports are read, and written as they were",
        arguments: [
            ("example.com:443", "example.com", 443), ("localhost:1", "localhost", 1),
            ("192.0.2.1:65535", "192.0.2.1", 65535),
            ("[::1]:8443", "::1", 8443), ("[2001:db8::1]:0", "2001:db8::1", 0),
            ("[fe80::1%eth0]:443", "fe80::1%eth0", 443),
            ("bücher.example:443", "bücher.example", 443), ("a_b.example.:443", "a_b.example.", 443),
        ])
    func reads(_ text: String, _ host: String, _ port: UInt16) throws {
        let place = try HostAndPort(text)
        #expect(place.host == host && place.port == port && "\(place)" == text)
    }

    @Test(
        "what names no place is refused, and it is said why",
        arguments: [
            ("example.com", HostAndPort.Problem.noPort), ("[::1]", .noPort), ("", .noPort), ("::1:443", .bareIPv6),
            ("example.com:", .badPort), ("example.com:65536", .badPort), ("example.com:-1", .badPort),
            ("example.com:+1", .badPort), ("example.com:http", .badPort), ("example.com:000443", .badPort),
            ("example.com:４４３", .badPort), (":443", .badHost), ("[]:443", .badHost), ("[localhost]:443", .badHost),
            ("exa mple:443", .badHost), ("a\u{0}b:443", .badHost), ("a\u{1b}[2J:443", .badHost),
            ("https://a:443", .url), ("a:443/", .url),
            (String(repeating: "a", count: 256) + ":443", .badHost), ("[::1]x:443", .bareIPv6),
        ])
    func refuses(_ text: String, _ problem: HostAndPort.Problem) {
        #expect(throws: problem) { try HostAndPort(text) }
    }
}
