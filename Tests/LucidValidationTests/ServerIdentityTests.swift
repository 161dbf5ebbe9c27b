import LucidModel
import LucidTestSupport
import Testing

@testable import LucidValidation

@Suite("Names are matched by RFC 9525 §6")
struct ServerIdentityTests {
    @Test(
        "reference and presented names",
        arguments: [
            ("www.example.test", "www.example.test", true), ("www.example.test", "WWW.Example.TEST", true),
            ("www.example.test", "*.example.test", true), ("www.example.test", "*.EXAMPLE.test", true),
            ("a-b_1.example.test", "*.example.test", true), ("xn--hxa.example.test", "*.example.test", true),
            ("localhost", "localhost", true), ("a.b.c.d.test", "*.b.c.d.test", true),
            ("example.test", "*.example.test", false), ("a.b.example.test", "*.example.test", false),
            ("www.example.test", "example.test", false), ("example.test", "www.example.test", false),
            ("www.example.test", "w*.example.test", false), ("www.example.test", "*w.example.test", false),
            ("www.example.test", "w*w.example.test", false), ("www.example.test", "www.*.test", false),
            ("www.example.test", "*.*.test", false), ("www.example.test", "**.example.test", false),
            ("www.example.test", "*", false), ("www.example.test", "*.", false), ("www.example.test", "*.test", false),
            ("example.test", "*.test", false), ("localhost", "*", false),
            ("www.example.test", "*www.example.test", false),
            ("www.example.test", ".example.test", false), ("www.example.test", "", false),
            ("www.example.test", ".", false),
            ("www.example.test", "www.example.test\0", false),
            ("www.example.test", "www.example.test\0.evil.test", false),
            ("www.example.test", " www.example.test", false), ("www.example.test", "www.example.test ", false),
            ("www.example.test", "www.example.test/", false), ("www.example.test", "www.example.test..", false),
            ("www.example.test", "xwww.example.test", false), ("www.example.test", "www.example.tes", false),
            ("www.example.test", "*.example.test.evil.test", false), ("wwwxexample.test", "*.example.test", false),
        ])
    func matches(reference: String, presented: String, isMatch: Bool) {
        #expect(ServerIdentity.matches(reference: reference.utf8.span, presented: presented.utf8.span) == isMatch)
        let names = [GeneralName.dns("other.test"), .dns(presented), .ip("192.0.2.1")].compactMap { $0 }
        #expect(ServerIdentity.matches(dnsName: reference, names) == isMatch)
        // Only a dNSName counts for a DNS name.
        #expect(
            !ServerIdentity.matches(
                dnsName: reference, [GeneralName.email(presented), .uri(presented)].compactMap { $0 }))
    }

    @Test(
        "what is asked for",
        arguments: [
            ("www.example.test", ReferenceIdentity.dnsName("www.example.test")),
            ("WWW.Example.Test.", .dnsName("www.example.test")),
            ("localhost", .dnsName("localhost")), ("a_b.test", .dnsName("a_b.test")),
            ("1.2.3.test", .dnsName("1.2.3.test")), ("Ελ.test", .dnsName("xn--qxam.test")),
            ("\u{212a}elvin.test", .dnsName("kelvin.test")),
            (String(repeating: "a", count: 63) + ".test", .dnsName(String(repeating: "a", count: 63) + ".test")),
        ])
    func references(text: String, identity: ReferenceIdentity) {
        #expect(ReferenceIdentity(text) == identity)
        #expect(identity.description == ReferenceIdentity(text)?.description)
    }

    @Test("addresses", arguments: ["192.0.2.1", "::1", "[2001:db8::1]"])
    func addresses(text: String) throws {
        #expect(ReferenceIdentity(text) == .ipAddress(try #require(IPAddress(text))))
    }

    @Test(
        "neither a name nor an address",
        arguments: [
            "", ".", "..", ".test", "a..test", "a.test..", "*.example.test", "-a.test", "a-.test", "a b.test", "a/b",
            "a:1", "1.2.3",
            "256.1.1.1", "1.2.3.4.", "0x7f000001.1", "１.２.３.４", "❤.test", "a\0.test", "user@example.test",
            "https://example.test",
            String(repeating: "a", count: 64) + ".test", String(repeating: "a.", count: 127) + "test",
        ])
    func badReferences(text: String) { #expect(ReferenceIdentity(text) == nil) }

    @Test("an address of another length never matches")
    func wrongLength() throws {
        let address = try #require(IPAddress("192.0.2.1"))
        for octets in ["", "c00002", "c0000201ff", "c0000201ffffffff", "00000000000000000000ffffc0000201"] {
            #expect(!ServerIdentity.matches(ipAddress: address, [.iPAddress(.init(hex(octets)))]))
        }
        #expect(ServerIdentity.matches(ipAddress: address, [.iPAddress(.init(hex("c0000201")))]))
    }

    @Test("what a certificate presents")
    func presented() {
        let names = [GeneralName.dns("a.test"), .email("a@b.test"), .ip("::1")].compactMap { $0 }
        #expect(ServerIdentity.presented(names) == ["a.test", "a@b.test", "::1"])
    }
}
