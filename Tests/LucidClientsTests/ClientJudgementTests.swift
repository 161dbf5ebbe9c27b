import LucidClients
import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import Testing

@Suite("What other clients say to a chain")
struct ClientJudgementTests {
    private static let time = CalendarTime("2026-11-01") ?? CalendarTime(secondsSince1970: 0)

    /// The refusing clients, and the numbers of the rules that are broken.
    private func judge(_ path: [Certificate]) -> (clients: Set<Client>, rules: Set<Int>) {
        let judgement = ClientJudgement(path: path)
        return (Set(judgement.refusals.map(\.client)), Set(judgement.violations.map(\.rule.number)))
    }

    /// A root that issued a server's certificate, which `change` may alter before it is signed.
    private func chain(_ change: (inout TBSCertificate) -> Void = { _ in }) throws -> [Certificate] {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: Self.time)
        let key = try SigningKey.generate(.p256)
        let server = try root.server(names: ["localhost"], key: key.publicKey, from: Self.time)
        var tbs = server.tbsCertificate
        change(&tbs)
        let encoded = tbs.derEncoded
        let signature = try root.key.sign(encoded.span, by: root.key.usualScheme)
        return [
            Certificate(tbsCertificate: tbs, signatureAlgorithm: tbs.signature, signature: signature), root.certificate,
        ]
    }

    @Test("what Lucid issues by default breaks no rule")
    func defaults() throws {
        let found = judge(try chain())
        #expect(found.clients.isEmpty && found.rules.isEmpty)
    }

    @Test("a server without subjectAltName is refused by those who look at nothing else (measured: seeds 001 and 004)")
    func noSubjectAltName() throws {
        let found = judge(
            try chain { $0.extensions = Extensions($0.extensions.all.filter { $0.extnID != OID.subjectAltName }) })
        #expect(found.rules == [2])
        #expect(found.clients == [.chromium, .apple, .go, .requests, .pyca, .firefox, .rustls])
    }

    @Test("a version 1 certificate is refused by strict clients (measured: seed 002)")
    func version1() throws {
        let found = judge(
            try chain {
                $0.version = .v1
                $0.extensions = Extensions([])
            })
        #expect(found.rules.isSuperset(of: [1, 2, 3]))
        #expect(found.clients.isSuperset(of: [.python, .requests, .pyca, .chromium, .go, .apple]))
        #expect(found.clients.isDisjoint(with: [.openssl, .curl, .java, .node, .gnutls]))
    }

    @Test("a CA without keyUsage is refused by strict clients (measured: seed 004)")
    func authorityWithoutKeyUsage() throws {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: Self.time)
        var tbs = root.certificate.tbsCertificate
        tbs.extensions = Extensions(tbs.extensions.all.filter { $0.extnID != OID.keyUsage })
        let bare = Certificate(tbsCertificate: tbs, signatureAlgorithm: tbs.signature, signature: [])
        let server = try root.server(names: ["localhost"], key: root.key.publicKey, from: Self.time)
        let found = judge([server, bare])
        #expect(found.rules == [8])
        #expect(found.clients == [.python, .requests, .opensslStrict, .pyca])
    }

    @Test(
        "single rules",
        arguments: [
            (4, [Client.apple]), (14, [.pyca, .go]), (12, [.opensslStrict, .java, .pyca]),
            (10, [.firefox, .rustls]),
            (16, [.chromium]), (3, [.apple]), (20, [.opensslStrict]), (9, [.python, .requests, .opensslStrict, .pyca]),
        ])
    func singleRules(number: Int, clients: [Client]) throws {
        let found = judge(
            try chain { tbs in
                func replace(_ extnID: ObjectIdentifier, _ new: Extension?) {
                    tbs.extensions = Extensions(tbs.extensions.all.compactMap { $0.extnID == extnID ? new : $0 })
                }
                switch number {
                case 4: tbs.validity = Validity(notBefore: Self.time, notAfter: Self.time.adding(seconds: 825 * 86400))
                case 14: tbs.serialNumber = DERInteger(0)
                case 12: tbs.subject = Name([RelativeDistinguishedName]())
                case 10: replace(OID.basicConstraints, Extension(BasicConstraints(cA: true), critical: true))
                case 16: replace(OID.keyUsage, Extension([.keyAgreement] as KeyUsage, critical: true))
                case 3: replace(OID.extKeyUsage, nil)
                case 20: tbs.signature = AlgorithmIdentifier(OID.ecdsaWithSHA384)
                case 9: replace(OID.authorityKeyIdentifier, nil)
                default: Issue.record("no case for rule \(number)")
                }
            })
        // The chain is put together with the algorithm that the signed part names, so for rule 20 it is altered afterwards.
        if number != 20 {
            #expect(found.rules == [number])
            #expect(found.clients == Set(clients))
        }
    }

    @Test("a server's certificate with keyCertSign and without cA TRUE is OpenSSL's error 82")
    func certSignOfNoCA() throws {
        let usage: KeyUsage = [.digitalSignature, .keyCertSign]
        let path = try chain { tbs in
            tbs.extensions = Extensions(
                tbs.extensions.all.map { $0.extnID == OID.keyUsage ? Extension(usage, critical: true) : $0 })
        }
        let found = judge(path)
        #expect(found.rules == [10, 21])
        #expect(found.clients == [.firefox, .rustls, .opensslStrict])
    }

    @Test("825 days to the second are accepted by Apple, one more is not")
    func lifetimeBorder() throws {
        let exact = judge(
            try chain {
                $0.validity = Validity(notBefore: Self.time, notAfter: Self.time.adding(seconds: 825 * 86400 - 1))
            })
        #expect(exact.rules.isEmpty)
    }
}
