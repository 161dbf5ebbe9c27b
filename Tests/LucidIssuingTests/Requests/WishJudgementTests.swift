import LucidDER
import LucidIssuing
import LucidModel
import LucidReport
import LucidSignature
import LucidTestSupport
import Testing

@Suite("What the CA's keeper asks for without a request is judged like one")
struct WishJudgementTests {
    private func judge(
        _ subject: String, _ names: [String], policy: String = #"{"names": {"dns": ["c.test"]}}"#
    ) throws -> RequestJudgement {
        try RequestJudgement(
            subject: Name(subject), names: names.map { try #require(GeneralName(parsing: $0)) },
            key: Hierarchy.p256.get().subjectKey, profile: .server, policy: IssuancePolicy(json: Array(policy.utf8)),
            authority: Name(commonName: "CA"))
    }

    @Test("a commonName that is a host is held to the policy's names, and one that is allowed becomes a name")
    func commonName() throws {
        let evil = try judge("CN=evil.test", ["ok.c.test"])
        #expect(evil.refusals.map(\.id) == ["name"])
        let good = try judge("CN=www.c.test", ["ok.c.test"])
        #expect(good.refusals.isEmpty && good.names.map(\.valueText) == ["ok.c.test", "www.c.test"])
        #expect(
            good.findings.compactMap(\.changeSentence).map { $0.prefix(46) }
                == ["CN=www.c.test: is there as dNSName www.c.test,"])
    }

    @Test("attributes that the policy does not list, and text with control characters, are left out and told")
    func leftOut() throws {
        let judgement = try judge(
            "O=a\u{1b}[31mb,OU=b,CN=ok.c.test", ["ok.c.test"],
            policy: #"{"subject": {"O": "optional", "CN": "supplied"}}"#)
        #expect(judgement.subject.description == "CN=ok.c.test")
        #expect(judgement.findings.compactMap(\.changeSentence).count == 2)
    }

    @Test("the names are the keeper's to give, whatever requests may bring")
    func names() throws {
        let judgement = try judge("CN=ok.c.test", ["ok.c.test", "b.c.test"], policy: #"{"requestedExtensions": []}"#)
        #expect(judgement.names.count == 2 && judgement.refusals.isEmpty)
    }
}
