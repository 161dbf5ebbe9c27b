import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("General names")
struct GeneralNameTests {
    private func read(_ text: String) throws(DERError) -> GeneralName { try GeneralName(der: DERBytes(hex(text)), "n") }

    @Test(
        "each kind is read and written",
        arguments: [
            ("a00b 0603883703 a004 0c026162", "otherName"), ("8103 614062", "rfc822Name"), ("8203 612e62", "dNSName"),
            ("a302 0500", "x400Address"), ("a40e 300c310a300806035504030c0161", "directoryName"),
            ("a503 810161", "ediPartyName"),
            ("8604 613a2f62", "uniformResourceIdentifier"), ("8704 c0000201", "iPAddress"),
            ("8710 20010db8000000000000000000000001", "iPAddress"), ("8803 883703", "registeredID"),
            ("8200", "dNSName"),
        ])
    func kinds(text: String, kind: String) throws {
        let name = try read(text)
        #expect(name.derEncoded == hex(text))
        #expect("\(name)".hasPrefix(kind))
    }

    @Test(
        "each kind has a text",
        arguments: [
            ("a00b 0603883703 a004 0c026162", "2.999.3 0c026162"), ("8103 614062", "a@b"), ("8203 612e62", "a.b"),
            ("a302 0500", "0500"), ("a40e 300c310a300806035504030c0161", "CN=a"), ("a503 810161", "810161"),
            ("8604 613a2f62", "a:/b"), ("8704 c0000201", "192.0.2.1"),
            ("8710 20010db8000000000000000000000001", "2001:db8::1"),
            // In name constraints, with a mask
            ("8708 c0000200ffffff00", "192.0.2.0/255.255.255.0"), ("8703 c00002", "c00002"), ("8700", ""),
            ("8803 883703", "2.999.3"),
        ])
    func texts(text: String, value: String) throws { #expect(try read(text).valueText == value) }

    @Test("the fixtures hold what their makers asked for")
    func fixtures() throws {
        let names = try #require(fixture("ext-subject-alt-name-all").extensions.subjectAltName).names
        let kinds = names.map { name in
            switch name {
            case .otherName: 0
            case .rfc822Name: 1
            case .dNSName: 2
            case .x400Address: 3
            case .directoryName: 4
            case .ediPartyName: 5
            case .uniformResourceIdentifier: 6
            case .iPAddress: 7
            case .registeredID: 8
            }
        }
        #expect(kinds.sorted() == [0, 0, 1, 2, 2, 2, 4, 6, 6, 7, 7, 7, 8])
        let rare = try #require(fixture("ext-subject-alt-name-x400-edi").extensions.subjectAltName).names
        #expect(rare.count == 3)
    }

    @Test(
        "wrong encodings",
        arguments: [
            ("8201ff", .characterNotAllowed(type: .ia5String, octet: 0xff), 2, "n.dNSName"),
            ("8101ff", .characterNotAllowed(type: .ia5String, octet: 0xff), 2, "n.rfc822Name"),
            ("860180", .characterNotAllowed(type: .ia5String, octet: 0x80), 2, "n.uniformResourceIdentifier"),
            ("8800", .objectIdentifierEmpty, 2, "n.registeredID"),
            ("a000", .missingElement(expected: [.objectIdentifier]), 2, "n.otherName.type-id"),
            ("a005 0603883703", .missingElement(expected: [.contextConstructed(0)]), 7, "n.otherName.value"),
            ("a400", .missingElement(expected: [.sequence]), 2, "n.directoryName"),
        ] as [(String, DERError.Reason, Int, String)])
    func wrong(text: String, reason: DERError.Reason, offset: Int, path: String) {
        do throws(DERError) {
            _ = try read(text)
            Issue.record("accepted")
        } catch {
            #expect(error.reason == reason)
            #expect(error.offset == offset)
            #expect(error.fieldPath == path)
        }
    }

    @Test(
        "an unknown tag, or the primitive form of a constructed one",
        arguments: ["8900", "8000", "a200", "8400", "0c00", "bf00"])
    func unknownTags(text: String) {
        do throws(DERError) {
            _ = try read(text)
            Issue.record("accepted")
        } catch {
            guard case .unexpectedTag(let expected, let found) = error.reason else { Issue.record("\(error)"); return }
            #expect(expected.count == 9)
            #expect(found == DERTag(octet: hex(text)[0]))
            #expect(error.offset == 0)
        }
    }

    @Test("from text")
    func fromText() {
        #expect(GeneralName.dns("example.test")?.derEncoded == [0x82, 12] + Array("example.test".utf8))
        #expect(GeneralName.dns("ελ.test") == nil)
        #expect(GeneralName.email("ü@example.test") == nil)
        #expect(GeneralName.uri("http://ü/") == nil)
        #expect(GeneralName.ip("192.0.2.1")?.derEncoded == hex("8704c0000201"))
        #expect(GeneralName.ip("::1")?.derEncoded == hex("871000000000000000000000000000000001"))
        #expect(GeneralName.ip("example.test") == nil)
    }
}
