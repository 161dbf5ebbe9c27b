import LucidDER
import LucidModel
import LucidPEM
import LucidReport
import LucidTestSupport
import LucidValidation

/// What a verifier says to a chain.
struct Answer: Sendable {
    let isAccepted: Bool
    /// The checks of Lucid that failed; empty for openssl and where Lucid could not read a certificate.
    var failed: Set<Check> = []
    /// What else it says, for a test that fails.
    let words: String
}

/// One question, for both: is this chain good for the server, with every certificate's revocation settled?
struct CrossQuestion: Sendable {
    let plan: ChainPlan
    let chain: SignedChain

    init(_ plan: ChainPlan) throws {
        self.plan = plan
        chain = try SignedChain(plan)
    }

    /// Lucid's answer, by its profile `rfc5280`.
    func askLucid() throws -> Answer {
        do throws(DERError) {
            let anchor = try Certificate(der: chain.anchor)
            let target = try Certificate(der: chain.target)
            var authorities: [Certificate] = []
            for octets in chain.authorities { authorities.append(try Certificate(der: octets)) }
            var lists: [RevocationList] = []
            for octets in chain.lists { lists.append(try RevocationList(der: octets)) }
            var verifier = Verifier(trustAnchors: [anchor], purpose: .server, profile: .rfc5280)
            verifier.revocation = .require
            verifier.policies = plan.policies
            var question = Question(
                target, CertificatePool(authorities), [ReferenceIdentity(plan.host)].compactMap { $0 }, at: World.time)
            question.evidence = RevocationEvidence(lists: lists)
            let verdict = verifier.verify(question)
            let errors = verdict.findings.filter { $0.severity == .error }
            return Answer(
                isAccepted: verdict.isAccepted, failed: Set(errors.map(\.check)),
                words: verdict.findings.map { "\($0.certificateIndex ?? -1): \($0.sentence)" }.joined(separator: "\n"))
        } catch { return Answer(isAccepted: false, words: "\(error)") }
    }

    /// The answer of `openssl verify`.
    func askOpenSSL() throws -> Answer {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        let folder = try TemporaryFolder()
        var words = try ["verify"] + Self.files(of: chain, in: folder)
        words += [
            "-x509_strict", "-crl_check_all", "-policy_check", "-purpose", "sslserver", "-attime",
            String(World.time.secondsSince1970), "-verify_hostname", plan.host,
        ]
        words += policyWords
        let result = try Programs.run(openssl, words + [folder.path("target")])
        // An unknown option or a file that is missing is a fault of this test, and no answer.
        if result.errors.contains("Use -help") || result.exitCode == nil { throw ProgramProblem(result.errors) }
        return Answer(isAccepted: result.exitCode == 0, words: result.errors + result.output)
    }

    /// The words of a command line about policies.
    var policyWords: [String] {
        var words: [String] = []
        // OpenSSL takes a call without any -policy for an empty user-initial-policy-set.
        for accepted in plan.policies.userInitialPolicySet.policies ?? [OID.anyPolicy] {
            words += ["-policy", accepted.description]
        }
        if plan.policies.initialExplicitPolicy { words.append("-explicit_policy") }
        if plan.policies.initialPolicyMappingInhibit { words.append("-inhibit_map") }
        if plan.policies.initialAnyPolicyInhibit { words.append("-inhibit_any") }
        return words
    }

    /// Writes the chain into a folder, and the words of a command line that name what was written; the target is in `target`.
    static func files(of chain: SignedChain, in folder: TemporaryFolder) throws -> [String] {
        try folder.write(Self.pem("CERTIFICATE", [chain.anchor]), to: "anchor")
        try folder.write(Self.pem("CERTIFICATE", [chain.target]), to: "target")
        var words = ["-no-CApath", "-no-CAstore", "-CAfile", folder.path("anchor")]
        if !chain.authorities.isEmpty {
            try folder.write(Self.pem("CERTIFICATE", chain.authorities), to: "authorities")
            words += ["-untrusted", folder.path("authorities")]
        }
        if !chain.lists.isEmpty {
            try folder.write(Self.pem("X509 CRL", chain.lists), to: "lists")
            words += ["-CRLfile", folder.path("lists")]
        }
        return words
    }

    private static func pem(_ label: String, _ structures: [[UInt8]]) -> [UInt8] {
        Array(structures.map { PEMBlock(label: label, bytes: $0).text }.joined().utf8)
    }
}
