import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

@Suite("A CA that a request asks for gets the policy's names as constraints")
struct CAConstraintTests {
    private static let policy = #"{"names": {"dns": ["only.test"], "ip": ["10.0.0.0/8"], "email": ["only.test"]}}"#

    private func judged(_ own: String?, policy: String = policy) throws -> NameConstraints? {
        var profile = CertificateProfile.intermediate
        if let own {
            let text = #"{"name": "sub", "basedOn": "intermediate", "nameConstraints": \#(own)}"#
            profile = try CertificateProfile(json: Array(text.utf8))
        }
        let key = try SigningKey.generate(.p256)
        let request = try CertificateRequestContents(subject: Name(commonName: "Sub CA")).signed(with: key)
        let judgement = try RequestJudgement(
            request, profile: profile, policy: IssuancePolicy(json: Array(policy.utf8)),
            authority: Name(commonName: "CA"))
        #expect(judgement.refusals.isEmpty)
        let certificate = try Hierarchy.p256.get().root.issue(
            judgement.profile, subject: judgement.subject, key: judgement.key, from: Hierarchy.time)
        return certificate.extensions.value(NameConstraints.self)
    }

    /// Subtrees as text; a range of addresses has its mask behind it.
    private func texts(_ subtrees: [GeneralSubtree]?) -> [String] { (subtrees ?? []).map(\.base.valueText) }

    @Test("without constraints of its own it gets the policy's, and without names in the policy none")
    func plain() throws {
        let names = try #require(try IssuancePolicy(json: Array(Self.policy.utf8)).names)
        #expect(try judged(nil) == names.constraints)
        #expect(try judged(nil, policy: "{}") == nil)
    }

    @Test(
        "a profile's own constraints make them narrower, never wider",
        arguments: [
            (
                #"{"permitted": {"dns": ["a.only.test"]}}"#,
                ["a.only.test", "10.0.0.0/255.0.0.0", "only.test", "invalid"]
            ),
            (#"{"permitted": {"dns": ["test"]}}"#, ["only.test", "10.0.0.0/255.0.0.0", "only.test", "invalid"]),
            (#"{"permitted": {"dns": ["evil.test"]}}"#, ["10.0.0.0/255.0.0.0", "only.test", "invalid", "invalid"]),
            (
                #"{"permitted": {"dns": ["notonly.test", "only.test"]}}"#,
                ["only.test", "10.0.0.0/255.0.0.0", "only.test", "invalid"]
            ),
            (
                #"{"permitted": {"ip": ["10.1.0.0/16", "11.0.0.0/8"]}}"#,
                ["only.test", "10.1.0.0/255.255.0.0", "only.test", "invalid"]
            ),
            (#"{"permitted": {"ip": ["8.0.0.0/5"]}}"#, ["only.test", "10.0.0.0/255.0.0.0", "only.test", "invalid"]),
            (
                #"{"permitted": {"email": ["a@only.test"]}}"#,
                ["only.test", "10.0.0.0/255.0.0.0", "a@only.test", "invalid"]
            ),
            (
                #"{"permitted": {"email": ["a@sub.only.test"]}}"#,
                ["only.test", "10.0.0.0/255.0.0.0", "invalid", "invalid"]
            ),
        ])
    func own(constraints: String, expected: [String]) throws {
        let made = try #require(try judged(constraints))
        #expect(texts(made.permittedSubtrees) == expected)
    }

    @Test("addresses without any in common are all excluded, and what the profile excludes stays excluded")
    func excluded() throws {
        let apart = try #require(try judged(#"{"permitted": {"ip": ["192.0.2.0/24"]}}"#))
        #expect(texts(apart.excludedSubtrees) == ["0.0.0.0/0.0.0.0", "::/::"])
        let both = try #require(try judged(#"{"excluded": {"dns": ["secret.only.test"]}}"#))
        #expect(texts(both.excludedSubtrees) == ["secret.only.test"] && both.permittedSubtrees?.count == 4)
    }
}
