import LucidJSON
import LucidX509

/// NIST's PKITS (csrc.nist.gov, "Public Key Interoperability Test Suite"), or a suite of its shape: certificates and
/// revocation lists in a folder, and a list of cases with what should come of each.
enum PKITSSuite {
    private static let profile = Profile.pathValidation

    /// Runs the cases and prints what came of them; gives the exit code.
    ///
    /// - Parameters:
    ///   - folder: where `certs/NAME.crt` and `crls/NAME.crl` are.
    ///   - expectations: the list of cases, as JSON.
    ///   - outputs: where to write the outcome of every case.
    static func run(folder: String, expectations path: String, _ outputs: PathReport.Outputs) -> Int32 {
        let start = ContinuousClock.now
        do throws(Unusable) {
            guard let list = try JSON(file: path).array else { throw Unusable("\(path): is no list of cases") }
            var tests: [PKITSCase] = []
            for test in list { tests.append(try PKITSCase(test)) }
            var files = PKITSFolder(folder)
            var outcomes: [PathOutcome] = []
            for test in tests { outcomes.append(try run(test, &files)) }
            let report = PathReport(
                suite: "pkits", profiles: "profile \(profile.name), purpose any, revocation required",
                outcomes: outcomes)
            return try report.tell(path, since: start, outputs)
        } catch { return Console.unusable(error) }
    }

    private static func run(_ test: PKITSCase, _ files: inout PKITSFolder) throws(Unusable) -> PathOutcome {
        var certificates: [Certificate] = []
        for name in test.certificates { certificates.append(try files.certificate(name)) }
        var lists: [RevocationList] = []
        for name in test.revocationLists { lists.append(try files.revocationList(name)) }
        // The list of certificates is not empty: `PKITSCase` saw to that.
        let target = certificates[certificates.count - 1]
        let pool = certificates.dropFirst().dropLast()

        var verifier = Verifier(trustAnchors: [certificates[0]], purpose: .any, profile: profile)
        verifier.policies = test.policies
        verifier.revocation = .require
        var question = Question(target, CertificatePool(pool), at: test.time)
        question.evidence = RevocationEvidence(lists: lists)
        var held: Set<Check> = []
        let verdict = verifier.verify(question, tellingHeld: &held)
        return PathOutcome(
            id: test.number, group: test.section, profile: profile.name,
            isAcceptanceExpected: test.isAcceptanceExpected, isAccepted: verdict.isAccepted, verdict: verdict,
            held: held, wrongDetail: wrongPolicies(test, verdict),
            excuse: verdict.isAccepted ? nil : DSA.signs(target, certificates) ? .inability(DSA.sentence) : nil)
    }

    /// What is wrong with the policies that an accepted path is valid for; nil where they are right or not compared.
    private static func wrongPolicies(_ test: PKITSCase, _ verdict: Verdict) -> String? {
        guard verdict.isAccepted, let expected = test.userConstrainedPolicySet,
            !hasSameMeaning(Set(verdict.policies), expected)
        else { return nil }
        func list(_ policies: some Sequence<ObjectIdentifier>) -> String {
            let texts = policies.map(\.description).sorted()
            return texts.isEmpty ? "none" : texts.joined(separator: ", ")
        }
        return "the path is valid for the policies \(list(verdict.policies)) instead of \(list(expected))"
    }

    /// A set with anyPolicy in it, the special value any-policy, has all policies in it, named or not.
    private static func hasSameMeaning(_ a: Set<ObjectIdentifier>, _ b: Set<ObjectIdentifier>) -> Bool {
        a == b || a.contains(OID.anyPolicy) && b.contains(OID.anyPolicy)
    }
}
