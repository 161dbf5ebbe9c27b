import LucidDER
import LucidModel
import Testing

@testable import LucidValidation

@Suite("rfc822Name constraints, RFC 5280 §4.2.1.10")
struct MailboxConstraintTests {
    static let mailboxes: [(String, String, Relation)] = [
        ("root@example.com", "root@example.com", .within), ("root@EXAMPLE.com", "root@example.COM", .within),
        ("Root@example.com", "root@example.com", .outside), ("boot@example.com", "root@example.com", .outside),
        ("root@example.org", "root@example.com", .outside), ("root@a.example.com", "root@example.com", .outside),
        ("root@example.com", "rooty@example.com", .outside), ("root+x@example.com", "root@example.com", .outside),
        ("**@example.com", "**@example.com", .within), ("*@example.com", "**@example.com", .outside),
        ("user@example.com", "user*@example.com", .outside), ("user*@example.com", "user*@example.com", .within),
        // Quoted and unquoted, it is one mailbox.
        (#""root"@example.com"#, "root@example.com", .within), (#""r\oot"@example.com"#, "root@example.com", .within),
        ("root@example.com", #""root"@example.com"#, .within), (#""a@b"@example.com"#, "example.com", .within),
        (#""a@b"@example.com"#, #""a@b"@example.com"#, .within), (#""a b"@example.com"#, "example.com", .within),
        (#""a\"b"@example.com"#, #""a\"b"@example.com"#, .within),
        (#""root"@example.com"#, "boot@example.com", .outside),
        (#""@example.com"@evil.test"#, "example.com", .outside),
    ]

    static let hosts: [(String, String, Relation)] = [
        ("root@example.com", "example.com", .within), ("a.b@Example.com", "eXAMPLE.com", .within),
        ("root@example.com.", "example.com", .within), ("root@localhost", "localhost", .within),
        ("root@mail.example.com", "example.com", .outside), ("root@example.org", "example.com", .outside),
        ("root@example.com", "mail.example.com", .outside),
    ]

    static let domains: [(String, String, Relation)] = [
        ("root@mail.example.com", ".example.com", .within), ("root@a.b.EXAMPLE.com", ".example.COM", .within),
        ("root@example.com", ".example.com", .outside), ("root@mailexample.com", ".example.com", .outside),
        ("root@mail.example.org", ".example.com", .outside),
    ]

    static let malformed: [(String, String, Relation)] = [
        ("invalid@address@example.com", "example.com", .badName), ("example.com", "example.com", .badName),
        ("@example.com", "example.com", .badName), ("root@", "example.com", .badName), ("", "example.com", .badName),
        ("a..b@example.com", "example.com", .badName), (".a@example.com", "example.com", .badName),
        ("a.@example.com", "example.com", .badName), ("a b@example.com", "example.com", .badName),
        ("<a@example.com>", "example.com", .badName), ("A <a@example.com>", "example.com", .badName),
        (#""a@example.com"#, "example.com", .badName), (#""a"b@example.com"#, "example.com", .badName),
        (#""a\"#, "example.com", .badName), ("\"a\0\"@example.com", "example.com", .badName),
        (#"a"b"@example.com"#, "example.com", .badName), ("a@[192.0.2.1]", "example.com", .badName),
        ("a@*.example.com", "example.com", .badName), ("a@example.com,b@example.com", "example.com", .badName),
        ("a@.example.com", ".example.com", .badName),
        ("root@example.com", "invalid@invalid@example.com", .badBase), ("root@example.com", "", .badBase),
        ("root@example.com", ".", .badBase), ("root@example.com", "@example.com", .badBase),
        ("root@example.com", "*@example.com@", .badBase), ("root@example.com", "..example.com", .badBase),
        ("root@example.com", "*.example.com", .badBase), ("root@example.com", "root@.example.com", .badBase),
        ("root@example.com", "root@", .badBase),
    ]

    @Test("A mailbox and a base", arguments: mailboxes + hosts + domains + malformed)
    func relation(name: String, base: String, expected: Relation) throws {
        let name = try #require(GeneralName.email(name))
        #expect(try Relation(name, to: #require(.email(base))) == expected)
    }

    @Test(
        "A SmtpUTF8Mailbox and a base, RFC 9598 §6",
        arguments: [
            ("ürsula@example.com", "example.com", .within), ("ürsula@EXAMPLE.com", ".com", .within),
            ("ürsula@example.com", "example.org", .outside), ("ürsula@example.com", ".example.com", .outside),
            (#""ü r"@example.com"#, "example.com", .within), ("ürsula@xn--hxa.test", "xn--hxa.test", .within),
            // One mailbox's base excludes the host, and permits nothing else.
            ("ürsula@example.com", "root@example.com", .partly), ("ürsula@example.org", "root@example.com", .outside),
            ("ürsula@exämple.com", "example.com", .badName), ("ürsula", "example.com", .badName),
            ("ürsula@example.com", "@", .badBase),
        ] as [(String, String, Relation)])
    func internationalized(name: String, base: String, expected: Relation) throws {
        #expect(try Relation(.internationalEmail(name), to: #require(.email(base))) == expected)
    }

    @Test("A SmtpUTF8Mailbox that is no UTF8String is malformed")
    func wrongType() throws {
        let name = GeneralName.otherName(type: OID.smtpUTF8Mailbox, value: [0x16, 3, 0x61, 0x40, 0x62])
        #expect(try Relation(name, to: #require(.email("b"))) == .badName)
    }

    /// A subject with emailAddress attributes.
    static func subject(_ addresses: String...) throws -> Name {
        try #require(Name([(OID.commonName, "Somebody")] + addresses.map { (OID.emailAddress, $0) }))
    }

    @Test("emailAddress in the subject counts where no rfc822Name is among the alternative names")
    func emailAddress() throws {
        let constraint = try #require(GeneralSubtree.email("example.com"))
        let other = try #require(GeneralName.dns("www.example.com"))
        let good = try #require(GeneralName.email("a@example.com"))
        for names in [[], [other]] {
            let certificate = try Relation.certificate(names, subject: Self.subject("a@example.com", "b@example.org"))
            #expect(try Relation.problems(of: certificate, permitted: [constraint]) == [.notPermitted([constraint])])
            #expect(try Relation.problems(of: certificate, excluded: [constraint]) == [.excluded(constraint)])
        }
        let certificate = try Relation.certificate([other, good], subject: Self.subject("b@example.org"))
        #expect(try Relation.problems(of: certificate, permitted: [constraint]).isEmpty)
    }

    @Test("An emailAddress that is no mailbox can not be processed")
    func badEmailAddress() throws {
        let constraint = try #require(GeneralSubtree.email("example.com"))
        let wide = AttributeTypeAndValue(
            type: OID.emailAddress, value: .string(try #require(DERString("a@example.com", as: .bmp))))
        let number = AttributeTypeAndValue(type: OID.emailAddress, value: .other([2, 1, 0]))
        let subjects =
            [wide, number].map { Name([RelativeDistinguishedName([$0])]) } + [try Self.subject("example.com")]
        for subject in subjects {
            let problems = try Relation.problems(of: Relation.certificate([], subject: subject), excluded: [constraint])
            #expect(problems == [.unprocessable(.malformedName, [constraint])])
        }
    }
}
