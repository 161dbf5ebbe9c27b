import LucidDER
import LucidTestSupport
import Testing

@testable import LucidModel

/// A name of levels of attributes.
private func name(_ levels: [(ObjectIdentifier, DERString?)]...) -> Name {
    Name(
        levels.map { level in
            RelativeDistinguishedName(
                level.compactMap { type, value in
                    value.map { AttributeTypeAndValue(type: type, value: .string($0)) }
                })
        })
}

/// A name of one commonName.
private func common(_ text: String, _ kind: DERString.Kind = .utf8) -> Name {
    name([(OID.commonName, DERString(text, as: kind))])
}

private func utf8(_ text: String) -> DERString? { DERString(text, as: .utf8) }

@Suite("Names compared by RFC 5280 §7.1")
struct PreparedNameTests {
    @Test("A name longer than the bound matches its own octets alone, and within the bound the text counts")
    func bound() {
        for (count, areCompared) in [(32_000, true), (33_000, false)] {
            let (lower, upper) = (
                common(String(repeating: "a", count: count)), common(String(repeating: "A", count: count))
            )
            #expect(lower.matches(upper) == areCompared)
            #expect(PreparedName(lower) == PreparedName(lower) && lower.matches(lower))
            #expect(lower.isWithin(upper) == areCompared && lower.isWithin(Name([])))
        }
    }

    @Test(
        "strings match whatever their case and spaces",
        arguments: [
            ("Lucid Root CA", "LUCID  root\tCA "), ("", " "), ("Straße", "STRASSE"), ("é", "e\u{301}"),
            ("Ａcme", "acme"), ("a\u{ad}b", "ab"),
        ])
    func match(a: String, b: String) {
        #expect(common(a).matches(common(b)))
        #expect(PreparedName(common(a)).hashValue == PreparedName(common(b)).hashValue)
        #expect(common(a) != common(b))
    }

    @Test(
        "other strings do not", arguments: [("a", "b"), ("a b", "ab"), ("é", "e"), ("a", ""), ("a", "а"), ("ß", "s")])
    func noMatch(a: String, b: String) {
        #expect(!common(a).matches(common(b)))
        #expect(PreparedName(common(a)) != PreparedName(common(b)))
    }

    @Test("the string type does not matter", arguments: DERString.Kind.allCases, DERString.Kind.allCases)
    func kinds(a: DERString.Kind, b: DERString.Kind) throws {
        #expect(common("1 23", a).matches(common("1  23 ", b)))
        let unicode: Set<DERString.Kind> = [.utf8, .bmp, .universal, .teletex]
        if unicode.contains(a), unicode.contains(b) {
            #expect(common("Große Straße", a).matches(common("GROSSE straße", b)))
        }
    }

    @Test("types, levels and their order matter; the order within a level does not")
    func structure() {
        let (a, b, o) = (utf8("a"), utf8("b"), utf8("o"))
        let (cn, ou) = (OID.commonName, OID.organizationalUnitName)
        #expect(!name([(cn, a)]).matches(name([(ou, a)])))
        #expect(!name([(cn, a)], [(ou, o)]).matches(name([(ou, o)], [(cn, a)])))
        #expect(!name([(cn, a)], [(ou, o)]).matches(name([(cn, a), (ou, o)])))
        #expect(!name([(cn, a)]).matches(name([(cn, a)], [(cn, a)])))
        #expect(!name([(cn, a)]).matches(name([(cn, a), (cn, a)])))
        #expect(!name([(cn, a), (cn, a), (cn, b)]).matches(name([(cn, a), (cn, b), (cn, b)])))
        #expect(!name([(cn, utf8("a\u{1}"))], []).matches(name([(cn, a)])))
        // DER sorts the attributes of a level by their octets: the longer string comes last.
        let mixed = name([(cn, utf8("B")), (cn, utf8(" a  "))])
        #expect(mixed.matches(name([(cn, b), (cn, a)])))
        #expect(name().matches(name()))
        #expect(!name().matches(name([(cn, a)])))
    }

    @Test("values that are no strings, and strings that can not be prepared, match by their octets")
    func octets() throws {
        func other(_ element: String) -> Name {
            Name([
                RelativeDistinguishedName([
                    AttributeTypeAndValue(type: OID.commonName, value: .other(DERBytes(hex(element))))
                ])
            ])
        }
        #expect(other("0201aa").matches(other("0201aa")))
        #expect(!other("020141").matches(other("020161")))
        #expect(!other("040161").matches(common("a")))
        #expect(common("A\u{fffd}").matches(common("A\u{fffd}")))
        #expect(!common("A\u{fffd}").matches(common("a\u{fffd}")))
        #expect(!common("A\u{e000}").matches(common("A\u{e000}", .bmp)))
    }

    @Test("e-mail addresses in names have no case (RFC 5280 §4.1.2.6)")
    func email() {
        let (a, b) = ("subscriber@example.com", "SUBSCRIBER@EXAMPLE.COM")
        #expect(name([(OID.emailAddress, DERString(a, as: .ia5))]).matches(name([(OID.emailAddress, utf8(b))])))
    }

    @Test("domain components match in either form (RFC 5280 §7.3)")
    func domainComponents() {
        func domain(_ label: DERString?) -> Name { name([(OID.domainComponent, label)]) }
        #expect(domain(DERString("Example", as: .ia5)).matches(domain(DERString("EXAMPLE", as: .ia5))))
        #expect(domain(utf8("Bücher")).matches(domain(DERString("XN--bcher-kva", as: .ia5))))
        #expect(domain(utf8("straße")).matches(domain(utf8("STRAẞE"))))
        #expect(!domain(utf8("straße")).matches(domain(utf8("strasse"))))
        #expect(!name([(OID.commonName, utf8("bücher"))]).matches(common("xn--bcher-kva")))
        // No label: compared as any text.
        #expect(domain(utf8("bü cher")).matches(domain(utf8("BÜ  CHER"))))
    }

    @Test("a name lies within those that it begins with")
    func within() {
        let (cn, ou, o) = (OID.commonName, OID.organizationalUnitName, OID.organizationName)
        let whole = name([(o, utf8("Lucid"))], [(ou, utf8("Tests"))], [(cn, utf8("a"))])
        #expect(whole.isWithin(whole))
        #expect(whole.isWithin(name()))
        #expect(whole.isWithin(name([(o, utf8("LUCID"))])))
        #expect(whole.isWithin(name([(o, utf8("LUCID"))], [(ou, DERString("tests ", as: .printable))])))
        #expect(!name([(o, utf8("LUCID"))]).isWithin(whole))
        #expect(!whole.isWithin(name([(o, utf8("Luci"))])))
        #expect(!whole.isWithin(name([(ou, utf8("Tests"))])))
        // One attribute of a level is not the level.
        #expect(!name([(o, utf8("a")), (ou, utf8("b"))]).isWithin(name([(o, utf8("a"))])))
        #expect(!name([(o, utf8("a")), (o, utf8("b"))]).isWithin(name([(o, utf8("a"))])))
    }

    @Test("every fixture's names match themselves, and each other only where their texts do")
    func fixtures() throws {
        var texts: [PreparedName: String] = [:]
        for file in try Checkout.fixtures(in: "openssl/certs") {
            for bytes in try certificateBytes(Checkout.fixture(file)) {
                guard let certificate = try? Certificate(der: bytes) else { continue }
                let subject = certificate.subject
                #expect(subject.matches(try Name(der: subject.der, "name")))
                let known = texts[PreparedName(subject), default: subject.description]
                #expect(known.lowercased() == subject.description.lowercased(), "\(file)")
                texts[PreparedName(subject)] = known
            }
        }
        #expect(texts.count > 20)
    }
}
