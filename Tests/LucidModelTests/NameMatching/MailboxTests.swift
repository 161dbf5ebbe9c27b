import LucidDER
import LucidTestSupport
import Testing

@testable import LucidModel

@Suite("E-mail addresses compared by RFC 9598")
struct MailboxTests {
    @Test(
        "the same",
        arguments: [
            ("user@example.com", "user@EXAMPLE.com"), ("κάτι@bücher.example", "κάτι@xn--bcher-kva.example"),
            ("\"a@b\"@example.com", "\"a@b\"@example.com"),
        ])
    func same(a: String, b: String) throws {
        #expect(try #require(Mailbox(a)).matches(try #require(Mailbox(b))))
    }

    @Test(
        "different",
        arguments: [
            ("user@example.com", "User@example.com"), ("user@example.com", "user@example.org"),
            // Canonically equivalent, but other octets.
            ("é@example.com", "e\u{301}@example.com"), ("ß@example.com", "ss@example.com"),
        ])
    func different(a: String, b: String) throws {
        #expect(!(try #require(Mailbox(a)).matches(try #require(Mailbox(b)))))
    }

    @Test("no address", arguments: ["", "user", "@example.com", "user@", "user@a b", "user@[192.0.2.1]"])
    func refused(text: String) { #expect(Mailbox(text) == nil) }

    @Test("of both kinds of names")
    func generalNames() throws {
        func smtp(_ text: String, as kind: DERString.Kind = .utf8) throws -> GeneralName {
            let string = try #require(DERString(text, as: kind))
            return .otherName(type: OID.smtpUTF8Mailbox, value: DERBytes(DERWriter.encode { $0.string(string) }))
        }
        let mailbox = try #require(Mailbox("κάτι@bücher.example"))
        #expect(try smtp("κάτι@xn--bcher-kva.example").mailbox == mailbox)
        #expect(GeneralName.email("User@Example.com")?.mailbox == Mailbox("User@example.com"))
        #expect(try smtp("user@example.com", as: .ia5).mailbox == nil)
        #expect(GeneralName.dns("example.com")?.mailbox == nil)
        #expect(GeneralName.otherName(type: OID.commonName, value: DERBytes(hex("0c0161"))).mailbox == nil)
    }
}
