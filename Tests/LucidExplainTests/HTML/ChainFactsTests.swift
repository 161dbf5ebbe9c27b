import LucidDER
import LucidX509
import Testing

@testable import LucidExplain

/// Who issued whom.
struct ChainFactsTests {
    private func facts(_ names: [String]) throws -> ChainFacts {
        ChainFacts(
            try names.enumerated().map {
                (index: $0 + 1, certificate: try Certificate(der: PageSamples.certificate($1).array))
            })
    }

    @Test(
        arguments: [
            [0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1],
        ])
    func `a chain is the same in whatever order it comes`(order: [Int]) throws {
        let facts = try facts(order.map { PageSamples.chain[$0] })
        #expect(facts.nodes.map(\.title) == ["Lucid rsa Root", "Lucid rsa Intermediate", "rsa.chain.example.test"])
        #expect(facts.nodes.map(\.depth) == [0, 1, 2])
        #expect(facts.nodes.map(\.role) == ["self-signed root", "intermediate", "leaf"])
        #expect(facts.nodes.allSatisfy { $0.checks.allSatisfy(\.holds) })
        #expect(facts.nodes.map(\.checks.count) == [1, 5, 5])
        // It is the issuer's key that the last check is about.
        for node in facts.nodes.dropFirst() {
            #expect(node.checks.last?.sentence == "the key above may sign certificates")
        }
    }

    @Test func `without its issuer a certificate stands alone and says so`() throws {
        let facts = try facts(["chain-rsa-leaf", "chain-rsa-root"])
        let leaf = try #require(facts.nodes.first { $0.role == "leaf" })
        #expect(leaf.depth == 0 && leaf.checks.map(\.sentence) == ["its issuer is not among these certificates"])
    }

    @Test func `an issuer of the right name with another key is shown, with what does not hold`() throws {
        let root = try CertificateAuthority.root(named: "Same", key: .generate(.p256))
        let other = try CertificateAuthority.root(named: "Same", key: .generate(.p256))
        let leaf = try root.server(names: ["a.test"], key: SigningKey.generate(.p256).publicKey)
        let facts = ChainFacts([(1, leaf), (2, other.certificate)])
        #expect(facts.nodes.map(\.index) == [2, 1])
        let failed = facts.nodes[1].checks.filter { !$0.holds }.map(\.clause)
        #expect(failed == ["RFC 5280 §4.2.1.1", "RFC 5280 §6.1.3(a)(1)"])
        // With the right one beside it, that is taken.
        let both = ChainFacts([(1, leaf), (2, other.certificate), (3, root.certificate)])
        #expect(both.nodes.first { $0.index == 1 }?.issuer == 3)
    }

    @Test func `two CAs that signed each other do not make a circle`() throws {
        let facts = try facts(["cross-intermediate-by-a", "cross-intermediate-by-b", "cross-leaf", "cross-root-b"])
        #expect(facts.nodes.count == 4)
        let a = try SigningKey.generate(.p256)
        let b = try SigningKey.generate(.p256)
        let rootA = try CertificateAuthority.root(named: "A", key: SigningKey(pkcs8: a.pkcs8()))
        let rootB = try CertificateAuthority.root(named: "B", key: SigningKey(pkcs8: b.pkcs8()))
        let crossed = [
            try rootA.intermediate(named: "B", key: b).certificate,
            try rootB.intermediate(named: "A", key: a).certificate,
        ]
        let loop = ChainFacts(crossed.enumerated().map { (index: $0, certificate: $1) })
        #expect(loop.nodes.map(\.depth).sorted() == [0, 1])
    }

    @Test(arguments: [(-1, "not valid before"), (1, "valid until"), (100_000, "ended on")] as [(Int64, String)])
    func `validity is told at the time that is asked`(days: Int64, words: String) throws {
        let node = try facts(["chain-rsa-leaf"]).nodes[0]
        let time = node.certificate.validity.notBefore.time.adding(seconds: days * 86_400)
        let told = node.validity(at: time)
        #expect(told.sentence.hasPrefix(words) && told.holds == (days == 1))
        #expect(node.validity(at: nil).sentence.hasPrefix("valid from "))
    }

    @Test func `a drawing has each certificate and each check, in words too`() throws {
        let html = ChainDiagram(facts: try facts(PageSamples.chain), time: nil).html
        for index in 1...3 { #expect(html.split(separator: "href=\"#c\(index)\"").count == 3) }
        #expect(html.split(separator: "the key identifiers are equal").count == 5)
        #expect(html.contains("<title id=\"chain-title\">") && html.contains("<desc id=\"chain-text\">3 certificates"))
    }
}
