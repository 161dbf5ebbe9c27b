import LucidDER
import LucidIssuing
import LucidModel
import LucidReport
import LucidSignature
import LucidTestSupport
import Testing

@Suite("Requests are made, read and verified", .serialized)
struct RequestTests {
    static let kinds: [SigningKey.Kind] = [.p256, .p384, .p521, .ed25519, .rsa(bits: 2048)]

    private func contents(_ key: PublicKey) throws -> CertificateRequestContents {
        let names = ["www.example.test", "*.bücher.example", "192.0.2.1", "user@example.test", "https://example.test/"]
        return CertificateRequestContents(
            subject: try Name("CN=www.example.test,O=Example\\, Inc.,C=DE"),
            names: try names.map { try #require(GeneralName(parsing: $0)) }, profile: .server, key: key)
    }

    private func made(_ kind: SigningKey.Kind) throws -> CertificateRequest {
        let key = try SigningKey.generate(kind)
        return try contents(key.publicKey).signed(with: key)
    }

    @Test("what is written is what is read", arguments: kinds)
    func roundTrip(kind: SigningKey.Kind) throws {
        let request = try made(kind)
        try request.checkSignature()
        let read = try CertificateRequest(der: request.der.array)
        #expect(read.derEncoded == request.der.array && read.infoBytes == request.infoBytes)
        try read.checkSignature()
        guard case .success(let extensions)? = read.certificationRequestInfo.requestedExtensions else {
            Issue.record("no extensions"); return
        }
        #expect(extensions.subjectAltName?.names.count == 5 && extensions.extKeyUsage?.purposes == [OID.serverAuth])
    }

    @Test(
        "OpenSSL and Python verify them and read all names",
        .enabled(if: OtherPrograms.hasPython && OtherPrograms.hasOpenSSL, "no openssl, or no Python with cryptography"),
        arguments: kinds)
    func others(kind: SigningKey.Kind) throws {
        let pem = OtherPrograms.pem(try made(kind))
        let openssl = try OtherPrograms.openssl(
            ["req", "-noout", "-verify", "-text", "-nameopt", "RFC2253"], stdin: pem)
        #expect(openssl.exitCode == 0 && (openssl.errors + openssl.output).contains("verify OK"), "\(openssl.errors)")
        #expect(openssl.output.contains(#"CN=www.example.test,O=Example\, Inc.,C=DE"#), "\(openssl.output)")
        #expect(
            openssl.output.contains(
                "DNS:www.example.test, DNS:*.xn--bcher-kva.example, IP Address:192.0.2.1, email:user@example.test, "
                    + "URI:https://example.test/"))
        let script = """
            import sys
            from cryptography import x509
            r = x509.load_pem_x509_csr(sys.stdin.buffer.read())
            san = r.extensions.get_extension_for_class(x509.SubjectAlternativeName)
            print(r.is_signature_valid, r.subject.rfc4514_string(), san.critical, [str(n.value) for n in san.value])
            """
        let python = try OtherPrograms.python(script, stdin: pem)
        #expect(
            python.output == #"True CN=www.example.test,O=Example\, Inc.,C=DE False "#
                + "['www.example.test', '*.xn--bcher-kva.example', '192.0.2.1', 'user@example.test', 'https://example.test/']\n",
            "\(python.errors)")
    }

    @Test("the simplest one has an empty set of attributes, which is there all the same (RFC 2986 §4.1)")
    func simplest() throws {
        let key = try SigningKey.generate(.p256)
        let request = try CertificateRequestContents(subject: Name(commonName: "x")).signed(with: key)
        #expect(request.infoBytes.array.suffix(2) == [0xa0, 0])
        #expect(request.certificationRequestInfo.requestedExtensions == nil)
        try request.checkSignature()
    }

    @Test("any altered octet is refused", arguments: [SigningKey.Kind.p256, .ed25519])
    func altered(kind: SigningKey.Kind) throws {
        let der = try made(kind).der.array
        for index in stride(from: 0, to: der.count, by: 3) {
            var broken = der
            broken[index] ^= 0x40
            guard let request = try? CertificateRequest(der: broken) else { continue }
            #expect(throws: SignatureProblem.self, "octet \(index)") { try request.checkSignature() }
            do throws(RequestProblem) {
                _ = try RequestJudgement(
                    request, profile: .server, policy: IssuancePolicy(), authority: Name(commonName: "CA"))
                Issue.record("judged with octet \(index) altered")
            } catch { if case .signature = error {} else { Issue.record("\(error.sentence)") } }
        }
    }

    // MARK: Strange attributes

    private func problem(_ attributes: [Attribute], hasExtensions: Bool = true) throws -> RequestProblem? {
        let key = try SigningKey.generate(.p256)
        var contents = try contents(key.publicKey)
        if !hasExtensions { contents.extensions = [] }
        contents.otherAttributes = attributes
        let request = try contents.signed(with: key)
        do throws(RequestProblem) {
            _ = try RequestJudgement(
                request, profile: .server, policy: IssuancePolicy(), authority: Name(commonName: "CA"))
            return nil
        } catch { return error }
    }

    private func list(_ extensions: [Extension]) -> DERBytes { DERBytes(Extensions(extensions).derEncoded) }

    @Test("two lists of extensions are refused, in two attributes or in one")
    func twoLists() throws {
        let name = try #require(GeneralName.dns("evil.test"))
        let value = list([Extension(SubjectAltName(names: [name]), critical: false)])
        let other = list([Extension(BasicConstraints(cA: true), critical: true)])
        #expect(try problem([Attribute(type: OID.extensionRequest, values: [value])]) == .extensionsAskedForTwice)
        let both = Attribute(type: OID.extensionRequest, values: [value, other])
        #expect(try problem([both], hasExtensions: false) == .extensionsAskedForTwice)
        #expect(try problem([Attribute(type: OID.extensionRequest, values: [value])], hasExtensions: false) == nil)
    }

    @Test("a list that has an extension twice, or can not be decoded, is refused")
    func badLists() throws {
        let constraints = Extension(BasicConstraints(cA: false), critical: true)
        let twice = Attribute(type: OID.extensionRequest, values: [list([constraints, constraints])])
        #expect(try problem([twice], hasExtensions: false) == .repeatedExtension(OID.basicConstraints))
        let broken = Attribute(type: OID.extensionRequest, values: [[0x05, 0x00]])
        guard case .malformedExtensions = try problem([broken], hasExtensions: false) else {
            Issue.record("taken"); return
        }
        #expect(try problem([Attribute(type: OID.extensionRequest, values: [])]) == nil)
    }

    @Test("a password for revocation, and attributes of other programs, are dropped; their values are not shown")
    func challengePassword() throws {
        let password = try #require(DERString("geheim", as: .utf8))
        let value = DERBytes(DERWriter.encode { $0.string(password) })
        let key = try SigningKey.generate(.p256)
        var contents = try contents(key.publicKey)
        contents.otherAttributes = [
            Attribute(type: OID.challengePassword, values: [value]),
            Attribute(type: OID.unstructuredName, values: [value]),
            Attribute(type: OID.challengePassword, values: [value]),
        ]
        let judgement = try RequestJudgement(
            contents.signed(with: key), profile: .server, policy: IssuancePolicy(), authority: Name(commonName: "CA"))
        let text = RequestJudgementReport.text(judgement)
        #expect(text.contains("– the attribute challengePassword: dropped; certificates do not hold it"), "\(text)")
        #expect(!text.contains("geheim"))
        #expect(judgement.findings.filter { $0.outcome == .dropped(.notForCertificates) }.count == 3)
    }

    @Test("requests that OpenSSL makes are judged", .enabled(if: OtherPrograms.hasOpenSSL, "no openssl"))
    func openSSLRequest() throws {
        let folder = try TemporaryFolder()
        let config = """
            [req]
            distinguished_name = dn
            attributes = attrs
            req_extensions = ext
            prompt = no
            [dn]
            C = DE
            CN = host.example.test
            [attrs]
            challengePassword = geheim
            [ext]
            basicConstraints = CA:TRUE
            subjectAltName = DNS:host.example.test,IP:192.0.2.9
            """
        try folder.write(Array(config.utf8), to: "req.cnf")
        let result = try OtherPrograms.openssl([
            "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.path("key.pem"), "-config",
            folder.path("req.cnf"), "-outform", "DER", "-out", folder.path("req.der"),
        ])
        #expect(result.exitCode == 0, "\(result.errors)")
        let request = try CertificateRequest(der: folder.read("req.der"))
        let judgement = try RequestJudgement(
            request, profile: .server, policy: IssuancePolicy(), authority: Name(commonName: "CA"))
        #expect(judgement.names.map(\.valueText) == ["host.example.test", "192.0.2.9"])
        #expect(judgement.subject.description == "CN=host.example.test,C=DE")
        #expect(judgement.findings.filter { $0.outcome != .granted }.count == 2)
        #expect(judgement.profile.keyUsage(for: judgement.key.info) == [.digitalSignature, .keyEncipherment])
    }
}
