import LucidDER
import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation
import Testing

/// A verification told step by step.
struct VerificationStoryTests {
    private static let time = CalendarTime("2026-11-01") ?? CalendarTime(secondsSince1970: 0)

    /// The story of a server's certificate below a CA that allows names below example.test alone, and no CA below it.
    private func story(host: String, names: [String] = ["www.example.test"], isDeep: Bool = false) throws
        -> VerificationStory
    {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: Self.time)
        var profile = CertificateProfile.intermediate
        let permitted = try #require(GeneralName.dns("example.test"))
        profile.nameConstraints = NameConstraints(
            permittedSubtrees: [GeneralSubtree(base: permitted)], excludedSubtrees: nil)
        let middle = try root.intermediate(named: "Middle", key: .generate(.p256), profile: profile, from: Self.time)
        let leaf = try middle.server(names: names, key: root.key.publicKey, from: Self.time)
        var trace = Trace()
        _ = Verifier(trustAnchors: [root.certificate]).verify(
            leaf, intermediates: [middle.certificate], identity: ReferenceIdentity(host), at: Self.time, trace: &trace)
        return VerificationStory(trace, isDeep: isDeep)
    }

    private func values(_ state: PathState) -> [String: String] {
        Dictionary(uniqueKeysWithValues: state.shownVariables.map { ($0.name, $0.value) })
    }

    @Test func `the variables have RFC 5280's values at the beginning, and change with each certificate`() throws {
        let states = try story(host: "www.example.test").parts.compactMap { part in
            if case .state(let state, _, _) = part { values(state) } else { nil as [String: String]? }
        }
        try #require(states.count == 3)
        // §6.1.2: n is 2, so the counters begin with 3 and max_path_length with 2.
        let begun = states[0]
        #expect(begun["valid_policy_tree"] == "anyPolicy" && begun["permitted_subtrees"] == "all names")
        #expect(["explicit_policy", "inhibit_anyPolicy", "policy_mapping"].allSatisfy { begun[$0] == "3" })
        #expect(begun["working_issuer_name"] == "CN=Root" && begun["max_path_length"] == "2")
        // §6.1.4 for the CA: its constraints hold from now on.
        let prepared = states[1]
        #expect(prepared["permitted_subtrees"] == "one of dNSName example.test")
        #expect(prepared["working_issuer_name"] == "CN=Middle" && prepared["max_path_length"] == "0")
        #expect(prepared["explicit_policy"] == "2" && prepared["valid_policy_tree"] == "NULL")
        #expect(prepared["working_public_key"] != begun["working_public_key"])
        // §6.1.5 (a).
        #expect(states[2]["explicit_policy"] == "1")
    }

    @Test func `certificates are numbered from the trust anchor down, each with its signature's numbers`() throws {
        let steps = try story(host: "www.example.test").parts.compactMap { part in
            if case .certificate(let step) = part { step } else { nil as VerificationStory.CertificateStep? }
        }
        #expect(steps.map(\.number) == [1, 2] && steps.map(\.index) == [1, 0])
        #expect(steps.map { "\($0.signer)" } == ["CN=Root", "CN=Middle"])
        #expect(steps.allSatisfy { (try? $0.signature.get().isValid) == true && $0.hash == nil })
        #expect(steps.allSatisfy { step in step.checks.contains { $0.check == .signature } })
    }

    @Test func `the text tells the path, the variables, the checks and the outcome`() throws {
        let text = VerificationStoryText.text(try story(host: "www.example.test"))
        for words in [
            "Path 1: CN=www.example.test ← CN=Middle ← CN=Root", "RFC 5280 §6.1.2", "(k)     max_path_length       2",
            "max_path_length       2 → 0", "Certificate i = 1: CN=Middle", "u1·G + u2·Q", "The path is valid.",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `of Ed25519 the hash block by block is that over R, A and M`() throws {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.ed25519), from: Self.time)
        let leaf = try root.server(names: ["a.test"], key: SigningKey.generate(.p256).publicKey, from: Self.time)
        var trace = Trace()
        _ = Verifier(trustAnchors: [root.certificate]).verify(leaf, at: Self.time, trace: &trace)
        let steps = VerificationStory(trace, isDeep: true).parts.compactMap { part in
            if case .certificate(let step) = part { step } else { nil as VerificationStory.CertificateStep? }
        }
        let step = try #require(steps.first)
        let hash = try #require(step.hash)
        let digest = try step.signature.get().steps.first { $0.name == "digest" }?.value
        #expect(digest == .octets(hash.digest))
        let text = VerificationStoryText.text(VerificationStory(trace, isDeep: true))
        #expect(text.contains("SHA-512 of the \(64 + step.certificate.tbsBytes.count) octets R ‖ A ‖ M: "))
    }

    @Test func `a refusal is told where it happens, and the hash block by block where that is asked for`() throws {
        let story = try story(host: "www.example.test", names: ["www.example.org"], isDeep: true)
        let text = VerificationStoryText.text(story)
        #expect(text.contains("The path is not valid.") && text.contains("✗") && text.contains("RFC 5280 §6.1.3(b)"))
        #expect(text.contains("block 1   3082") && text.contains("octets are padding"))
    }
}
