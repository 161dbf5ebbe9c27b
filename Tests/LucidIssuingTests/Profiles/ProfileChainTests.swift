import LucidDER
import LucidIssuing
import LucidModel
import LucidReport
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

@Suite("Certificates of every profile are what other programs take", .serialized)
struct ProfileChainTests {
    /// A profile for end entities, the names that such a certificate has, and OpenSSL's words for its purpose.
    struct Sample: Sendable, CustomTestStringConvertible {
        let profile: CertificateProfile
        let names: [String]
        let purposes: [String]
        var testDescription: String { profile.name }
    }

    static let samples = [
        Sample(profile: .server, names: ["www.example.test", "192.0.2.1"], purposes: ["sslserver"]),
        Sample(profile: .client, names: ["user@example.test"], purposes: ["sslclient"]),
        Sample(profile: .serverAndClient, names: ["a.example.test"], purposes: ["sslserver", "sslclient"]),
        Sample(profile: .ocspResponder, names: [], purposes: ["ocsphelper"]),
        Sample(profile: .codeSigning, names: [], purposes: ["any"]),
        Sample(profile: .email, names: ["user@example.test"], purposes: ["smimesign"]),
    ]

    private func certificate(
        _ sample: Sample, _ kind: Hierarchy.Kind, profile: CertificateProfile? = nil
    ) throws -> Certificate {
        let hierarchy = try Hierarchy.of(kind)
        return try hierarchy.intermediate.issue(
            profile ?? sample.profile, subject: Name(commonName: "Subject"),
            names: sample.names.compactMap(GeneralName.init(parsing:)), key: hierarchy.subjectKey, from: Hierarchy.time)
    }

    @Test("Lucid accepts them for their purpose and for no other", arguments: samples, Hierarchy.Kind.allCases)
    func lucid(sample: Sample, kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        let leaf = try certificate(sample, kind)
        var verifier = Verifier(trustAnchors: [hierarchy.root.certificate], purpose: .any)
        verifier.extendedKeyUsages = sample.profile.extendedKeyUsages
        func verify() -> Verdict {
            verifier.verify(leaf, intermediates: [hierarchy.intermediate.certificate], at: Hierarchy.time)
        }
        let verdict = verify()
        #expect(verdict.isAccepted, "\(verdict.findings.map(\.sentence))")
        #expect(leaf.extensions.all.allSatisfy { $0.problem == nil })
        for other in [OID.serverAuth, OID.clientAuth, OID.ocspSigning, OID.codeSigning, OID.emailProtection]
        where !sample.profile.extendedKeyUsages.contains(other) {
            verifier.extendedKeyUsages = [other]
            #expect(!verify().isAccepted)
        }
    }

    @Test(
        "OpenSSL accepts them by its strict rules, each for its purpose",
        .enabled(if: OtherPrograms.hasOpenSSL, "no openssl"), arguments: samples, Hierarchy.Kind.allCases)
    func openSSL(sample: Sample, kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        let leaf = try certificate(sample, kind)
        func verify(_ purpose: String) throws -> ProgramResult {
            try OtherPrograms.opensslVerify(
                root: hierarchy.root.certificate, intermediates: [hierarchy.intermediate.certificate], leaf: leaf,
                ["-purpose", purpose])
        }
        for purpose in sample.purposes {
            let result = try verify(purpose)
            #expect(result.exitCode == 0, "\(purpose): \(result.output)\(result.errors)")
        }
        // RSA keys decipher mail as well; OpenSSL looks for keyEncipherment alone.
        if sample.profile.name == "email" { #expect(try verify("smimeencrypt").exitCode == (kind == .rsa ? 0 : 2)) }
        // And so that this test can fail:
        let wrong = sample.purposes.contains("sslserver") ? "smimesign" : "sslserver"
        #expect(try verify(wrong).exitCode != 0)
    }

    @Test("key usage is what the kind of key can do")
    func keyUsages() throws {
        let ed25519 = try SigningKey.generate(.ed25519).publicKey.info
        let p256 = try SigningKey.generate(.p256).publicKey.info
        let rsa = try Hierarchy.rsa.get().subjectKey.info
        #expect(CertificateProfile.email.keyUsage(for: rsa) == [.digitalSignature, .keyEncipherment])
        #expect(CertificateProfile.email.keyUsage(for: p256) == [.digitalSignature, .keyAgreement])
        #expect(CertificateProfile.email.keyUsage(for: ed25519) == [.digitalSignature])
        #expect(CertificateProfile.server.keyUsage(for: ed25519) == [.digitalSignature])
        var profile = CertificateProfile.server
        profile.keyUsage = [.keyEncipherment]
        let hierarchy = try Hierarchy.p256.get()
        let found = problem { () throws(IssuingProblem) in
            _ = try hierarchy.intermediate.server(
                names: ["a.test"], key: hierarchy.subjectKey, profile: profile, from: Hierarchy.time)
        }
        #expect(found == .keyHasNoUse(hierarchy.subjectKey, wanted: [.keyEncipherment]))
    }

    @Test("an OCSP responder's certificate says that nobody asks about it (RFC 6960 §4.2.2.2.1)")
    func noCheck() throws {
        let leaf = try certificate(Self.samples[3], .p256)
        let item = try #require(leaf.extensions[OID.ocspNoCheck])
        #expect(!item.critical && item.extnValue.array == [5, 0])
    }

    @Test("a life of hours is counted in seconds")
    func hours() throws {
        var profile = CertificateProfile.server
        profile.life = try #require(Lifetime("12h"))
        let leaf = try certificate(Self.samples[0], .p256, profile: profile)
        #expect(leaf.validity.notAfter.time == Hierarchy.time.adding(seconds: 12 * 3600 - 1))
    }

    private static let inventory = """
        import sys
        from cryptography import x509
        for c in x509.load_pem_x509_certificates(sys.stdin.buffer.read()):
            print(c.subject.rfc4514_string(), c.not_valid_after_utc.isoformat())
            for e in c.extensions:
                print(" ", e.oid.dotted_string, e.critical, type(e.value).__name__)
        """

    @Test("Python reads every field of them", .enabled(if: OtherPrograms.hasPython, "no Python with cryptography"))
    func python() throws {
        let certificates = try Self.samples.map { try certificate($0, .rsa) }
        let result = try OtherPrograms.python(Self.inventory, stdin: OtherPrograms.pem(certificates))
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.components(separatedBy: "CN=Subject").count == Self.samples.count + 1)
        #expect(!result.output.contains("Unrecognized") && result.output.contains("OCSPNoCheck"))
    }

    @Test(
        "every field of a custom profile is in the certificate, and others read it",
        .enabled(if: OtherPrograms.hasPython && OtherPrograms.hasOpenSSL, "no openssl, or no Python with cryptography"))
    func customProfile() throws {
        let profile = try CertificateProfile(json: Array(ProfileFileTests.authority.utf8))
        let hierarchy = try Hierarchy.p256.get()
        let key = try SigningKey.generate(.p256)
        let authority = try hierarchy.root.intermediate(
            subject: Name("O=Example,C=DE"), key: key, profile: profile, from: Hierarchy.time)
        let certificate = authority.certificate
        #expect(certificate.extensions.all.allSatisfy { $0.problem == nil })
        #expect(certificate.extensions[OID.nameConstraints]?.critical == true)
        let text = try OtherPrograms.openssl(
            ["x509", "-noout", "-text"], stdin: OtherPrograms.pem([certificate])
        ).output
        for part in [
            "CA:TRUE, pathlen:0", "DNS:example.test", "IP:192.0.2.0/255.255.255.0", "email:example.test",
            "URI:.example.test", "DNS:secret.example.test", "Policy: 1.3.6.1.4.1.99999.1",
            "CPS: https://example.test/cps",
            "URI:http://example.test/ca.crl", "OCSP - URI:http://ocsp.example.test",
            "CA Issuers - URI:http://example.test/ca.cer", "1.3.6.1.4.1.99999.2",
        ] { #expect(text.contains(part), "\(part) is missing in \(text)") }
        let python = try OtherPrograms.python(Self.inventory, stdin: OtherPrograms.pem([certificate]))
        #expect(python.exitCode == 0 && python.output.contains("1.3.6.1.4.1.99999.2"), "\(python.errors)")
        // The constraint on directory names holds for the subject as well.
        let leaf = try authority.issue(
            .server, subject: Name("CN=www.example.test,O=Example,C=DE"),
            names: [try #require(GeneralName.dns("www.example.test"))], key: hierarchy.subjectKey,
            from: Hierarchy.time)
        let verdict = try OtherPrograms.opensslVerify(
            root: hierarchy.root.certificate, intermediates: [certificate], leaf: leaf)
        #expect(verdict.exitCode == 0, "\(verdict.output)\(verdict.errors)")
    }
}
