import LucidIssuing
import LucidModel
import LucidSignature
import Testing

@Suite("Self-signed certificates of servers")
struct SelfSignedCertificateTests {
    private let time = Hierarchy.time

    @Test("It is its own issuer, no CA, names its own key, and its own key's signature holds")
    func contents() throws {
        let key = try SigningKey.generate(.p256)
        let certificate = try CertificateAuthority.selfSigned(names: ["localhost", "127.0.0.1"], key: key, from: time)
        #expect(
            certificate.tbsCertificate.issuer == certificate.subject
                && certificate.subject == Name(commonName: "localhost"))
        let extensions = certificate.extensions
        #expect(extensions.basicConstraints?.cA == false)
        #expect(
            extensions.authorityKeyIdentifier?.keyIdentifier == extensions.subjectKeyIdentifier?.keyIdentifier)
        #expect(extensions.subjectAltName?.names == [.dns("localhost"), .ip("127.0.0.1")].compactMap { $0 })
    }

    @Test("Its subject is the first name that fits, for an issuer is never empty")
    func subject() throws {
        let long = Array(repeating: String(repeating: "a", count: 40), count: 2).joined(separator: ".")
        let key = try SigningKey.generate(.p256)
        let certificate = try CertificateAuthority.selfSigned(names: [long, "short.test"], key: key, from: time)
        #expect(certificate.subject == Name(commonName: "short.test"))
        #expect(throws: IssuingProblem.badSubject(long)) {
            try CertificateAuthority.selfSigned(names: [long], key: key, from: time)
        }
    }

    @Test("Without a name, and for what is no name, there is none")
    func noName() throws {
        let key = try SigningKey.generate(.p256)
        #expect(throws: IssuingProblem.noNames) {
            try CertificateAuthority.selfSigned(names: [], key: key, from: time)
        }
        #expect(throws: IssuingProblem.badName("a b")) {
            try CertificateAuthority.selfSigned(names: ["a b"], key: key, from: time)
        }
    }
}
