import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("Names as text, by RFC 4514")
struct NameTests {
    @Test(
        "fixtures",
        arguments: [
            (
                "name-hostile-rfc4514",
                ##"CN=CN=x\,O=y,OU=a\,b\+c\"d\\e\<f\>g\;h=i/j,OU=\#begins with hash,O=\ leading and trailing space\ "##
            ),
            (
                "name-hostile-html",
                ##"CN=\<script\>alert(1)\</script\>,OU=&lt\;b&gt\; &amp\; ' \" ` ${x} %s %n,O=\"\>\<img src=x onerror=alert(1)\>"##
            ),
            (
                "name-hostile-control",
                #"CN=first\0ASubject: CN=injected,OU=tab\09backspace\08end,O=line one\0Aline two\0D\0AIssuer: CN=forged"#
            ),
            ("name-hostile-escape-sequence", #"CN=\1B[31mred\1B[0m\07\7F\C2\85\E2\80\A8"#),
            ("name-hostile-nul", #"CN=www.example.test\00.evil.test"#),
            ("name-utf8-right-to-left", #"CN=abc\E2\80\AEgpj.exe,O=שלום عالم"#),
            ("name-teletex", "CN=Straße,O=Müller & Söhne,C=DE"), ("name-universal", "CN=Λucid 🔐"),
            (
                "name-ia5-email-domain-component",
                "emailAddress=user@example.test,CN=Domain Component,DC=example,DC=test"
            ),
            (
                "name-string-types",
                "OU=12345 67890,2.5.4.45=#030300A1B2,OU=ia5,OU=universal,OU=bmp,OU=teletex,OU=utf8,OU=printable"
            ),
        ])
    func fixtures(file: String, text: String) throws {
        #expect(try fixture(file).subject.description == text)
    }

    @Test("several attributes of one level stand in the order of their encoding")
    func multiValued() throws {
        let subject = try fixture("name-multi-valued-rdn").subject
        #expect(subject.description == "OU=One+OU=Two+UID=three,CN=Multi+serialNumber=12345,O=Lucid Fixtures,C=GR")
        #expect(subject.relativeDistinguishedNames.map(\.attributes.count) == [1, 1, 2, 3])
        #expect(subject.values(of: OID.organizationalUnitName) == ["One", "Two"])
    }

    /// Escaping puts nothing into the text that a terminal or a reader of names would take for something else.
    @Test("no fixture's name holds a control character or breaks into other attributes")
    func hostile() throws {
        let names = try Checkout.fixtures(in: "openssl/certs").filter {
            $0.contains("hostile") && !$0.contains("bad-utf8")
        }
        for name in names {
            for bytes in try certificateBytes(Checkout.fixture(name)) {
                let text = try Certificate(der: bytes).subject.description
                let unsafe = text.unicodeScalars.filter(\.isUnsafeToShow)
                #expect(unsafe.isEmpty, "\(name)")
            }
        }
    }

    @Test(
        "values with a meaning of their own",
        arguments: [
            ("", "CN="), (" ", #"CN=\ "#), ("  ", #"CN=\ \ "#), ("a b", "CN=a b"), ("#a", ##"CN=\#a"##),
            ("a#", "CN=a#"), ("a=b", "CN=a=b"),
            (#"\"#, #"CN=\\"#), ("\u{feff}x", #"CN=\EF\BB\BFx"#), ("e\u{301}", "CN=e\u{301}"),
            ("\u{e000}", #"CN=\EE\80\80"#),
            ("👩‍🚀", #"CN=👩\E2\80\8D🚀"#), ("\0", #"CN=\00"#), (",\u{301}", "CN=\\,\u{301}"), (" \u{301}", "CN=\\ \u{301}"),
        ])
    func escaping(value: String, text: String) {
        #expect(Array(Name(commonName: value).description.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("names are made with the string types that the standards ask for")
    func made() throws {
        let name = try #require(
            Name([
                (OID.countryName, "GR"), (OID.organizationName, "Λ"), (OID.domainComponent, "example"),
                (OID.emailAddress, "a@b"), (OID.serialNumber, "12"), (OID.commonName, "c"),
            ]))
        let kinds = name.relativeDistinguishedNames.flatMap(\.attributes).map { attribute -> DERString.Kind? in
            if case .string(let string) = attribute.value { string.kind } else { nil }
        }
        #expect(kinds == [.printable, .utf8, .ia5, .ia5, .printable, .utf8])
        #expect(name.description == "CN=c,serialNumber=12,emailAddress=a@b,DC=example,O=Λ,C=GR")
        #expect(name.commonName == "c")
        #expect(Name([(OID.countryName, "Ελ")]) == nil)
        #expect(hex(Name(commonName: "a").der) == "300c310a300806035504030c0161")
        let read = try Name(der: name.der, "n")
        #expect(read == name)
        #expect(read.hashValue == name.hashValue)
        #expect(Name([RelativeDistinguishedName]()).isEmpty)
        #expect(Name([RelativeDistinguishedName]()).description.isEmpty)
    }

    @Test("attributes of one level are written in the order of DER, however they were given")
    func sorted() throws {
        let attributes = ["bb", "a", "b"].compactMap { DERString($0, as: .utf8) }
            .map { AttributeTypeAndValue(type: OID.commonName, value: .string($0)) }
        let name = Name([RelativeDistinguishedName(attributes)])
        #expect(try Name(der: name.der, "n").description == "CN=a+CN=b+CN=bb")
    }

    @Test("names are equal by their octets")
    func equality() throws {
        let utf8 = Name(commonName: "a")
        let printable = try #require(DERString("a", as: .printable))
        let other = Name([
            RelativeDistinguishedName([AttributeTypeAndValue(type: OID.commonName, value: .string(printable))])
        ])
        #expect(utf8 != other)
        #expect(utf8 == Name(commonName: "a"))
    }

    @Test(
        "known names",
        arguments: [
            (OID.commonName, "commonName"), (OID.sha256WithRSAEncryption, "sha256WithRSAEncryption"),
            (OID.subjectAltName, "subjectAltName"), (OID.serverAuth, "serverAuth"), (OID.prime256v1, "secp256r1"),
        ])
    func knownNames(oid: ObjectIdentifier, name: String) {
        #expect(oid.knownName == name)
        #expect(oid.nameOrNumbers == name)
    }

    @Test("an unknown identifier is shown by its numbers")
    func unknownName() {
        #expect(ObjectIdentifier(2, 999, 1).knownName == nil)
        #expect(ObjectIdentifier(2, 999, 1).nameOrNumbers == "2.999.1")
    }
}
