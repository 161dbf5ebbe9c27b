import LucidModel
import LucidOpenSSLText
import Testing

@Suite("-nameopt and -certopt")
struct NameFormatTests {
    private func format(_ option: String) -> NameFormat {
        var format: NameFormat = []
        #expect(format.apply(option) == nil)
        return format
    }

    @Test func `words set, take back and replace`() {
        #expect(format("RFC2253") == .rfc2253)
        #expect(format("multiline,oneline") == .oneline)
        #expect(format("oneline,-space_eq").contains(.spaceAroundEquals) == false)
        #expect(format("ONELINE,lname,oid").contains(.dottedNames))
        #expect(format("compat") == .compatible)
    }

    @Test func `where no separator is asked for there is one all the same`() {
        #expect(format("utf8").contains(.separatorCommaPlusSpace))
    }

    @Test func `an unknown word is told`() {
        var format: NameFormat = []
        #expect(format.apply("oneline,utf9") == "utf9")
        var options: CertificateTextOptions = []
        #expect(options.apply("no_header,no_headers") == "no_headers")
    }

    @Test func `names are written in the form that is asked for`() throws {
        let name = try #require(Name([(OID.countryName, "DE"), (OID.commonName, "a, b")]))
        #expect(NameFormat.oneline.text(of: name) == #"C = DE, CN = "a, b""#)
        #expect(NameFormat.rfc2253.text(of: name) == #"CN=a\, b,C=DE"#)
        #expect(NameFormat.compatible.text(of: name) == "C=DE, CN=a, b")
        #expect(
            NameFormat.multiline.text(of: name)
                == "countryName               = DE\ncommonName                = a, b")
    }
}
