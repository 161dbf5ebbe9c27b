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
    ///   - output: where to write the outcome of every case as JSON; nil for nowhere.
    static func run(folder: String, expectations path: String, json output: String?) -> Int32 {
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
            return try report.tell(path, since: start, json: output)
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

        let verifier = Verifier(trustAnchors: [certificates[0]], purpose: .any, profile: profile)
        // REVOCATION: the lists go to the verifier, and every certificate's status has to be known.
        // POLICIES: `test.policies` goes to the verifier.
        let verdict = verifier.verify(Question(target, CertificatePool(pool), at: test.time))
        return PathOutcome(
            id: test.number, group: test.section, profile: profile.name,
            isAcceptanceExpected: test.isAcceptanceExpected, isAccepted: verdict.isAccepted, verdict: verdict,
            wrongDetail: wrongPolicies(test, verdict),
            excuse: verdict.isAccepted ? nil : DSA.signs(target, certificates) ? .inability(DSA.sentence) : nil)
    }

    /// What is wrong with the policies that an accepted path is valid for; nil where they are right or not compared. The
    /// special value any-policy is written as the identifier of anyPolicy.
    private static func wrongPolicies(_ test: PKITSCase, _ verdict: Verdict) -> String? {
        guard verdict.isAccepted, let expected = test.userConstrainedPolicySet, let found = policies(verdict),
            found != expected
        else { return nil }
        func list(_ set: Set<ObjectIdentifier>) -> String {
            set.isEmpty ? "none" : set.map(\.description).sorted().joined(separator: ", ")
        }
        return "the path is valid for the policies \(list(found)) instead of \(list(expected))"
    }

    /// The user-constrained-policy-set of RFC 5280 §6.1.6; nil where the verdict does not tell it.
    private static func policies(_ verdict: Verdict) -> Set<ObjectIdentifier>? {
        // POLICIES: the verdict's set goes here.
        nil
    }
}
