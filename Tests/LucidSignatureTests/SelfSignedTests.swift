import Foundation
import LucidCrypto
import LucidDER
import LucidModel
import LucidSignature
import LucidTestSupport
import Testing

/// What Lucid should say of a self-signed certificate, judged by its identifiers alone.
private enum Expectation {
    case good
    case unsupportedScheme
    case unusableKey

    init(_ certificate: Certificate) {
        let key = certificate.subjectPublicKeyInfo.algorithm
        let curves = [OID.prime256v1, OID.secp384r1, OID.secp521r1].map { curve in
            DERBytes(DERWriter.encode { $0.objectIdentifier(curve) })
        }
        let isUsable =
            [OID.rsaEncryption, OID.rsassaPSS, OID.ed25519].contains(key.algorithm)
            || key.algorithm == OID.ecPublicKey && key.parameters.map(curves.contains) == true
        let isSupported = certificate.signatureAlgorithm.algorithm != OID.md5WithRSAEncryption
        self = !isUsable ? .unusableKey : isSupported ? .good : .unsupportedScheme
    }
}

/// Compares what Lucid says with what it should say; true where the signature was computed.
private func check(_ certificate: Certificate, _ name: String) -> Bool {
    let problem: SignatureProblem?
    do throws(SignatureProblem) {
        try certificate.checkSignature(signer: certificate.subjectPublicKeyInfo)
        problem = nil
    } catch { problem = error }
    switch (Expectation(certificate), problem) {
    case (.good, nil): return true
    case (.unsupportedScheme, .scheme(.unsupported(certificate.signatureAlgorithm.algorithm))?): return false
    case (.unusableKey, .key?): return false
    default:
        Issue.record("\(name): \(String(describing: problem))")
        return false
    }
}

@Suite("Self-signed certificates verify by their own key")
struct SelfSignedTests {
    @Test("every self-signed fixture")
    func fixtures() throws {
        var computed = 0
        for name in try Checkout.fixtures(in: "openssl/certs", endings: ["pem"]) where !name.contains("bad-utf8") {
            for certificate in try certificates(Checkout.fixture(name)) where certificate.isSelfIssued {
                if check(certificate, name) { computed += 1 }
            }
        }
        #expect(computed >= 30)
    }

    @Test(
        "the trust stores",
        arguments: [
            "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
        ].filter { FileManager.default.fileExists(atPath: $0) })
    func stores(path: String) throws {
        let all = try certificates([UInt8](Data(contentsOf: URL(filePath: path)))).filter(\.isSelfIssued)
        var computed = 0
        for certificate in all where check(certificate, certificate.subject.description) { computed += 1 }
        #expect(computed > 20)
    }

    @Test(
        "keys and algorithms that are refused, with the reason",
        arguments: [
            ("root-p256-explicit", .key(.explicitCurve))
        ] as [(String, SignatureProblem)])
    func refused(name: String, expected: SignatureProblem) throws {
        let certificate = try fixture(name)
        #expect(throws: expected) { try certificate.checkSignature(signer: certificate.subjectPublicKeyInfo) }
    }

    @Test("chains verify link by link, and not with another link's key", arguments: ["p256", "rsa"])
    func chains(kind: String) throws {
        let leaf = try fixture("chain-\(kind)-leaf"), intermediate = try fixture("chain-\(kind)-intermediate")
        let root = try fixture("chain-\(kind)-root")
        try leaf.checkSignature(signer: intermediate.subjectPublicKeyInfo)
        try intermediate.checkSignature(signer: root.subjectPublicKeyInfo)
        #expect(throws: SignatureProblem.doesNotVerify) { try leaf.checkSignature(signer: root.subjectPublicKeyInfo) }
        #expect(throws: SignatureProblem.doesNotVerify) { try leaf.checkSignature(signer: leaf.subjectPublicKeyInfo) }
    }
}
