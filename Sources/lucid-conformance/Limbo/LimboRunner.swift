import LucidX509

/// Puts limbo's cases to the verifier.
struct LimboRunner {
    /// Whether the checks that held are told as well.
    private let tellsChecks: Bool
    private var texts = CertificateTexts()
    /// The system's list. Without it the suite still runs: few cases need more than the top-level domains.
    private lazy var publicSuffixes: PublicSuffixList = {
        do throws(FileProblem) { return try PublicSuffixList.system() } catch {
            Console.complain("lucid-conformance: no list of public suffixes but top-level domains: \(error.sentence)")
            return .essential
        }
    }()
    /// What "now" is for all cases of a run.
    private let now = CalendarTime.now

    init(tellsChecks: Bool = false) { self.tellsChecks = tellsChecks }

    mutating func run(_ test: LimboCase) -> PathOutcome {
        let profile = LimboProfile.profile(namespace: test.namespace)
        var notes: [String] = []
        var held: Set<Check> = []
        let verdict = verdict(on: test, profile, &notes, &held)
        return PathOutcome(
            id: test.id, group: test.namespace, profile: profile.name,
            isAcceptanceExpected: test.isAcceptanceExpected, isAccepted: verdict?.isAccepted ?? false, verdict: verdict,
            held: held, notes: notes,
            excuse: KeptDisagreement.find(test.id).map { .keptDisagreement("\($0.reason), \($0.clause)") })
    }

    /// Nil where the case is lost before the verifier is asked.
    private mutating func verdict(
        on test: LimboCase, _ profile: Profile, _ notes: inout [String], _ held: inout Set<Check>
    ) -> Verdict? {
        let anchors = certificates(test.trusted, "a trusted certificate", &notes)
        let intermediates = certificates(test.untrusted, "an intermediate", &notes)
        let peer = texts.read(test.peer)
        guard let target = peer.certificates.first else {
            notes += peer.problems.map { "the peer's certificate can not be read: \($0)" }
            return nil
        }
        guard test.impossibleNames.isEmpty else {
            notes += test.impossibleNames.map { "no certificate can be for \($0)" }
            return nil
        }
        var verifier = Verifier(trustAnchors: anchors, purpose: test.purpose, profile: profile)
        verifier.keyUsage = test.keyUsage
        verifier.extendedKeyUsages = test.extendedKeyUsages
        verifier.signatureAlgorithms = Set(test.signatureAlgorithms)
        verifier.maximumDepth = test.maximumDepth
        if profile.checks.contains(.publicSuffixWildcard) { verifier.publicSuffixes = publicSuffixes }
        // Where a case has CRLs, every certificate's status has to be known (RFC 5280 §6.1.3(a)(3)).
        verifier.revocation = test.crls.isEmpty ? .off : .require
        var question = Question(target, CertificatePool(intermediates), test.identities, at: test.time ?? now)
        question.evidence = RevocationEvidence(lists: lists(test.crls, &notes))
        guard tellsChecks else { return verifier.verify(question) }
        return verifier.verify(question, tellingHeld: &held)
    }

    /// The CRLs that can be read; of the others it is noted that they are left out.
    private func lists(_ pem: [String], _ notes: inout [String]) -> [RevocationList] {
        pem.flatMap { PKIFile(Array($0.utf8)).entries }.compactMap { entry in
            if case .revocationList(let list) = entry.content { return list }
            notes.append("a CRL can not be read, and is left out")
            return nil
        }
    }

    /// The certificates that can be read; of the others it is noted that they are left out.
    private mutating func certificates(_ pem: [String], _ what: String, _ notes: inout [String]) -> [Certificate] {
        var all: [Certificate] = []
        for text in pem {
            let contents = texts.read(text)
            all += contents.certificates
            notes += contents.problems.map { "\(what) is left out: \($0)" }
        }
        return all
    }
}
