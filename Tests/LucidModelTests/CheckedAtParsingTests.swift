import LucidDER
import LucidTestSupport
import Testing

@testable import LucidModel

/// Names and extensions are checked when they are read and made into values when they are asked for. Both ways have to
/// find the same errors, at the same time: while reading.
@Suite("What is decoded on demand was checked while reading")
struct CheckedAtParsingTests {
    /// The error of `body`, or nil.
    private func failure(_ body: () throws(DERError) -> Void) -> DERError? {
        do throws(DERError) {
            try body()
            return nil
        } catch { return error }
    }

    /// Fixtures that have all extensions that Lucid knows, and names of all kinds.
    static let files = [
        "chain-rsa-leaf", "ext-authority-info-access", "ext-authority-key-id-keyid-issuer-serial",
        "ext-certificate-policies-qualifiers", "ext-crl-distribution-points-full",
        "ext-crl-distribution-points-relative-name", "ext-extended-key-usage-all", "ext-freshest-crl",
        "ext-issuer-alt-name-all", "ext-key-usage-all-bits", "ext-many", "ext-name-constraints", "ext-netscape",
        "ext-policy-constraints", "ext-policy-mappings", "ext-sct-list", "ext-subject-alt-name-all",
        "ext-subject-alt-name-x400-edi", "ext-subject-directory-attributes", "ext-subject-info-access",
        "ext-tls-feature",
    ]

    @Test("with any octet of an extension altered, the check says what decoding says", arguments: files)
    func extensions(file: String) throws {
        for item in try fixture(file).extensions {
            guard let known = KnownExtension(item.extnID) else { continue }
            // In the middle of an input, so that offsets that count from the wrong place are found.
            let input = [0, 0, 0] + item.extnValue.array + [0, 0]
            for index in 3..<input.count - 2 {
                for mask in [0x01, 0x02, 0x20, 0x80, 0xff] as [UInt8] {
                    var altered = input
                    altered[index] ^= mask
                    let value = DERBytes(altered, 3..<input.count - 2)
                    let read = Extension(extnID: item.extnID, critical: false, extnValue: value)
                    let decodingError = failure { () throws(DERError) in _ = try known.decode(value) }
                    if read.problem != decodingError {
                        Issue.record("\(item.extnID) \(index) ^ \(mask): \(read.problem as Any)")
                    }
                }
            }
        }
    }

    @Test(
        "with any octet of a name altered, the check says what decoding says",
        arguments: ["name-string-types", "name-multi-valued-rdn", "name-universal", "name-bmp", "name-many-rdns"])
    func names(file: String) throws {
        let subject = try fixture(file).subject.der.array
        for index in subject.indices {
            for mask in [0x01, 0x02, 0x20, 0x80, 0xff] as [UInt8] {
                var altered = subject
                altered[index] ^= mask
                let input = DERBytes(altered)
                let check = failure { () throws(DERError) in _ = try Name(der: input, "name") }
                let decoding = failure { () throws(DERError) in
                    _ = try DERCursor.decode(input) { cursor throws(DERError) in
                        try cursor.sequenceOf("name") { inner throws(DERError) in
                            try RelativeDistinguishedName(from: &inner, tag: .set)
                        }
                    }
                }
                if check != decoding { Issue.record("\(index) ^ \(mask): \(check as Any), \(decoding as Any)") }
            }
        }
    }

    /// A name whose commonName has an octet that is no UTF-8, as the last of 19 octets; in it stands the wrong one.
    private static let badName = "3011 310f 300d 0603550403 0c06 6162636465ff"

    @Test("an error deep in a name is found while reading, not when the name is asked for")
    func deepError() throws {
        let inAlternativeName = Extension(
            extnID: OID.subjectAltName, critical: false, extnValue: DERBytes(hex("3018 820161 a413" + Self.badName)))
        let problem = try #require(inAlternativeName.problem)
        #expect(problem.fieldPath == "subjectAltName[1].directoryName[0][0].value")
        #expect(problem.reason == .stringNotUnicode(type: .utf8String))
        #expect(problem.offset == 20)

        let inDistributionPoint = Extension(
            extnID: OID.cRLDistributionPoints, critical: false,
            extnValue: DERBytes(hex("301b 3019 a017 a015 a413" + Self.badName)))
        let path = "cRLDistributionPoints[0].distributionPoint.fullName[0].directoryName[0][0].value"
        #expect(inDistributionPoint.problem?.fieldPath == path)
        #expect(inDistributionPoint.content == .malformed(try #require(inDistributionPoint.problem)))
    }

    @Test("a broken extension keeps its error and leaves the others alone")
    func brokenAmongOthers() throws {
        let good = Extension(BasicConstraints(cA: true), critical: true)
        let bad = Extension(extnID: OID.keyUsage, critical: false, extnValue: [0x05, 0x00])
        let encoded = Extensions([good, bad, good]).derEncoded
        let read = try Extensions(der: DERBytes(encoded), "extensions")
        #expect(read.map { $0.problem == nil } == [true, false, true])
        #expect(read[1].problem?.fieldPath == "keyUsage")
        #expect(read[1].problem?.offset == read[1].extnValue.startIndex)
        #expect(read.keyUsage == nil && read.basicConstraints == BasicConstraints(cA: true))
        #expect(read == Extensions([good, bad, good]) && read != Extensions([good, good, bad]))
        #expect(read.duplicates == [OID.basicConstraints])
    }

    @Test("each known extension is found by its identifier, and no other one")
    func identifiers() {
        let known: [(ObjectIdentifier, String)] = [
            (OID.authorityKeyIdentifier, "authorityKeyIdentifier"), (OID.subjectKeyIdentifier, "subjectKeyIdentifier"),
            (OID.keyUsage, "keyUsage"), (OID.certificatePolicies, "certificatePolicies"),
            (OID.policyMappings, "policyMappings"), (OID.subjectAltName, "subjectAltName"),
            (OID.issuerAltName, "issuerAltName"), (OID.subjectDirectoryAttributes, "subjectDirectoryAttributes"),
            (OID.basicConstraints, "basicConstraints"), (OID.nameConstraints, "nameConstraints"),
            (OID.policyConstraints, "policyConstraints"), (OID.extKeyUsage, "extKeyUsage"),
            (OID.cRLDistributionPoints, "cRLDistributionPoints"), (OID.inhibitAnyPolicy, "inhibitAnyPolicy"),
            (OID.freshestCRL, "freshestCRL"), (OID.authorityInfoAccess, "authorityInfoAccess"),
            (OID.subjectInfoAccess, "subjectInfoAccess"), (OID.tlsFeature, "tlsFeature"),
            (OID.netscapeCertType, "netscapeCertType"), (OID.netscapeComment, "netscapeComment"),
            (OID.signedCertificateTimestampList, "signedCertificateTimestampList"), (OID.cRLNumber, "cRLNumber"),
            (OID.deltaCRLIndicator, "deltaCRLIndicator"), (OID.issuingDistributionPoint, "issuingDistributionPoint"),
            (OID.reasonCode, "reasonCode"), (OID.invalidityDate, "invalidityDate"),
            (OID.certificateIssuer, "certificateIssuer"),
        ]
        #expect(known.count == KnownExtension.allCases.count)
        for (extnID, name) in known {
            // NULL is the value of none of them.
            let item = Extension(extnID: extnID, critical: false, extnValue: [0x05, 0x00])
            #expect(item.problem?.path.first == .field(name))
        }
        let identifiers = Set(known.map(\.0))
        for arc in 0..<200 as Range<UInt64> {
            let extnID = ObjectIdentifier(2, 5, 29, arc)
            #expect((KnownExtension(extnID) != nil) == identifiers.contains(extnID))
            #expect(KnownExtension(ObjectIdentifier(2, 5, 30, arc)) == nil)
            #expect(KnownExtension(ObjectIdentifier(2, 5, 29, 15, arc)) == nil)
        }
        #expect(KnownExtension(ObjectIdentifier(2, 5, 29)) == nil)
    }
}
