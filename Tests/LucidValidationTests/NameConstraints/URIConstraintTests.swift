import LucidModel
import Testing

@testable import LucidValidation

@Suite("uniformResourceIdentifier constraints, RFC 5280 §4.2.1.10")
struct URIConstraintTests {
    static let hosts: [(String, String, Relation)] = [
        ("https://host.example.com/a/b?c#d", "host.example.com", .within),
        ("https://HOST.example.com", "host.Example.com", .within),
        ("ldap://host.example.com?a", "host.example.com", .within),
        ("x+y-1.z://host.example.com#a", "host.example.com", .within),
        ("https://user:word@host.example.com:443/", "host.example.com", .within),
        ("https://host.example.com:/", "host.example.com", .within),
        ("https://host.example.com./", "host.example.com", .within),
        ("spiffe://localhost/a", "localhost", .within),
        ("https://host.example.com/@evil.test", "host.example.com", .within),
        ("https://a.host.example.com/", "host.example.com", .outside),
        ("https://example.com/", "host.example.com", .outside),
        ("https://evil.test/host.example.com", "host.example.com", .outside),
        ("https://host.example.com@evil.test/", "host.example.com", .outside),
        ("https://evil.test?@host.example.com", "host.example.com", .outside),
        ("https://evil.test#@host.example.com", "host.example.com", .outside),
    ]

    static let domains: [(String, String, Relation)] = [
        ("https://host.example.com/", ".example.com", .within),
        ("https://my.host.EXAMPLE.com/", ".example.COM", .within),
        ("https://example.com/", ".example.com", .outside), ("https://hostexample.com/", ".example.com", .outside),
        ("https://evil.test/.example.com", ".example.com", .outside),
    ]

    static let malformed: [(String, String, Relation)] = [
        ("mailto:a@example.com", "example.com", .noHost), ("urn:example:com", "example.com", .noHost),
        ("//example.com/", "example.com", .noHost), ("example.com", "example.com", .noHost),
        ("", "example.com", .noHost),
        ("https:///a", "example.com", .noHost), ("https://", "example.com", .noHost),
        ("https:/example.com", "example.com", .noHost),
        ("1a://example.com/", "example.com", .noHost), ("://example.com", "example.com", .noHost),
        ("a b://example.com", "example.com", .noHost), ("https://192.0.2.1/", ".2.1", .noHost),
        ("https://192.0.2.1:80/", "example.com", .noHost), ("https://0x7f000001/", "example.com", .noHost),
        ("https://a.0xA/", "example.com", .noHost), ("https://[2001:db8::1]/", "example.com", .noHost),
        ("https://[::1]:443/", "example.com", .noHost), ("https://evil.test\\.example.com/", ".example.com", .noHost),
        ("https://a@b@example.com/", "example.com", .noHost), ("https://%65xample.com/", "example.com", .noHost),
        ("https://example.com:443:443/", "example.com", .noHost), ("https://example.com:x/", "example.com", .noHost),
        ("https://*.example.com/", ".example.com", .noHost), ("https://a_b.example.com/", ".example.com", .noHost),
        ("https://example.com /", "example.com", .noHost), ("https://user@/", "example.com", .noHost),
        ("https://a/", "", .badBase), ("https://a/", ".", .badBase), ("https://a/", "https://a/", .badBase),
        ("https://a/", "a:443", .badBase), ("https://a/", "192.0.2.1", .badBase), ("https://a/", "*.a", .badBase),
        ("https://a/", "..a", .badBase), ("https://a/", "[::1]", .badBase),
    ]

    @Test("A URI and a base", arguments: hosts + domains + malformed)
    func relation(name: String, base: String, expected: Relation) throws {
        let name = try #require(GeneralName.uri(name))
        #expect(try Relation(name, to: #require(.uri(base))) == expected)
    }
}
