import LucidDER
@testable import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import Testing

@Suite("What is not issued")
struct IssuingRefusalTests {
    private let time = Hierarchy.time

    @Test("nothing below an end-entity certificate")
    func notACA() throws {
        let hierarchy = try Hierarchy.p256.get()
        let key = try SigningKey.generate(.p256)
        let publicKey = key.publicKey
        let leaf = try hierarchy.intermediate.server(names: ["a.test"], key: publicKey, from: time)
        guard let authority = CertificateAuthority(certificate: leaf, key: key) else {
            Issue.record("no match"); return
        }
        let found = problem { () throws(IssuingProblem) in
            _ = try authority.server(names: ["b.test"], key: publicKey, from: time)
        }
        #expect(found == .issuerIsNoCA)
    }

    @Test("nothing below a CA whose key may not sign certificates")
    func noKeyCertSign() throws {
        var profile = CertificateProfile.root
        profile.keyUsage = [.cRLSign]
        let authority = try CertificateAuthority.root(
            named: "R", key: SigningKey.generate(.p256), profile: profile, from: time)
        let key = authority.key.publicKey
        let found = problem { () throws(IssuingProblem) in
            _ = try authority.server(names: ["b.test"], key: key, from: time)
        }
        #expect(found == .issuerIsNoCA)
    }

    @Test("no CA below one whose path length is used up")
    func pathLength() throws {
        let hierarchy = try Hierarchy.p256.get()
        let key = try SigningKey.generate(.p256)
        do throws(IssuingProblem) {
            let made = try hierarchy.intermediate.intermediate(named: "I", key: key, from: time)
            Issue.record("issued \(made.certificate.subject)")
        } catch { #expect(error == .pathLengthExhausted) }
    }

    @Test("nothing that outlives its issuer, to the second")
    func outlives() throws {
        let hierarchy = try Hierarchy.p256.get()
        let ends = hierarchy.intermediate.certificate.validity.notAfter.time
        let latest = ends.adding(seconds: -90 * 86_400 + 1)
        let issued = try hierarchy.intermediate.server(names: ["a.test"], key: hierarchy.subjectKey, from: latest)
        #expect(issued.validity.notAfter.time == ends)
        let found = problem { () throws(IssuingProblem) in
            _ = try hierarchy.intermediate.server(
                names: ["a.test"], key: hierarchy.subjectKey, from: latest.adding(seconds: 1))
        }
        #expect(found == .outlivesIssuer(issuerEnds: ends))
    }

    @Test("no number of days is too many to be counted", arguments: [Int.max, Int.max / 86_400 + 1, 4_000_000])
    func endlessProfile(days: Int) throws {
        var profile = CertificateProfile.root
        profile.life = .days(days)
        let root = try CertificateAuthority.root(
            named: "R", key: SigningKey.generate(.p256), profile: profile, from: time)
        // The calendar ends there.
        #expect(root.certificate.validity.notAfter.time.description == "9999-12-31T23:59:59Z")
    }

    @Test("no certificate without a name")
    func noNames() throws {
        let hierarchy = try Hierarchy.p256.get()
        let found = problem { () throws(IssuingProblem) in
            _ = try hierarchy.intermediate.server(names: [], key: hierarchy.subjectKey, from: time)
        }
        #expect(found == .noNames)
    }

    static let noNameTexts = [
        "", " ", "a b", "-a.test", "a-.test", "a..test", ".test", "test.", "ε λ.test", "a.*.test", "*", "a*.test",
        "**.test",
        "1.2.3", "1.2.3.400", "a/b", "user@", "@example.test", "a@b@c.test", "us er@example.test", "usér@example.test",
        "http://ε λ/", "https://a@b@c.test/ x",
        "a\0.test", "a\n.test", String(repeating: "a", count: 64) + ".test",
        String(repeating: "abcdefg.", count: 32) + "test", "fe80::1%eth0",
    ]

    @Test("no name that is none", arguments: noNameTexts)
    func badNames(name: String) throws {
        let hierarchy = try Hierarchy.p256.get()
        #expect(GeneralName(parsing: name) == nil)
        let found = problem { () throws(IssuingProblem) in
            _ = try hierarchy.intermediate.server(names: ["a.test", name], key: hierarchy.subjectKey, from: time)
        }
        #expect(found == .badName(name))
    }

    @Test(
        "names that are some",
        arguments: [
            ("localhost", GeneralName.dns("localhost")), ("WWW.Example.TEST", .dns("www.example.test")),
            ("*.example.test", .dns("*.example.test")), ("_sip.example.test", .dns("_sip.example.test")),
            ("xn--hxa.test", .dns("xn--hxa.test")), ("1.test", .dns("1.test")), ("a-b.test", .dns("a-b.test")),
            ("bücher.example", .dns("xn--bcher-kva.example")), ("*.BÜCHER.example", .dns("*.xn--bcher-kva.example")),
            ("user@bücher.example", .email("user@xn--bcher-kva.example")),
            ("https://bücher.example:8443/a?b", .uri("https://xn--bcher-kva.example:8443/a?b")),
            ("https://192.0.2.1/", .uri("https://192.0.2.1/")),
            ("spiffe://example.test/a", .uri("spiffe://example.test/a")),
            ("192.0.2.1", .ip("192.0.2.1")), ("::1", .ip("::1")), ("[::1]", .ip("::1")),
            ("user@example.test", .email("user@example.test")),
            ("https://example.test/a@b", .uri("https://example.test/a@b")),
        ] as [(String, GeneralName?)])
    func goodNames(text: String, name: GeneralName?) { #expect(GeneralName(parsing: text) == name) }

    @Test("what is taken for a plain DNS name at once is one, as it stands")
    func plainNames() throws {
        var count = 0
        for _ in 0..<20_000 {
            let letters = (0..<Int.random(in: 1...12)).map { _ in "abnx019--..._ABé@:/*".randomElement()! }
            let text = String(letters)
            guard text.utf8.isPlainDomain else { continue }
            count += 1
            #expect(try DomainName(text).ascii == text && IPAddress(text) == nil, "\(text)")
        }
        #expect(count > 500)
        let label = String(repeating: "a", count: 63)
        #expect("\(label).example".utf8.isPlainDomain && !"a\(label).example".utf8.isPlainDomain)
        #expect(!"xn--bcher-kva.example".utf8.isPlainDomain && !"1.2.3.4".utf8.isPlainDomain && !"".utf8.isPlainDomain)
    }

    @Test("no CA without a name")
    func badSubject() throws {
        let hierarchy = try Hierarchy.p256.get()
        let first = try SigningKey.generate(.p256), second = try SigningKey.generate(.p256)
        do throws(IssuingProblem) {
            let made = try CertificateAuthority.root(named: "", key: first, from: time)
            Issue.record("issued \(made.certificate.subject)")
        } catch { #expect(error == .badSubject("")) }
        do throws(IssuingProblem) {
            let made = try hierarchy.root.intermediate(named: "", key: second, from: time)
            Issue.record("issued \(made.certificate.subject)")
        } catch { #expect(error == .badSubject("")) }
    }

    @Test("a certificate with another one's key is no authority")
    func otherKey() throws {
        let certificate = try Hierarchy.p256.get().root.certificate
        let key = try SigningKey.generate(.p256)
        let isAuthority = if CertificateAuthority(certificate: certificate, key: key) != nil { true } else { false }
        #expect(!isAuthority)
    }

    @Test("a CA certificate with its key's point in the compressed form is that key's")
    func compressedPoint() throws {
        let key = try SigningKey.generate(.p256)
        let info = key.publicKey.info
        // SEC 1 §2.3.3: 02 or 03 by the parity of y, then x.
        let point = info.subjectPublicKey.bytes.array
        let compressed = [0x02 | point[64] & 1] + point[1...32]
        let name = Name(commonName: "R")
        let tbs = TBSCertificate(
            serialNumber: DERInteger(1), signature: try key.identifier(of: key.usualScheme), issuer: name,
            validity: Validity(notBefore: time, notAfter: time.adding(seconds: 10_000_000)), subject: name,
            subjectPublicKeyInfo: SubjectPublicKeyInfo(
                algorithm: info.algorithm, subjectPublicKey: DERBitString(DERBytes(compressed))),
            extensions: Extensions([Extension(BasicConstraints(cA: true), critical: true)]))
        let encoded = tbs.derEncoded
        let certificate = Certificate(
            tbsCertificate: tbs, signatureAlgorithm: tbs.signature,
            signature: try key.sign(encoded.span, by: key.usualScheme))
        let publicKey = key.publicKey
        guard let authority = CertificateAuthority(certificate: certificate, key: key) else {
            Issue.record("refused")
            return
        }
        let issued = try authority.server(names: ["a.test"], key: publicKey, from: time)
        try issued.checkSignature(signer: certificate.subjectPublicKeyInfo)
    }
}
