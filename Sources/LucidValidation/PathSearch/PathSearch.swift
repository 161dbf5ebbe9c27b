import LucidDER
import LucidModel
import LucidSignature

/// Looks for a path from the target to a trust anchor, in the spirit of RFC 4158: depth first from the target upwards, the
/// likeliest issuer first, each complete path validated as soon as it is found. The first accepted one wins; otherwise the
/// one with the fewest errors is the answer.
///
/// An issuer whose key did not make the signature below it is dropped at once, so that impostors with the right name cost
/// one signature each and not a search of their own. Short ways are all tried before long ones, so that a mesh of
/// cross-certificates, which has too many long ways to try, does not hide a short one.
struct PathSearch<Sink: TraceSink> {
    let work: Workbook<Sink>

    /// The path that is being built, from the target upwards.
    private var path: [PathNode] = []
    private var accepted: Verdict.RefusedPath?
    private var policies: [ObjectIdentifier] = []
    private var refused: [Verdict.RefusedPath] = []
    private var dropped: [Verdict.RefusedPath] = []
    /// The issuers that were dropped, by the certificate that they did not sign: each is told once, in whatever path it
    /// stands.
    private var droppedIssuers: [SignatureLedger.Place: Set<SignatureLedger.Place>] = [:]
    /// How many intermediates a path may have for now.
    private var lengths = 0...0
    /// Whether a path could have been longer.
    private var isCutShort = false
    /// Whether paths are followed over signatures that do not hold, to say what is wrong where nothing else is left.
    private var ignoresSignatures = false

    init(verifier: Verifier, question: Question, sink: Sink) {
        work = Workbook(verifier: verifier, question: question, sink: sink)
    }

    var verifier: Verifier { work.verifier }
    var question: Question { work.question }

    mutating func run() -> Verdict {
        path = [node(CertificateFacts(question.target), .target)]
        search()
        if accepted == nil, refused.isEmpty, !dropped.isEmpty, !work.effort.isExhausted {
            // Every way leads over a signature that does not hold: show the ways as they are.
            ignoresSignatures = true
            dropped = []
            search()
        }
        let others = refused + dropped
        if let accepted {
            return Verdict(
                path: accepted.path, findings: accepted.findings, policies: policies, otherPaths: others)
        }
        guard let best = refused.indices.min(by: { refused[$0].errorCount < refused[$1].errorCount }) else {
            return noPath()
        }
        let answer = refused.remove(at: best)
        return Verdict(
            path: answer.path, findings: answer.findings + budget(), policies: [], otherPaths: refused + dropped)
    }

    /// How many intermediates real chains have at most.
    private static var usualCount: Int { 3 }

    /// Tries the ways of usual length, then the longer ones.
    private mutating func search() {
        let limit = max(0, verifier.limits.intermediateCount)
        lengths = 0...min(Self.usualCount, limit)
        isCutShort = false
        extend()
        guard isCutShort, limit > Self.usualCount else { return }
        lengths = Self.usualCount + 1...limit
        isCutShort = false
        extend()
    }

    /// Tries every issuer of the path's last certificate.
    private mutating func extend() {
        guard let last = path.last else { return }
        let intermediates = path.count - 1
        if intermediates >= lengths.lowerBound {
            for index in ranked(verifier.trustAnchors, last.issuer, last.certificate) {
                guard isGoingOn() else { return }
                tryAnchor(index)
            }
        }
        let candidates = ranked(question.intermediates, last.issuer, last.certificate)
        guard intermediates < lengths.upperBound else {
            isCutShort = isCutShort || !candidates.isEmpty
            return
        }
        for index in candidates {
            guard isGoingOn() else { return }
            tryIntermediate(index)
        }
    }

    /// A node for a certificate; names that the pools have prepared already are taken from there.
    private func node(
        _ facts: CertificateFacts, _ place: SignatureLedger.Place, subject: PreparedName? = nil
    ) -> PathNode {
        let issuer = facts.certificate.issuer
        return PathNode(
            facts, place, subject: subject,
            issuer: question.intermediates.prepared(issuer) ?? verifier.trustAnchors.prepared(issuer))
    }

    private mutating func tryAnchor(_ index: Int) {
        let anchor = PathNode(
            verifier.anchorFacts[index], .anchor(index), subject: verifier.trustAnchors.subjects[index])
        // A trusted self-signed target is its own anchor: the path has one certificate, not two.
        let isItsOwn = path.last?.certificate == anchor.certificate
        if isItsOwn || !isLoop(anchor), isSigned(by: anchor) { validate(anchor) }
    }

    private mutating func tryIntermediate(_ index: Int) {
        let certificate = question.intermediates.certificates[index], subject = question.intermediates.subjects[index]
        // A trust anchor that was sent along ends the path, as tried before; behind it nothing better can follow.
        guard !verifier.trustAnchors.contains(certificate, subject) else { return }
        let candidate = node(CertificateFacts(certificate), .intermediate(index), subject: subject)
        guard !isLoop(candidate), isSigned(by: candidate) else { return }
        path.append(candidate)
        extend()
        path.removeLast()
    }

    /// Whether the search goes on: nothing was accepted, and no bound is reached.
    private mutating func isGoingOn() -> Bool {
        work.effort.steps += 1
        return accepted == nil && !work.effort.isExhausted
    }

    /// The same name with the same key a second time would be a loop (RFC 4158 §5.2).
    private func isLoop(_ candidate: PathNode) -> Bool {
        path.contains {
            $0.certificate.subjectPublicKeyInfo == candidate.certificate.subjectPublicKeyInfo
                && $0.subject == candidate.subject
        }
    }

    /// Whether the candidate's key made the signature on the path's last certificate. If not, the candidate is dropped.
    private mutating func isSigned(by candidate: PathNode) -> Bool {
        guard let last = path.last, !ignoresSignatures,
            let problem = work.ledger.problem(of: last, signer: candidate, &work.effort)
        else { return true }
        guard droppedIssuers[last.place, default: []].insert(candidate.place).inserted else { return false }
        let finding = Finding.signature(
            of: last.certificate, index: path.count - 1, signer: candidate.certificate, key: candidate.facts.key,
            problem)
        let certificates = path.map(\.certificate) + [candidate.certificate]
        dropped.append(Verdict.RefusedPath(path: certificates, findings: [finding]))
        work.sink.record(.candidateDropped(subjects: certificates.map(\.subject.description), finding: finding))
        return false
    }

    /// Validates the path that ends at this trust anchor.
    private mutating func validate(_ anchor: PathNode) {
        var whole = path.map(\.certificate)
        if whole.last != anchor.certificate { whole.append(anchor.certificate) }
        work.sink.record(.pathFound(subjects: whole.map(\.subject.description)))
        work.effort.paths += 1
        var validator = PathValidator(nodes: path, anchor: anchor, work: work)
        let findings = validator.run()
        let outcome = Verdict.RefusedPath(path: whole, findings: findings)
        let isAccepted = outcome.errorCount == 0
        work.sink.record(.pathFinished(isAccepted: isAccepted))
        if isAccepted {
            accepted = outcome
            policies = validator.policyState.userConstrainedPolicySet.inOrder
        } else {
            refused.append(outcome)
        }
    }

    /// The answer where no trust anchor can be reached: which issuer is missing. What the target itself says is checked all
    /// the same, so that its other faults are told at once.
    private mutating func noPath() -> Verdict {
        let dead = longestChain()
        let missing = dead.last ?? question.target
        let finding = Finding(
            check: .trustAnchor, severity: .error, certificateIndex: dead.count - 1,
            parameters: [
                .init("issuer", .text(missing.issuer.description)),
                .init("selfIssued", .text(missing.isSelfIssued ? "yes" : "no")),
                .init("sentAlong", .text(dead.count > 1 ? "yes" : "no")),
                .init("anchors", .number(verifier.trustAnchors.certificates.count)),
            ])
        work.sink.record(
            .checked(
                .trustAnchor, certificateIndex: dead.count - 1, parameters: finding.parameters, finding: finding))
        let target = PathNode(CertificateFacts(question.target), .target)
        var validator = PathValidator(nodes: [target], anchor: target, work: work)
        let findings = [finding] + validator.runWithoutAnchor() + budget()
        work.sink.record(.pathFinished(isAccepted: false))
        return Verdict(path: dead, findings: findings, policies: [], otherPaths: dropped)
    }

    /// The findings that a bound was reached, where one was.
    private func budget() -> [Finding] {
        var findings: [Finding] = []
        if work.effort.isExhausted {
            findings.append(work.effort.finding)
        } else if isCutShort {
            // After the last search this says that longer paths than the longest allowed were there.
            findings.append(work.effort.lengthFinding)
        }
        for finding in findings {
            work.sink.record(
                .checked(finding.check, certificateIndex: nil, parameters: finding.parameters, finding: finding))
        }
        return findings
    }

    /// The target and the first issuers that can be found, without regard to trust.
    private func longestChain() -> [Certificate] {
        var chain = [question.target]
        while let last = chain.last, chain.count <= verifier.limits.intermediateCount, !last.isSelfIssued,
            let next = ranked(question.intermediates, PreparedName(last.issuer), last).lazy.map({
                question.intermediates.certificates[$0]
            }).first(where: { !chain.contains($0) })
        {
            chain.append(next)
        }
        return chain
    }
}

extension Verdict.RefusedPath {
    /// How many errors speak against it.
    var errorCount: Int { findings.count { $0.severity == .error } }
}
