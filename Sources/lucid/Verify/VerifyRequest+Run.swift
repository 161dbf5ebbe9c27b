import ArgumentParser
import LucidExplain
import LucidX509

extension VerifyRequest {
    /// Answers, and ends with the exit code 1 where something is refused.
    func run() throws {
        let page = try html.map { try VerifyHTML(self, $0) }
        let verifier = try verifier()
        let base = BaseQuestion(
            intermediates: try between(), identities: try identities(),
            evidence: try evidence(),
            time: at ?? .now)
        if ndjson {
            try BulkVerification(verifier: verifier.knowingPublicSuffixes(), base: base).run()
        } else {
            try verify(verifier, base, page)
        }
    }

    private func verify(_ verifier: Verifier, _ base: BaseQuestion, _ page: VerifyHTML?) throws {
        var page = page
        var outputs: [JSONValue] = []
        var areAllAccepted = true
        let files = try leaves.map { ($0, try InputFiles.certificates($0, role: "the certificate to verify")) }
        for (number, (name, presented)) in files.enumerated() {
            guard let target = presented.first else { throw ExitCode.unusable }
            let question = base.question(about: target, presented.dropFirst())
            var steps = Trace()
            let verifier = target.hasWildcard ? verifier.knowingPublicSuffixes() : verifier
            let isTold = trace || explain || page != nil
            let verdict = isTold ? verifier.verify(question, trace: &steps) : verifier.verify(question)
            page?.add(verdict, steps, name, verifier, base.time)
            if json {
                let json = VerdictReport.json(verdict, trace: isTold ? steps : nil)
                outputs.append(explain ? VerificationStory(steps, isDeep: deep).adding(to: json) : json)
            } else if page?.isOnStandardOutput != true {
                if number > 0 { Terminal.write("") }
                show(verdict, steps, name, base.time)
            }
            areAllAccepted = areAllAccepted && verdict.isAccepted
        }
        try page?.write()
        if json { Terminal.write(outputs.count == 1 ? outputs[0].text : JSONValue.array(outputs).text) }
        if !areAllAccepted { throw ExitCode.refused }
    }

    private func show(_ verdict: Verdict, _ steps: Trace, _ file: String, _ time: CalendarTime) {
        let style = Terminal.style
        let asked = host + email
        let name = asked.isEmpty ? "" : " for " + asked.joined(separator: ", ")
        let subject = "\(InputFiles.name(file))\(name), as of \(time)"
        if explain, html == nil {
            let story = VerificationStory(steps, isDeep: deep)
            Terminal.write(VerificationStoryText.text(story, style: style, width: Terminal.width ?? 120) + "\n")
        } else if trace {
            Terminal.write(TraceText.text(steps, style: style) + "\n")
        }
        Terminal.write(VerdictReport.text(verdict, subject: subject, style: style))
    }
}

/// What all questions of one call have in common.
struct BaseQuestion: Sendable {
    let intermediates: [Certificate]
    let identities: [ReferenceIdentity]
    let evidence: RevocationEvidence
    let time: CalendarTime

    /// A question about one certificate.
    func question(about target: Certificate, _ presented: some Sequence<Certificate>) -> Question {
        var question = Question(target, CertificatePool(presented + intermediates), identities, at: time)
        question.evidence = evidence
        return question
    }
}

extension Verifier {
    /// The same with the system's list of public suffixes, where there is one and the profile asks for it. Reading it takes
    /// longer than most verifications, so it is left out where nothing depends on it.
    func knowingPublicSuffixes() -> Verifier {
        guard profile.checks.contains(.publicSuffixWildcard), let list = try? PublicSuffixList.system() else {
            return self
        }
        var verifier = self
        verifier.publicSuffixes = list
        return verifier
    }
}

extension Certificate {
    /// Whether one of its DNS names has a wildcard.
    var hasWildcard: Bool {
        extensions.subjectAltName?.names.contains { name in
            if case .dNSName(let text) = name { text.text.hasPrefix("*") } else { false }
        } ?? false
    }
}
