import LucidDER
import LucidIssuing
import LucidModel
import LucidPEM
import LucidSignature
import LucidTestSupport
import Testing

@Suite("CRLs and OCSP responses that are issued")
struct RevocationIssuingTests {
    private static let now = CalendarTime("2026-06-01") ?? CalendarTime(secondsSince1970: 0)
    private static let later = now.adding(seconds: 7 * 86_400)

    private func authority(_ kind: SigningKey.Kind = .p256) throws -> CertificateAuthority {
        try CertificateAuthority.root(named: "Root", key: .generate(kind), from: Self.now)
    }

    @Test(arguments: [SigningKey.Kind.p256, .p384, .ed25519])
    func `a list is read again as it was written`(kind: SigningKey.Kind) throws {
        let root = try authority(kind)
        var contents = RevocationListContents(
            issuer: root.certificate, number: 7, thisUpdate: Self.now, nextUpdate: Self.later)
        contents.revoke(root.certificate, at: Self.now, reason: .keyCompromise)
        let list = try contents.signed(with: root.key)
        let read = try RevocationList(der: list.der.array)
        #expect(read == list && read.tbsBytes == list.tbsBytes && read.derEncoded == list.der.array)
        try SignatureChecker.check(
            read.signatureValue, over: read.tbsBytes, algorithm: read.signatureAlgorithm, signer: root.key.publicKey)
    }

    @Test func `a list without entries and extensions is version 1`() throws {
        let root = try authority()
        let plain = RevocationListContents(
            issuer: root.certificate.subject, number: nil, thisUpdate: Self.now, nextUpdate: Self.later)
        let tbs = try plain.signed(with: root.key).tbsCertList
        #expect(!tbs.isVersion2 && tbs.revokedCertificates == nil && tbs.crlExtensions.isEmpty)
    }

    @Test(.enabled(if: Programs.openssl != nil, "there is no OpenSSL 3"))
    func `openssl reads a list and its signature`() throws {
        let root = try authority()
        var contents = RevocationListContents(
            issuer: root.certificate, number: 300, thisUpdate: Self.now, nextUpdate: Self.later)
        contents.baseNumber = DERInteger(299)
        contents.issuingDistributionPoint = IssuingDistributionPoint(
            onlyContainsUserCerts: true, onlySomeReasons: [.keyCompromise, .superseded], indirectCRL: true)
        contents.entries = [
            RevocationEntry(
                serialNumber: DERInteger(0xabcdef), revokedAt: Self.now, reason: .superseded, invalidFrom: Self.now,
                certificateIssuer: Name(commonName: "Other")),
            RevocationEntry(serialNumber: DERInteger(5), revokedAt: Self.now, reason: .unspecified),
        ]
        let list = try contents.signed(with: root.key)
        let folder = try TemporaryFolder()
        try folder.write(list.der.array, to: "list.der")
        try folder.write(
            Array(PEMBlock(label: "CERTIFICATE", bytes: root.certificate.der.array).text.utf8), to: "root.pem")
        let result = try Programs.run(
            try #require(Programs.openssl),
            ["crl", "-in", folder.path("list.der"), "-noout", "-text", "-CAfile", folder.path("root.pem")])
        #expect(result.errors.contains("verify OK"))
        for text in [
            "X509v3 CRL Number: \n                300", "X509v3 Delta CRL Indicator: critical\n                299",
            "X509v3 Issuing Distribution Point: critical", "Only User Certificates", "Indirect CRL",
            "Key Compromise, Superseded",
            "Serial Number: ABCDEF", "X509v3 CRL Reason Code: \n                Superseded", "Invalidity Date",
            "X509v3 Certificate Issuer: critical", "DirName:",
        ] {
            #expect(result.output.contains(text), "\(text) is not in \(result.output)")
        }
        // An unspecified reason is not written (RFC 5280 §5.3.1).
        #expect(result.output.split(separator: "Serial Number: 05").last?.contains("Reason") == false)
    }

    @Test func `a response is read again as it was written`() throws {
        let root = try authority()
        var contents = OCSPResponseContents(responder: root.certificate, isDelegated: false, producedAt: Self.now)
        let id = try #require(CertID(of: root.certificate, issuerKey: root.key.publicKey.info))
        contents.responses = [
            SingleResponse(
                certID: id, certStatus: .revoked(at: Self.now, reason: .superseded), thisUpdate: Self.now,
                nextUpdate: Self.later)
        ]
        contents.nonce = OCSPNonce(octets: [1, 2, 3])
        let response = try contents.signed(with: root.key)
        let read = try OCSPResponse(der: response.derEncoded)
        #expect(read == response)
        let basic = try #require(read.basic)
        #expect(basic.certs == nil && basic.tbsResponseData.responseExtensions.ocspNonce == contents.nonce)
        #expect(id.identifies(root.certificate, issuerKey: root.key.publicKey.info) == true)
        try SignatureChecker.check(
            basic.signature, over: basic.tbsBytes, algorithm: basic.signatureAlgorithm, signer: root.key.publicKey)
    }
}
