import LucidDER
public import LucidModel
public import LucidValidation

/// A verification whose one certificate is going to be changed: who verifies, what is asked, and which certificate it is.
public struct TamperingScene: Sendable {
    public let verifier: Verifier
    public let question: Question
    /// The certificate that is changed.
    public let victim: Certificate
    /// Whether a trust anchor that is changed is changed where it is trusted too. Else who verifies has the original.
    public let changesAnchors: Bool
    /// What the verification says of the originals.
    public let before: Verdict
    /// The certificate whose key the victim's signature is checked with.
    public let signer: Certificate
    /// Which checks the originals fail: the change is not what they catch.
    private let knownFaults: Set<Fault>

    /// A check that a certificate fails.
    private struct Fault: Hashable {
        let check: Check
        let certificateIndex: Int?

        init(_ finding: Finding) { (check, certificateIndex) = (finding.check, finding.certificateIndex) }
    }

    /// - Parameters:
    ///   - victim: the target, one of the intermediates, or a trust anchor.
    ///   - changesAnchors: whether the verifier's own copy is changed, where it has one.
    public init(_ verifier: Verifier, _ question: Question, changing victim: Certificate, changesAnchors: Bool = false)
    {
        self.verifier = verifier
        self.question = question
        self.victim = victim
        self.changesAnchors = changesAnchors
        let verdict = verifier.verify(question)
        before = verdict
        knownFaults = Set(verdict.findings.filter { $0.severity == .error }.map(Fault.init))
        let above = verdict.path.firstIndex(of: victim).map { verdict.path.dropFirst($0 + 1) }
        signer = above?.first ?? Self.issuer(of: victim, in: question, verifier)
    }

    /// The issuer by its name, where the path does not say it; the certificate itself where there is none.
    private static func issuer(of victim: Certificate, in question: Question, _ verifier: Verifier) -> Certificate {
        if victim.isSelfIssued { return victim }
        let others = verifier.trustAnchors.certificates + question.intermediates.certificates
        return others.first { $0.subject.matches(victim.issuer) } ?? victim
    }

    /// Whether the victim is one of the certificates that the verifier trusts from the start.
    public var isAnchor: Bool { verifier.trustAnchors.certificates.contains(victim) }

    /// Whether the victim is the certificate that is judged.
    public var isTarget: Bool { victim == question.target }

    /// Whether the verifier trusts its own copy, so that nobody checks the signature of this one.
    var isTrustedAnyway: Bool { isAnchor && (changesAnchors || !isTarget) }

    /// Whether the path leads over the victim at all.
    public var isInPath: Bool { before.path.contains(victim) }

    /// Verifies with other octets in the victim's place.
    ///
    /// - Parameter others: further certificates that are sent along.
    public func outcome(_ octets: [UInt8], sendingAlong others: [Certificate] = []) -> TamperingOutcome {
        do throws(DERError) { return outcome(try Certificate(der: octets), sendingAlong: others) } catch {
            return TamperingOutcome(catcher: .reader(error), later: [], certificate: nil, verdict: nil)
        }
    }

    private func outcome(_ changed: Certificate, sendingAlong others: [Certificate]) -> TamperingOutcome {
        var question = question
        if isTarget { question.target = changed }
        let intermediates = question.intermediates.certificates
        if !others.isEmpty || intermediates.contains(victim) {
            question.intermediates = CertificatePool(intermediates.map { $0 == victim ? changed : $0 } + others)
        }
        var verifier = verifier
        if changesAnchors, isAnchor {
            verifier = verifier.trusting(verifier.trustAnchors.certificates.map { $0 == victim ? changed : $0 })
        }
        let verdict = verifier.verify(question)
        let faults = verdict.findings.filter { $0.severity == .error && !knownFaults.contains(Fault($0)) }
        return TamperingOutcome(
            catcher: faults.first.map { .check($0) }, later: Array(faults.dropFirst()), certificate: changed,
            verdict: verdict)
    }
}
