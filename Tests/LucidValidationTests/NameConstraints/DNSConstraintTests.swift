import LucidModel
import Testing

@testable import LucidValidation

@Suite("dNSName constraints, RFC 5280 §4.2.1.10")
struct DNSConstraintTests {
    static let label63 = String(repeating: "a", count: 63)
    /// 253 octets.
    static let longest = Array(repeating: label63, count: 3).joined(separator: ".") + "." + String(label63.prefix(61))

    static let plain: [(String, String, Relation)] = [
        ("example.com", "example.com", .within), ("www.example.com", "example.com", .within),
        ("a.b.c.example.com", "example.com", .within), ("WWW.Example.COM", "eXAMPLE.com", .within),
        ("example.com", "com", .within), ("localhost", "localhost", .within), ("a.localhost", "localhost", .within),
        ("xn--hxa.example.com", "example.com", .within), ("1.2.3.4", "4", .within), ("a--b.test", "test", .within),
        ("example.com", "www.example.com", .outside), ("com", "example.com", .outside),
        ("notexample.com", "example.com", .outside), ("example.org", "example.com", .outside),
        ("example.com.evil.test", "example.com", .outside), ("www.example.co", "example.com", .outside),
        ("xexample.com", "example.com", .outside), ("www-example.com", "example.com", .outside),
        ("example.com", "", .within), ("localhost", "", .within), (longest, "", .within),
        (longest, String(label63.prefix(61)), .within), ("a.\(label63)", label63, .within),
    ]

    /// A final dot makes a name absolute and changes nothing else.
    static let finalDots: [(String, String, Relation)] = [
        ("www.example.com.", "example.com", .within), ("www.example.com", "example.com.", .within),
        ("www.example.com.", "example.com.", .within), ("www.example.org.", "example.com", .outside),
        ("www.example.com..", "example.com", .badName), (".", "example.com", .badName),
        ("www.example.com", ".", .badBase), ("www.example.com", "example.com..", .badBase),
    ]

    static let wildcards: [(String, String, Relation)] = [
        ("*.example.com", "example.com", .within), ("*.example.com", "com", .within), ("*.example.com", "", .within),
        ("*.a.example.com", "example.com", .within), ("*.EXAMPLE.com.", "Example.com", .within),
        ("*.example.com", "www.example.com", .partly), ("*.example.com", "WWW.example.com", .partly),
        ("*.com", "example.com", .partly),
        // A wildcard stands for one label, RFC 9525 §6.3.
        ("*.example.com", "a.www.example.com", .outside), ("*.com", "www.example.com", .outside),
        ("*.example.com", "example.org", .outside), ("*.example.com", "wwwexample.com", .outside),
        ("*.www.example.com", "www2.example.com", .outside),
        ("*", "example.com", .badName), ("*.", "example.com", .badName), ("*.*.com", "com", .badName),
        ("w*.example.com", "example.com", .badName), ("www.*.com", "com", .badName),
        ("**.example.com", "example.com", .badName), ("*", "", .badName),
        ("www.example.com", "*.example.com", .badBase), ("*.example.com", "*.example.com", .badBase),
    ]

    static let malformed: [(String, String, Relation)] = [
        ("", "example.com", .badName), (".example.com", "example.com", .badName),
        ("a..example.com", "example.com", .badName), ("a_b.example.com", "example.com", .badName),
        ("a b.example.com", "example.com", .badName), (" example.com", "example.com", .badName),
        ("example.com ", "example.com", .badName), ("evil.test\0.example.com", "example.com", .badName),
        ("-a.example.com", "example.com", .badName), ("a-.example.com", "example.com", .badName),
        ("a.example-", "example-", .badName), ("https://example.com", "example.com", .badName),
        ("example.com:443", "example.com", .badName), ("bad.test,www.example.com", "example.com", .badName),
        ("a@example.com", "example.com", .badName), ("b\(label63).example.com", "example.com", .badName),
        ("a" + longest, "", .badName), ("a.\(longest)", "", .badName),
        ("www.example.com", ".example.com", .badBase), ("www.example.com", "example..com", .badBase),
        ("www.example.com", " ", .badBase), ("www.example.com", "example.com/", .badBase),
        ("www.example.com", "_a.example.com", .badBase), ("www.example.com", "-", .badBase),
    ]

    @Test("A name and a base", arguments: plain + finalDots + wildcards + malformed)
    func relation(name: String, base: String, expected: Relation) throws {
        let name = try #require(GeneralName.dns(name))
        #expect(try Relation(name, to: #require(.dns(base))) == expected)
    }

    @Test("The commonName is no DNS name, RFC 5280 §4.2.1.10")
    func commonName() throws {
        let subject = Name(commonName: "bad.example.org")
        for names in [[], [try #require(GeneralName.dns("www.example.com"))]] {
            let certificate = try Relation.certificate(names, subject: subject)
            #expect(try Relation.problems(of: certificate, permitted: [#require(.dns("example.com"))]).isEmpty)
            #expect(try Relation.problems(of: certificate, excluded: [#require(.dns("example.org"))]).isEmpty)
        }
    }
}
