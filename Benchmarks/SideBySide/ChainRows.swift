import Benchmark
import LucidX509
import OpenSSLPeer

/// A chain of three certificates, as octets.
struct Chain {
    let leaf, intermediate, root: [UInt8]
    /// The host that the leaf is for.
    static let host = "www.example.com"
    /// The moment that all verify at: 2026-07-01.
    static let time: Int64 = 1_782_864_000

    /// One of those that `Fixtures/make-chains` makes.
    init(_ kind: String) throws {
        let presented = CertificateFile(try Fixtures.file("Benchmarks/Fixtures/\(kind)-fullchain.pem")).certificates
        leaf = presented[0].der.array
        intermediate = presented[1].der.array
        root = try Fixtures.pemBlock(Fixtures.file("Benchmarks/Fixtures/\(kind)-root.pem")).bytes
    }

    /// Lucid's strictest profile.
    func verifier() throws -> Verifier {
        Verifier(trustAnchors: [try Certificate(der: root)], profile: .webPKI)
    }

    /// Parses leaf and intermediate and verifies them. The identity is what an application has before it connects.
    func verify(_ verifier: Verifier, for identity: ReferenceIdentity, at time: CalendarTime) throws {
        let verdict = verifier.verify(
            try Certificate(der: leaf), intermediates: [try Certificate(der: intermediate)], identity: identity,
            at: time)
        try check(verdict.isAccepted && verdict.findings.isEmpty, "Lucid refuses: \(verdict.findings)")
    }

    func lucid() throws -> Contender {
        let verifier = try verifier()
        let identity = ReferenceIdentity.dnsName(Self.host), time = CalendarTime(secondsSince1970: Self.time)
        return Contender("Lucid") { try verify(verifier, for: identity, at: time) }
    }

    func openSSL() throws -> Contender {
        guard let verifier = openssl_verifier_new(root, root.count, Self.host, Self.time) else {
            throw WrongResult(description: "OpenSSL can not read the root")
        }
        return Contender("OpenSSL") {
            try check(
                openssl_verify_chain(verifier, leaf, leaf.count, intermediate, intermediate.count) == 1,
                "OpenSSL refuses")
        }
    }

    /// Lucid with so many intermediates to choose from, in a pool whose index is there already: one is the right one,
    /// the others have other subjects.
    func lucid(_ name: String, poolOf count: Int) throws -> Contender {
        let verifier = try verifier(), time = CalendarTime(secondsSince1970: Self.time)
        let right = try Certificate(der: intermediate)
        let others = (1..<count).map { number in
            var contents = right.tbsCertificate
            contents.subject = Name(commonName: "Lucid Benchmark other CA \(number)")
            return Certificate(
                tbsCertificate: contents, signatureAlgorithm: right.signatureAlgorithm,
                signature: right.signatureValue.bytes.array)
        }
        let pool = CertificatePool(others + [right])
        return Contender(name) {
            let question = Question(
                try Certificate(der: leaf), pool, [.dnsName(Self.host)], at: time)
            try check(verifier.verify(question).isAccepted, "Lucid refuses")
        }
    }
}

/// Verification of a server's certificate, an intermediate and a root, from their octets to the verdict.
func chainRows() {
    for kind in ["rsa-2048", "p256", "p384"] {
        row("verify-\(kind)-chain") {
            let chain = try Chain(kind)
            return [try chain.lucid(), try chain.openSSL(), try SwiftCertificatesPeer.chainVerifier(chain)]
        }
    }
    row("verify-pool-10000") {
        let chain = try Chain("rsa-2048")
        return [try chain.lucid("Lucid", poolOf: 10_000), try chain.lucid("Lucid, pool of ten", poolOf: 10)]
    }
}
