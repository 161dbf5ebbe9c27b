import LucidDER
import LucidModel
import LucidObjectNames
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

/// Extensions that depend on the issuer, in certificates that `x509 -req` makes.
struct IssuerComparisonTests {
    private static let sections = [
        "basicConstraints=CA:FALSE", "authorityKeyIdentifier=keyid", "authorityKeyIdentifier=keyid:always",
        "authorityKeyIdentifier=keyid,issuer", "authorityKeyIdentifier=issuer", "authorityKeyIdentifier=issuer:always",
        "authorityKeyIdentifier=keyid:always,issuer:always", "authorityKeyIdentifier=none\nkeyUsage=cRLSign",
        "subjectKeyIdentifier=none\nkeyUsage=cRLSign", "subjectKeyIdentifier=none\nauthorityKeyIdentifier=none",
        "subjectKeyIdentifier=0102030405\nauthorityKeyIdentifier=keyid", "issuerAltName=issuer:copy",
        "subjectAltName=email:copy", "subjectAltName=email:move\nissuerAltName=issuer:copy,DNS:x", "",
    ]

    /// The issuers' extensions; the last of them has none.
    private static let issuers = [
        "subjectKeyIdentifier=0a0b0c0d\nsubjectAltName=DNS:issuer.example,email:i@example.com",
        "subjectKeyIdentifier=0a0b", "subjectKeyIdentifier=0a",
        "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid:always,issuer:always", "",
    ]

    @Test(arguments: issuers.indices, [false, true])
    func `an issuer's name, number and key identifier come out as openssl tells them`(
        issuer: Int, hasOwnKey: Bool
    ) throws {
        guard let openssl = Programs.openssl else { return }
        let folder = try TemporaryFolder()
        try folder.write(Array((head + "[e]\n" + Self.issuers[issuer] + "\n").utf8), to: "ca.cnf")
        for (index, text) in Self.sections.enumerated() {
            try folder.write(Array("[e]\n\(text)\n".utf8), to: "\(index).cnf")
        }
        let key = hasOwnKey ? "leaf.pem" : "ca-key.pem"
        let script = """
            openssl() { "$OPENSSL" "$@"; }
            openssl ecparam -name prime256v1 -genkey -noout -out ca-key.pem
            openssl ecparam -name prime256v1 -genkey -noout -out leaf.pem
            openssl req -new -key ca-key.pem -config ca.cnf -subj /O=Issuer/CN=ca -out ca.csr
            openssl x509 -req -in ca.csr -signkey ca-key.pem -set_serial 77 -extfile ca.cnf -extensions e -outform DER -out ca.der
            openssl x509 -in ca.der -inform DER -out ca.pem
            openssl req -new -key \(key) -config ca.cnf -subj /CN=leaf/emailAddress=l@example.com -outform DER -out leaf.csr
            for i in $(seq 0 \(Self.sections.count - 1)); do
              openssl x509 -req -in leaf.csr -inform DER -CA ca.pem -CAkey ca-key.pem -set_serial 5 -extfile $i.cnf -extensions e \
                -outform DER -out $i.der 2> $i.err || rm -f $i.der
            done
            """
        _ = try Programs.run("/bin/sh", ["-c", script], environment: ["OPENSSL": openssl], folder: folder.url)
        let authority = try Certificate(der: try folder.read("ca.der"))
        let request = try CertificateRequest(der: try folder.read("leaf.csr")).certificationRequestInfo
        for (index, text) in Self.sections.enumerated() {
            let made = (try? folder.read("\(index).der")).map { try? Certificate(der: $0) } ?? nil
            let own = Result { () throws -> ([[UInt8]], Name?) in
                let configuration = try Configuration(text: "[e]\n\(text)\n", file: "test.cnf")
                var context = ExtensionContext(
                    subject: request.subject, subjectKey: request.subjectPKInfo, issuer: .certificate(authority))
                let maker = ExtensionMaker(configuration: configuration, names: ObjectNames())
                try maker.extensions(section: "e", context: &context)
                try maker.completeKeyIdentifiers(
                    signingKey: authority.subjectPublicKeyInfo, context: &context)
                return (context.made.map { $0.value.derEncoded }, context.subject)
            }
            switch (made, own) {
            case (let made?, .success(let own)):
                #expect(own.0 == made.extensions.map(\.derEncoded), "\(Self.issuers[issuer]) | \(text)")
                #expect(own.1 == made.subject)
            case (nil, .failure): break
            default: Issue.record("one alone refuses: \(Self.issuers[issuer]) | \(text)\n\(made == nil) \(own)")
            }
        }
    }

    @Test func `a request can not name its issuer`() throws {
        let peer = try Peer()
        guard let peer else { return }
        let configuration = try Configuration(text: "[e]\nauthorityKeyIdentifier=keyid\n", file: "test.cnf")
        var context = ExtensionContext(subject: Name([]), subjectKey: peer.key)
        #expect(throws: ConfigurationProblem.self) {
            try ExtensionMaker(configuration: configuration, names: ObjectNames()).extensions(
                section: "e", context: &context)
        }
    }

    @Test func `a rehearsal asks for neither a key nor an issuer`() throws {
        let text =
            "[e]\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid:always\nsubjectAltName=email:copy\n"
            + "issuerAltName=issuer:copy\n"
        let configuration = try Configuration(text: text, file: "test.cnf")
        var context = ExtensionContext.rehearsal
        let maker = ExtensionMaker(configuration: configuration, names: ObjectNames())
        #expect(try maker.extensions(section: "e", context: &context).count == 4)
    }
}
