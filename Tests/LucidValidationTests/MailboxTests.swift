import LucidDER
import LucidTestSupport
import Testing

@testable import LucidModel
@testable import LucidValidation

@Suite("E-mail addresses compared by RFC 9598")
struct MailboxTests {
    @Test(
        "the same",
        arguments: [
            ("user@example.com", "user@EXAMPLE.com"), ("κάτι@bücher.example", "κάτι@xn--bcher-kva.example"),
            ("\"a@b\"@example.com", "\"a@b\"@example.com"),
        ])
    func same(a: String, b: String) throws {
        #expect(try #require(Mailbox(typed: a)) == (try #require(Mailbox(typed: b))))
    }

    @Test(
        "different",
        arguments: [
            ("user@example.com", "User@example.com"), ("user@example.com", "user@example.org"),
            // Canonically equivalent, but other octets.
            ("é@example.com", "e\u{301}@example.com"), ("ß@example.com", "ss@example.com"),
        ])
    func different(a: String, b: String) throws {
        #expect(try #require(Mailbox(typed: a)) != (try #require(Mailbox(typed: b))))
    }

    @Test("no address", arguments: ["", "user", "@example.com", "user@", "user@a b", "user@[192.0.2.1]"])
    func refused(text: String) { #expect(Mailbox(typed: text) == nil) }

    @Test("of both kinds of names")
    func generalNames() throws {
        func smtp(_ text: String, as kind: DERString.Kind = .utf8) throws -> GeneralName {
            let string = try #require(DERString(text, as: kind))
            return .otherName(type: OID.smtpUTF8Mailbox, value: DERBytes(DERWriter.encode { $0.string(string) }))
        }
        let mailbox = try #require(Mailbox(typed: "κάτι@bücher.example"))
        #expect(Mailbox(try smtp("κάτι@xn--bcher-kva.example")) == mailbox)
        #expect(try Mailbox(#require(GeneralName.email("User@Example.com"))) == Mailbox(typed: "User@example.com"))
        #expect(Mailbox(try smtp("user@example.com", as: .ia5)) == nil)
        #expect(try Mailbox(#require(GeneralName.dns("example.com"))) == nil)
        #expect(Mailbox(GeneralName.otherName(type: OID.commonName, value: DERBytes(hex("0c0161")))) == nil)
    }
}
