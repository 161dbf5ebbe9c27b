import LucidObjectNames
@testable import LucidOpenSSL
import LucidOpenSSLConfiguration
import LucidX509
import Testing

/// What `--explain` tells of each octet.
struct ExplanationTests {
    private static let key: PublicKey = {
        // Any key will do; a curve's is quick to make.
        (try? SigningKey.generate(.p256).publicKey) ?? .ed25519(Ed25519PrivateKey.generate().publicKey)
    }()

    /// Certificates and requests whose structures differ: v1, v3, parts of several attributes, empty names.
    private static func drafts() throws -> [CertificateDraft] {
        let maker = NameMaker(names: ObjectNames())
        var drafts: [CertificateDraft] = []
        for line in ["/CN=a", "/", "/C=DE/O=x+OU=y/CN=z", "/CN=" + String(repeating: "n", count: 60)] {
            let subject = try maker.subject(line: line)
            var draft = X509Source.empty(subject: subject.name, key: key.info)
            draft.tbs.issuer = subject.name
            draft.origins.subject = subject.parts.map(\.origin)
            draft.origins.issuer = draft.origins.subject
            drafts.append(draft)
            var context = draft.context(issuer: nil, issuerKey: key.info)
            for text in [
                "basicConstraints=critical,CA:TRUE", "subjectAltName=DNS:a,IP:1.2.3.4", "keyUsage=keyCertSign",
            ] {
                try ExtensionMaker(configuration: nil, names: ObjectNames()).add(
                    argument: text, flag: "-addext", context: &context)
            }
            draft.take(context)
            draft.tbs.version = .v3
            drafts.append(draft)
        }
        return drafts
    }

    private func checkCoverage(_ rows: [FieldRow], _ count: Int) {
        var end = 0
        for row in rows {
            #expect(row.range.lowerBound == end, "\(row.field)")
            end = row.range.upperBound
        }
        #expect(end == count)
    }

    @Test func `every octet of a certificate is in exactly one row`() throws {
        for draft in try Self.drafts() {
            let key = try SigningKey.generate(.p256)
            let made = try draft.signed(with: key, by: .ecdsa(.sha256), of: "req")
            let rows = FieldRows.of(made.certificate, made.origins)
            checkCoverage(rows, made.certificate.der.count)
            let fields = Set(rows.map(\.field))
            for field in ["serialNumber", "signature", "issuer", "validity.notBefore", "validity.notAfter", "subject"] {
                #expect(fields.contains(field))
            }
            #expect(rows.count { $0.field.hasPrefix("extensions[") } == made.certificate.extensions.count)
            #expect(!rows.contains { $0.value == "further octets" })
        }
    }

    @Test func `every octet of a request is in exactly one row`() throws {
        for draft in try Self.drafts() {
            let key = try SigningKey.generate(.p256)
            var contents = RequestContents(subject: draft.tbs.subject, key: key.publicKey.info)
            contents.extensions = draft.extensions
            contents.origins.subject = draft.origins.subject
            let value = DERBytes(DERWriter.encode { $0.integer(7) })
            contents.attributes = [
                (Attribute(type: OID.challengePassword, values: [value]), .answer(question: "A challenge password"))
            ]
            let request = try contents.signed(with: key, by: .ecdsa(.sha256), of: "req")
            let rows = FieldRows.of(request, contents.finishedOrigins(request))
            checkCoverage(rows, request.der.count)
            #expect(!rows.contains { $0.value == "further octets" })
            let password = rows.first { $0.field.contains("challengePassword") }
            #expect(password?.origin == .answer(question: "A challenge password"))
        }
    }

    @Test func `rows name the flag that put an extension or an attribute there`() throws {
        let draft = try #require(try Self.drafts().last)
        let key = try SigningKey.generate(.p256)
        let made = try draft.signed(with: key, by: .ecdsa(.sha256), of: "req")
        let rows = FieldRows.of(made.certificate, made.origins)
        let usage = rows.first { $0.field.hasSuffix("keyUsage") }
        #expect(usage?.origin == .flag("-addext", value: "keyUsage=keyCertSign"))
        let subject = rows.first { $0.field == "subject.CN" }
        #expect(subject?.origin.text(line: { _ in nil }).hasPrefix("-subj /CN=") == true)
    }

    @Test(arguments: [
        (["-new", "-days", "10"], "-days 10"), (["-x509", "-reqexts", "v3_ca"], "-reqexts v3_ca"),
        (["-new", "-extensions", "v3_ca"], "-extensions v3_ca"), (["-new", "-sha256"], "-sha256"),
        (["-new", "-key", "k", "-nodes"], "-nodes"), (["-new", "-set_serial", "7"], "-set_serial 7"),
        (["-x509", "-key", "k", "-newkey", "rsa"], "-newkey rsa"), (["-new", "-multivalue-rdn"], "-multivalue-rdn"),
    ])
    func `flags without effect are named`(line: [String], flag: String) throws {
        let arguments = try Arguments(
            line, of: "req", options: ReqCommand.options, isOther: { ReqCommand.isOther($0) })
        let unused = ReqUnusedFlags(options: try ReqOptions(arguments)).all(usesDigest: true)
        #expect(unused.map(\.flag) == [flag])
    }

    @Test func `every client rule has something to change`() throws {
        let key = try SigningKey.generate(.p256)
        let draft = try #require(try Self.drafts().first)
        let certificate = try draft.signed(with: key, by: .ecdsa(.sha256), of: "req").certificate
        for rule in ClientRule.all where rule.number != 20 {
            for fixes in [ClientFixes.request, .certificate(extensionFile: "e.cnf"), .authority(section: "usr_cert")] {
                #expect(fixes.fix(rule, certificate) != "see the rule", "\(rule.number)")
            }
        }
    }

    @Test func `the list of what clients mind names the flag that mends it`() throws {
        let key = try SigningKey.generate(.p256)
        let draft = try #require(try Self.drafts().first)
        let made = try draft.signed(with: key, by: .ecdsa(.sha256), of: "req")
        let advice = ClientAdvice.lines(made.certificate, issuer: nil, fixes: .request).joined(separator: "\n")
        #expect(advice.contains("-addext \"subjectAltName=DNS:a\""))
        #expect(advice.contains("-addext \"extendedKeyUsage=serverAuth\""))
    }

    @Test func `a CA's certificate gets no tips that would spoil it for signing`() throws {
        let key = try SigningKey.generate(.p256)
        var draft = X509Source.empty(
            subject: try NameMaker(names: ObjectNames()).subject(line: "/CN=Root").name, key: key.publicKey.info)
        var context = draft.context(issuer: nil, issuerKey: key.publicKey.info)
        for text in ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"] {
            try ExtensionMaker(configuration: nil, names: ObjectNames()).add(
                argument: text, flag: "-addext", context: &context)
        }
        draft.take(context)
        draft.tbs.version = .v3
        let made = try draft.signed(with: key, by: .ecdsa(.sha256), of: "req")
        let advice = ClientAdvice.lines(made.certificate, issuer: nil, fixes: .request)
        #expect(advice.contains("A server that shows it would be judged by these rules too:"))
        #expect(advice.contains { $0.hasPrefix("  16. ") } && advice.contains { $0.hasPrefix("  10. ") })
        #expect(!advice.contains { $0.contains("keyUsage=critical,digitalSignature") || $0.contains("CA:FALSE") })
    }
}
