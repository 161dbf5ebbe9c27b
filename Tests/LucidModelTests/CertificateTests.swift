import Foundation
import LucidDER
import LucidModel
import LucidTestSupport
import Testing

/// Reading and writing again gives the same octets, for the whole and for each extension.
private func checkRoundTrip(_ bytes: [UInt8], _ name: String) throws {
    let certificate = try Certificate(der: bytes)
    #expect(certificate.derEncoded == bytes, "\(name)")
    #expect(certificate.der.array == bytes, "\(name)")
    #expect(certificate.tbsCertificate.derEncoded == certificate.tbsBytes.array, "\(name)")
    #expect(certificate.subject.derEncoded == certificate.subject.der.array, "\(name)")
    for item in certificate.extensions.all {
        if case .malformed(let error) = item.content, !isKnownBad(certificate, item) {
            Issue.record("\(name): \(item.extnID.nameOrNumbers): \(error)")
        }
        if let structure = item.content.structure {
            #expect(structure.derEncoded == item.extnValue.array, "\(name): \(item.extnID.nameOrNumbers)")
        }
    }
}

/// Two roots in the trust stores (Trustwave, P-256 and P-384) have a keyUsage with trailing zero bits, which DER does not allow.
private func isKnownBad(_ certificate: Certificate, _ item: Extension) -> Bool {
    guard case .malformed(let error) = item.content else { return false }
    return item.extnID == OID.keyUsage && error.reason == .bitStringTrailingZeroBits
        && certificate.subject.commonName?.hasPrefix("Trustwave Global ECC P") == true
}

@Suite("Certificates are read and written again as the same octets")
struct CertificateTests {
    /// Fixtures that are not to be read, with the reason.
    private static let refused: [String: (DERError.Reason, String)] = [
        "openssl/certs/name-hostile-bad-utf8.pem": (
            .stringNotUnicode(type: .utf8String), "certificate.tbsCertificate.issuer[0][0].value"
        )
    ]

    @Test("every fixture")
    func fixtures() throws {
        let names = try Checkout.fixtures(in: "openssl/certs")
        #expect(names.count > 100)
        for name in names {
            for bytes in try certificateBytes(Checkout.fixture(name)) {
                if let (reason, path) = Self.refused[name] {
                    #expect(failure(bytes)?.reason == reason, "\(name)")
                    #expect(failure(bytes)?.fieldPath == path, "\(name)")
                } else {
                    try checkRoundTrip(bytes, name)
                }
            }
        }
    }

    @Test("the system's trust store", .enabled(if: TrustStore.system != nil, "this system has no ca-certificates.crt"))
    func systemStore() throws {
        let all = try certificateBytes([UInt8](Data(contentsOf: URL(filePath: try #require(TrustStore.system)))))
        #expect(all.count > 50)
        for (index, bytes) in all.enumerated() { try checkRoundTrip(bytes, "certificate \(index)") }
    }

    @Test("Mozilla's trust store", .enabled(if: TrustStore.certifi != nil, "python3 has no certifi"))
    func mozillaStore() throws {
        let all = try certificateBytes([UInt8](Data(contentsOf: URL(filePath: try #require(TrustStore.certifi)))))
        #expect(all.count > 50)
        for (index, bytes) in all.enumerated() { try checkRoundTrip(bytes, "certificate \(index)") }
    }

    @Test("PEM and DER give the same certificate", arguments: ["chain-p256-leaf", "chain-rsa-leaf"])
    func pemAndDER(name: String) throws {
        #expect(try Certificate(der: Checkout.fixture("openssl/certs/\(name).der")) == fixture(name))
    }

    @Test("the fields of a leaf")
    func fields() throws {
        let leaf = try fixture("chain-p256-leaf")
        #expect(leaf.tbsCertificate.version == .v3)
        #expect(leaf.signatureAlgorithm == AlgorithmIdentifier(OID.ecdsaWithSHA256))
        #expect(leaf.tbsCertificate.signature == leaf.signatureAlgorithm)
        #expect(leaf.subject.description == "CN=p256.chain.example.test,O=Lucid Fixtures,C=GR")
        #expect(leaf.issuer.description == "CN=Lucid p256 Intermediate,O=Lucid Fixtures,C=GR")
        #expect(!leaf.isSelfIssued)
        #expect(leaf.validity.notBefore.time.description == "2026-01-01T00:00:00Z")
        #expect(leaf.validity.notAfter.time.description == "2056-01-01T00:00:00Z")
        #expect(leaf.validity.notAfter.kind == .generalized)
        #expect(leaf.serialNumber.content.count == 16 && leaf.serialNumber.content.first == 0x4c)
        #expect(leaf.subjectPublicKeyInfo.algorithm.algorithm == OID.ecPublicKey)
        #expect(leaf.extensions.basicConstraints == BasicConstraints(cA: false))
        #expect(leaf.extensions.keyUsage == [.digitalSignature])
        #expect(leaf.extensions.extKeyUsage?.purposes == [OID.serverAuth, OID.clientAuth])
        #expect(
            leaf.extensions.subjectAltName?.names
                == ["p256.chain.example.test", "www.p256.chain.example.test"].compactMap { GeneralName.dns($0) })
        let issuer = try fixture("chain-p256-intermediate")
        #expect(leaf.issuer == issuer.subject)
        #expect(
            leaf.extensions.authorityKeyIdentifier?.keyIdentifier
                == issuer.extensions.subjectKeyIdentifier?.keyIdentifier)
        #expect(try fixture("chain-p256-root").isSelfIssued)
    }

    @Test("version 1 has no extensions")
    func versionOne() throws {
        let certificate = try fixture("v1-no-extensions")
        #expect(certificate.tbsCertificate.version == .v1)
        #expect(certificate.extensions.isEmpty)
    }

    @Test(
        "dates",
        arguments: [
            ("date-utc-to-2049-last-second", "2026-01-01T00:00:00Z", "2049-12-31T23:59:59Z"),
            ("date-generalized-from-2050", "2026-01-01T00:00:00Z", "2050-01-01T00:00:00Z"),
            ("date-no-expiry-9999", "2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
            ("date-first-utc-1950", "1950-01-01T00:00:00Z", "1960-02-29T12:00:00Z"),
        ])
    func dates(name: String, from: String, to: String) throws {
        let validity = try fixture(name).validity
        #expect(validity.notBefore.time.description == from)
        #expect(validity.notAfter.time.description == to)
        #expect(validity.notBefore.hasRequiredKind && validity.notAfter.hasRequiredKind)
    }

    @Test("a GeneralizedTime before 2050 is read and told apart")
    func earlyGeneralizedTime() throws {
        let validity = try fixture("date-generalized-before-2050").validity
        #expect(!validity.notBefore.hasRequiredKind)
    }

    @Test(
        "serial numbers",
        arguments: [
            ("serial-one-octet", "01"), ("serial-zero", "00"), ("serial-high-bit", "0080"), ("serial-negative", "80"),
            ("serial-8-octets", "7fffffffffffffff"), ("serial-8-octets-high-bit", "00ffffffffffffffff"),
        ])
    func serials(name: String, content: String) throws {
        let serial = try fixture(name).serialNumber
        #expect(hex(serial.content) == content)
        #expect(serial.isNegative == (name == "serial-negative"))
    }

    @Test("a certificate that is put together is the one that is read back")
    func assembled() throws {
        for name in ["chain-p256-leaf", "root-rsa-4096", "v1-self-signed"] {
            let read = try fixture(name)
            let made = Certificate(
                tbsCertificate: read.tbsCertificate, signatureAlgorithm: read.signatureAlgorithm,
                signature: read.signatureValue.bytes.array)
            #expect(made == read)
            #expect(made.tbsBytes == read.tbsBytes)
            #expect(made.hashValue == read.hashValue)
        }
    }

    @Test("unique identifiers are kept")
    func uniqueIdentifiers() throws {
        var tbs = try fixture("chain-p256-leaf").tbsCertificate
        tbs.version = .v2
        tbs.extensions = Extensions([])
        tbs.issuerUniqueID = DERBitString(namedBits: 0b101)
        tbs.subjectUniqueID = DERBitString([1, 2])
        let read = try TBSCertificate(der: DERBytes(tbs.derEncoded), "t")
        #expect(read == tbs)
        #expect(read.subjectUniqueID?.bytes == [1, 2])
    }
}
