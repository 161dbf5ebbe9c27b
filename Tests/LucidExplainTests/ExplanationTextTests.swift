import LucidDER
import LucidExplain
import LucidTestSupport
import Testing

@Suite("An explanation as text")
struct ExplanationTextTests {
    private static let explanation = Explanation(DERBytes(SmallCertificate.der))

    private func form(_ change: (inout ExplanationText) -> Void) -> ExplanationText {
        var form = ExplanationText()
        change(&form)
        return form
    }

    @Test func `of a small certificate, brief, is exactly this`() {
        #expect(form { $0.isBrief = true }.text(Self.explanation) == Self.brief)
    }

    @Test func `of one octet has the lines around it, with sentences and clauses`() {
        #expect(ExplanationText().text(Self.explanation, at: 144) == Self.octet144)
        #expect(ExplanationText().text(Self.explanation, at: 251) == nil)
    }

    @Test func `keeps to its width`() throws {
        for width in [60, 80, 100, 120, 200] {
            let chain = ExplainedFile(try Checkout.fixture("openssl/certs/chain-p256-leaf.pem"))
            let text = [
                form { $0.width = width }.text(Self.explanation), form { $0.width = width }.text(chain, name: ""),
            ]
            .compactMap(\.self).joined(separator: "\n")
            // What stands beside the columns of octets and tags needs more room than the narrowest terminals have.
            let allowed = max(width, 80)
            for line in text.split(separator: "\n") where line.count > allowed {
                Issue.record("\(line.count) columns of \(width): \(line)")
            }
        }
    }

    @Test func `shows every octet when asked to`() {
        let text = form { $0.showsAllOctets = true }.text(Self.explanation) ?? ""
        let shown = text.split(separator: "\n").map { $0.dropFirst(6).prefix(23) }.filter { line in
            line.allSatisfy { $0.isHexDigit || $0 == " " }
        }
        #expect(shown.flatMap { hex(String($0)) } == SmallCertificate.der)
    }

    @Test func `never passes on what a terminal would obey`() throws {
        for name in try Checkout.fixtures(in: "openssl/certs").filter({ $0.contains("hostile") || $0.contains("right") }
        ) {
            let text = ExplanationText().text(ExplainedFile(try Checkout.fixture(name)), name: "file") ?? ""
            let unsafe = text.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x0a: false
                case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
                default: false
                }
            }
            #expect(unsafe.isEmpty, "\(name)")
        }
    }

    @Test func `of a file tells each block and the text around them`() throws {
        let file = ExplainedFile(try Checkout.fixture("openssl/bundles/free-text.pem"))
        let text = form { $0.isBrief = true }.text(file, name: "free-text.pem") ?? ""
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("Certificate ") || $0.hasPrefix("Line") }
        #expect(headings.count == 7 && headings.first?.hasPrefix("Lines 1 to 5: ") == true)
        #expect(headings.dropFirst().first == "Certificate 1 of 3 (free-text.pem, line 6), 768 octets")
    }

    private static let brief = """
           0  30 81 f8                 SEQUENCE 248          Certificate
           3  30 81 ab                 SEQUENCE 171            tbsCertificate
           6  a0 03                    [0] 3                     version
           8  02 01 02                 INTEGER 1                   Version  v3 (2)
          11  02 01 05                 INTEGER 1                 serialNumber  5, hexadecimal 05
          14  30 05                    SEQUENCE 5                signature  id-Ed25519
          16  06 03 2b 65 70           OBJECT IDENTIFIER 3         algorithm  id-Ed25519 (1.3.101.112)
          21  30 0c                    SEQUENCE 12               issuer  CN=a
          23  31 0a                    SET 10                      [0] RelativeDistinguishedName
          25  30 08                    SEQUENCE 8                    [0] AttributeTypeAndValue  commonName
          27  06 03 55 04 03           OBJECT IDENTIFIER 3             type  commonName (2.5.4.3)
          32  0c 01 61                 UTF8String 1                    value  “a”
          35  30 1e                    SEQUENCE 30               validity  90 days and a second
          37  17 0d 32 36 31 … 38 5a   UTCTime 13                  notBefore  2026-11-22T07:09:48Z
          52  17 0d 32 37 30 … 38 5a   UTCTime 13                  notAfter  2027-02-20T07:09:48Z
          67  30 0c                    SEQUENCE 12               subject  CN=a
          69  31 0a                    SET 10                      [0] RelativeDistinguishedName
          71  30 08                    SEQUENCE 8                    [0] AttributeTypeAndValue  commonName
          73  06 03 55 04 03           OBJECT IDENTIFIER 3             type  commonName (2.5.4.3)
          78  0c 01 61                 UTF8String 1                    value  “a”
          81  30 2a                    SEQUENCE 42               subjectPublicKeyInfo  id-Ed25519
          83  30 05                    SEQUENCE 5                  algorithm  id-Ed25519
          85  06 03 2b 65 70           OBJECT IDENTIFIER 3           algorithm  id-Ed25519 (1.3.101.112)
          90  03 21 00 b9 8b … 99 33   BIT STRING 33               subjectPublicKey  256 bits:
                                                                     b98bcb9a8bc5db75a9128475007ce83b126ada5f28807f9230e35fd0d60
                                                                     f9933
         125  a3 32                    [3] 50                    extensions
         127  30 30                    SEQUENCE 48                 Extensions
         129  30 0f                    SEQUENCE 15                   [0] basicConstraints  critical, cA TRUE
         131  06 03 55 1d 13           OBJECT IDENTIFIER 3             extnID  basicConstraints (2.5.29.19)
         136  01 01 ff                 BOOLEAN 1                       critical  TRUE
         139  04 05                    OCTET STRING 5                  extnValue
         141  30 03                    SEQUENCE 3                        BasicConstraints
         143  01 01 ff                 BOOLEAN 1                           cA  TRUE
         146  30 1d                    SEQUENCE 29                   [1] subjectKeyIdentifier
                                                                       0ad73e61b955ebcdafbc4dbd92dd115e15d8f6f3
         148  06 03 55 1d 0e           OBJECT IDENTIFIER 3             extnID  subjectKeyIdentifier (2.5.29.14)
         153  04 16                    OCTET STRING 22                 extnValue
         155  04 14 0a d7 3e … f6 f3   OCTET STRING 20                   SubjectKeyIdentifier
                                                                           0ad73e61b955ebcdafbc4dbd92dd115e15d8f6f3
         177  30 05                    SEQUENCE 5              signatureAlgorithm  id-Ed25519
         179  06 03 2b 65 70           OBJECT IDENTIFIER 3       algorithm  id-Ed25519 (1.3.101.112)
         184  03 41 00 1f 7f … 3a 06   BIT STRING 65           signatureValue  1f7fb23df94a7bea1b74a12334df07e04de6c05f6b9e006
                                                                 cc6c2f0a7ab68160d2f51302d02a86fdbe4565e11978a2f8df9673e19005856
                                                                 6a0e8e30fcbe603a06 (512 bits)
        """

    private static let octet144 = """
           0  30 81 f8                 SEQUENCE 248          Certificate
                                                               A certificate has three parts: what the issuer says, the
                                                               algorithm it signs with, and its signature over the first part.
                                                               [RFC 5280 §4.1]
           3  30 81 ab                 SEQUENCE 171            tbsCertificate
                                                                 The part that is signed, from this line to the one before
                                                                 signatureAlgorithm: the hash goes over exactly these octets.
                                                                 [RFC 5280 §4.1.1.1]
         125  a3 32                    [3] 50                    extensions
                                                                   A tag around the extensions: what version 3 added, and where
                                                                   everything about hosts and CAs stands. [RFC 5280 §4.1.2.9]
         127  30 30                    SEQUENCE 48                 Extensions
                                                                     The list of extensions. [RFC 5280 §4.1]
         129  30 0f                    SEQUENCE 15                   [0] basicConstraints  critical, cA TRUE
                                                                       One extension: which, whether it must be understood, and
                                                                       what it says. [RFC 5280 §4.2]
         139  04 05                    OCTET STRING 5                  extnValue
                                                                         A wrapping, so that who does not know the extension can
                                                                         skip its value. [RFC 5280 §4.2]
         141  30 03                    SEQUENCE 3                        BasicConstraints
                                                                           Whether the certificate may issue others. An empty
                                                                           one says no: FALSE is the default, and defaults are
                                                                           not written. [RFC 5280 §4.2.1.9]
         143  01 01 ff                 BOOLEAN 1                           cA  TRUE
                                                                             TRUE: the key may sign certificates.
                                                                             [RFC 5280 §4.2.1.9]
        """
}
