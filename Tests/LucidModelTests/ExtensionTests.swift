import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("Extensions")
struct ExtensionTests {
    /// What is said of an extension's value.
    private func content(_ oid: ObjectIdentifier, _ value: String) -> ExtensionContent {
        Extension(extnID: oid, critical: false, extnValue: DERBytes(hex(value))).content
    }

    /// The value, the reason, the offset and the path; a rule of RFC 5280 is given by its clause.
    @Test(
        "a value that breaks its rules is malformed, with the reason",
        arguments: [
            (OID.basicConstraints, "3003 010100", "X.690 §11.5", 2, "basicConstraints.cA"),
            (OID.basicConstraints, "3003 010101", "X.690 §11.1", 4, "basicConstraints.cA"),
            (OID.basicConstraints, "3003 0201ff", "X.690 §8.3.3", 2, "basicConstraints.pathLenConstraint"),
            (OID.basicConstraints, "3000 00", "X.690 §8.1.1", 2, ""),
            (OID.basicConstraints, "0101ff", "X.690 §8.1.2", 0, "basicConstraints"),
            (OID.basicConstraints, "", "X.690 §8.1.2", 0, "basicConstraints"),
            (OID.keyUsage, "030100", "RFC 5280 §4.2.1.3", 0, "keyUsage"),
            (OID.keyUsage, "03020006", "X.690 §11.2.2", 3, "keyUsage"),
            (OID.keyUsage, "0306000000000080", "X.690 §11.2.2", 7, "keyUsage"),
            (OID.keyUsage, "0306000000000001", "RFC 5280 §4.2.1.3", 0, "keyUsage"),
            (OID.extKeyUsage, "3000", "X.680 §26", 0, "extKeyUsage"),
            (OID.extKeyUsage, "3003 060180", "X.690 §8.19.2", 4, "extKeyUsage[0]"),
            (OID.subjectAltName, "3000", "X.680 §26", 0, "subjectAltName"),
            (OID.subjectAltName, "3008 820161 820180 0500", "X.690 §8.23", 7, "subjectAltName[1].dNSName"),
            (OID.issuerAltName, "3000", "X.680 §26", 0, "issuerAltName"),
            (OID.nameConstraints, "3000", "RFC 5280 §4.2.1.10", 0, "nameConstraints"),
            (OID.nameConstraints, "3002 a000", "X.680 §26", 2, "nameConstraints.permittedSubtrees"),
            (
                OID.nameConstraints, "300a a008 3006 820161 800100", "X.690 §11.5", 9,
                "nameConstraints.permittedSubtrees[0].minimum"
            ),
            (OID.policyConstraints, "3000", "RFC 5280 §4.2.1.11", 0, "policyConstraints"),
            (OID.policyConstraints, "3003 8001ff", "X.690 §8.3.3", 2, "policyConstraints.requireExplicitPolicy"),
            (OID.inhibitAnyPolicy, "0201ff", "X.690 §8.3.3", 0, "inhibitAnyPolicy"),
            (OID.certificatePolicies, "3000", "X.680 §26", 0, "certificatePolicies"),
            (
                OID.certificatePolicies, "3007 3005 060155 3000", "X.680 §26", 7,
                "certificatePolicies[0].policyQualifiers"
            ),
            (OID.policyMappings, "3000", "X.680 §26", 0, "policyMappings"),
            (
                OID.cRLDistributionPoints, "3007 3005 8103 060040", "RFC 5280 §4.2.1.13", 4,
                "cRLDistributionPoints[0].reasons"
            ),
            (OID.freshestCRL, "3000", "X.680 §26", 0, "freshestCRL"),
            (OID.authorityInfoAccess, "3000", "X.680 §26", 0, "authorityInfoAccess"),
            (OID.netscapeCertType, "0303070080", "Netscape certificate extensions", 0, "netscapeCertType"),
            (OID.netscapeComment, "0c0161", "X.690 §8.1.2", 0, "netscapeComment"),
            (OID.tlsFeature, "3003 020180", "X.690 §8.3.3", 2, "tlsFeature[0]"),
            (OID.signedCertificateTimestampList, "0403 0005 00", "RFC 6962 §3.3", 4, "signedCertificateTimestampList"),
            (OID.signedCertificateTimestampList, "0403 0000 00", "X.690 §8.1.1", 4, "signedCertificateTimestampList"),
            (OID.subjectKeyIdentifier, "0402 01", "X.690 §8.1.3", 3, "subjectKeyIdentifier"),
            (OID.authorityKeyIdentifier, "3003 830101", "X.690 §8.1.1", 2, "authorityKeyIdentifier"),
        ] as [(ObjectIdentifier, String, String, Int, String)])
    func malformed(oid: ObjectIdentifier, value: String, clause: String, offset: Int, path: String) {
        guard case .malformed(let error) = content(oid, value) else { Issue.record("accepted"); return }
        #expect(error.reason.clause == clause)
        #expect(error.offset == offset)
        #expect(error.fieldPath == path)
    }

    @Test(
        "values with exactly this meaning",
        arguments: [
            (OID.basicConstraints, "3000", .basicConstraints(BasicConstraints(cA: false))),
            (OID.basicConstraints, "3003 0101ff", .basicConstraints(BasicConstraints(cA: true))),
            (
                OID.basicConstraints, "3006 0101ff 020100",
                .basicConstraints(BasicConstraints(cA: true, pathLenConstraint: 0))
            ),
            (OID.basicConstraints, "3003 020103", .basicConstraints(BasicConstraints(cA: false, pathLenConstraint: 3))),
            (OID.keyUsage, "03020780", .keyUsage(.digitalSignature)),
            (OID.keyUsage, "03020106", .keyUsage([.keyCertSign, .cRLSign])),
            (OID.keyUsage, "0303070080", .keyUsage(.decipherOnly)),
            (OID.extKeyUsage, "300a 06082b06010505070301", .extKeyUsage(ExtendedKeyUsage(purposes: [OID.serverAuth]))),
            (
                OID.subjectKeyIdentifier, "0403 0001ff",
                .subjectKeyIdentifier(SubjectKeyIdentifier(keyIdentifier: [0, 1, 255]))
            ),
            (
                OID.authorityKeyIdentifier, "3003 800105",
                .authorityKeyIdentifier(AuthorityKeyIdentifier(keyIdentifier: [5]))
            ),
            (OID.authorityKeyIdentifier, "3000", .authorityKeyIdentifier(AuthorityKeyIdentifier(keyIdentifier: nil))),
            (OID.tlsFeature, "3006 020105 020111", .tlsFeature(TLSFeature(features: [5, 17]))),
            (ObjectIdentifier(2, 999), "deadbeef", .unknown),
        ] as [(ObjectIdentifier, String, ExtensionContent)])
    func decoded(oid: ObjectIdentifier, value: String, content expected: ExtensionContent) {
        #expect(content(oid, value) == expected)
        if let structure = expected.structure { #expect(structure.derEncoded == hex(value)) }
    }

    @Test("key usages have names")
    func keyUsageNames() throws {
        let all = try #require(fixture("ext-key-usage-all-bits").extensions.keyUsage)
        #expect(all.names == KeyUsage.bitNames)
        #expect(KeyUsage(rawValue: 1 << 12).names == ["bit 12"])
        let reasons = ReasonFlags(rawValue: 0b10)
        #expect(reasons.names == ["keyCompromise"])
    }

    @Test("signed certificate timestamps")
    func timestamps() throws {
        let item = try #require(fixture("ext-sct-list").extensions[OID.signedCertificateTimestampList])
        guard case .signedCertificateTimestamps(let list) = item.content else { Issue.record("malformed"); return }
        // 2026-01-01 in milliseconds
        #expect(list.timestamps.map(\.timestamp) == [1_767_225_600_123, 1_767_225_600_456])
        #expect(list.timestamps.allSatisfy { $0.version == 0 && $0.logID.count == 32 && $0.hashAlgorithm == 4 })
    }

    @Test(
        "each fixture is the case of its name, and critical where it should be",
        arguments: [
            ("ext-basic-constraints-ca-pathlen-0", OID.basicConstraints, false),
            ("ext-key-usage-all-bits-critical", OID.keyUsage, true),
            ("ext-name-constraints", OID.nameConstraints, true),
            ("ext-policy-mappings", OID.policyMappings, true), ("ext-inhibit-any-policy", OID.inhibitAnyPolicy, true),
            ("ext-freshest-crl", OID.freshestCRL, false), ("ext-subject-info-access", OID.subjectInfoAccess, false),
        ] as [(String, ObjectIdentifier, Bool)])
    func fixtures(name: String, oid: ObjectIdentifier, critical: Bool) throws {
        let item = try #require(fixture(name).extensions[oid])
        #expect(item.content.structure != nil)
        if critical { #expect(item.critical) }
    }

    @Test("what Lucid does not know is kept as octets")
    func unknown() throws {
        let unknown = try fixture("ext-unknown").extensions.all.filter { $0.content == .unknown }
        #expect(unknown.count == 3)
        #expect(unknown.contains { $0.extnValue == [0xde, 0xad, 0xbe, 0xef] })
    }

    @Test("duplicates are found")
    func duplicates() {
        let usage = Extension(KeyUsage.digitalSignature, critical: true)
        let constraints = Extension(BasicConstraints(cA: false), critical: true)
        #expect(Extensions([usage, constraints]).duplicates.isEmpty)
        #expect(Extensions([usage, constraints, usage]).duplicates == [OID.keyUsage])
        #expect(Extensions([usage, constraints])[OID.basicConstraints] == constraints)
        #expect(Extensions([usage])[OID.basicConstraints] == nil)
    }

    @Test("absent parameters are not NULL")
    func algorithmParameters() throws {
        let absent = try AlgorithmIdentifier(der: DERBytes(hex("3005 0603883701")), "a")
        let null = try AlgorithmIdentifier(der: DERBytes(hex("3007 0603883701 0500")), "a")
        #expect(absent.parameters == nil && !absent.hasNullParameters)
        #expect(null.hasNullParameters)
        #expect(absent != null)
        #expect(throws: DERError.self) { try AlgorithmIdentifier(der: DERBytes(hex("3009 0603883701 0500 0500")), "a") }
    }
}
