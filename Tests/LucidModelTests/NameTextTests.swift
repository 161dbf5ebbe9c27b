import LucidDER
import LucidModel
import Testing

@Suite("Distinguished names are read from text")
struct NameTextTests {
    @Test(
        "RFC 4514 and OpenSSL's form, to RFC 4514",
        arguments: [
            ("CN=a", "CN=a"), ("cn = a , O = b ,C=DE", "CN=a,O=b,C=DE"), ("/C=DE/O=b/CN=a", "CN=a,O=b,C=DE"),
            (#"CN=a\,b,O=c"#, #"CN=a\,b,O=c"#), (#"O=Example\2C Inc.,C=DE"#, #"O=Example\, Inc.,C=DE"#),
            ("/O=Example, Inc./CN=a=b", #"CN=a=b,O=Example\, Inc."#), (#"/O=a\/b/CN=c"#, "CN=c,O=a/b"),
            (#"CN=\ a\ "#, #"CN=\ a\ "#), ("CN=a  b  ", "CN=a  b"), (#"CN=Lu\C4\8Di\C4\87"#, "CN=Lučić"),
            ("commonName=a,organizationName=b", "CN=a,O=b"), ("2.5.4.3=a", "CN=a"), ("OID.2.5.4.3=a", "CN=a"),
            ("E=a@b.test,S=x", "emailAddress=a@b.test,ST=x"),
            ("OU=b,OU=a,DC=example,DC=test", "OU=b,OU=a,DC=example,DC=test"),
            ("CN=#0c0161", "CN=a"), ("1.2.3=#0500", "1.2.3=#0500"), ("CN=\\#a", "CN=\\#a"), ("CN=a;O=b", "CN=a,O=b"),
            ("CN=東京", "CN=東京"), ("CN=a+O=b", "CN=a+O=b"),
        ])
    func good(text: String, shown: String) throws {
        let name = try Name(text)
        #expect(name.description == shown)
        // And what is shown is read as the same name.
        #expect(try Name(name.description) == name)
    }

    @Test("the most specific part is the last one of the certificate, in both forms")
    func order() throws {
        let wanted = Name([(OID.countryName, "DE"), (OID.organizationName, "b"), (OID.commonName, "a")])
        #expect(try Name("CN=a,O=b,C=DE") == wanted)
        #expect(try Name("/C=DE/O=b/CN=a") == wanted)
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("", 0), ("CN", 0), ("=a", 0), ("CN=", 3), ("CN=a,", 5), ("CN=a,,O=b", 5), ("XX=a", 0), ("CN=a,XX=b", 5),
            ("O=x,C=Germany", 6), ("C=D1", 2), (#"CN=a\"#, 4), (#"CN=a\zz"#, 4), (#"CN=\C4"#, 3), (#"CN=\C3\28"#, 3),
            ("CN=#", 3), ("CN=#0c", 3), ("CN=#0c0161ff", 3), ("CN=#0c0161x", 3), ("CN=#c", 3), (#"CN=a"b"#, 4),
            ("CN=a<b", 4), ("/", 1), ("/CN", 1), ("/CN=a/", 6), ("//CN=a", 1), ("DC=ü", 3), ("CN=a+", 5), ("1.2=", 4),
            ("CN=" + String(repeating: "a", count: 65), 3), ("CN=   ", 6), ("CN=\0", 3),
        ])
    func bad(text: String, offset: Int) {
        do throws(NameTextProblem) { Issue.record("read as \(try Name(text))") } catch {
            #expect(error.offset == offset, "\(error.reason)")
        }
    }

    @Test("a comma with an accent on it is still a comma")
    func combining() { #expect(throws: NameTextProblem.self) { try Name("CN=a,\u{301}O=b") } }

    @Test(
        "address ranges",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.0.0.0/8", "::a00:1", false),
            ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "255.255.255.255", true),
            ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("::/0", "ffff::", true),
        ])
    func ranges(range: String, address: String, isWithin: Bool) throws {
        let range = try #require(IPRange(range)), address = try #require(IPAddress(address))
        #expect(range.contains(address) == isWithin)
        #expect(IPRange(range.description) == range)
    }

    @Test(
        "no address ranges",
        arguments: [
            "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/8/8", "10.0.0.0/-1", "10.0.0.0/+8",
            "fd00::1/8", "a/8", "::/129",
        ])
    func noRanges(text: String) { #expect(IPRange(text) == nil) }

    @Test("a range as a constraint is address and mask")
    func rangeConstraint() { #expect(IPRange("10.0.0.0/9")?.constraint == .iPAddress([10, 0, 0, 0, 255, 128, 0, 0])) }
}
