import LucidX509

/// What `--explain` adds to a verification: each error in a sentence with its clause, Lucid's own verdict where it differs, and
/// which clients refuse the chain.
struct VerifyExplanation {
    let outcome: VerifyOutcome
    let options: VerificationOptions
    let sources: VerifySources

    /// For standard error.
    var text: String {
        var lines = outcome.events.map(Self.line)
        lines += ownVerdict
        lines += clients
        return lines.map { "  \($0)\n" }.joined()
    }

    private static func line(_ event: VerifyEvent) -> String {
        let (sentence, check) = event.error.explanation
        let whose = event.certificate.map {
            "\($0.subject.description.isEmpty ? "the certificate" : $0.subject.description): "
        }
        let clause = check.map { " (\($0.clause))" } ?? ""
        return "error \(event.error.rawValue): \(whose ?? "")\(sentence)\(clause)"
    }

    /// A line where Lucid decides otherwise.
    private var ownVerdict: [String] {
        guard let target = outcome.chain.first, let last = outcome.chain.last else { return [] }
        var anchors = Array(outcome.chain.dropFirst(outcome.untrustedCount))
        anchors += sources.trust.certificates(named: CanonicalName(last.issuer)).map(\.certificate)
        var verifier = Verifier(trustAnchors: anchors, purpose: options.verifierPurpose, profile: .rfc5280)
        verifier.revocation = options.has(.crlCheck) ? .require : .off
        var identities = [options.host.flatMap { ReferenceIdentity($0) }]
        identities.append(options.mailbox.flatMap { ReferenceIdentity(mailbox: $0) })
        identities.append(options.address.flatMap { IPAddress(octets: $0) }.map { .ipAddress($0) })
        var question = Question(
            target, CertificatePool(sources.untrusted), identities.compactMap { $0 }, at: options.time ?? .now)
        question.evidence = RevocationEvidence(lists: sources.lists)
        let verdict = verifier.verify(question)
        guard verdict.isAccepted != outcome.isAccepted else { return [] }
        guard let finding = verdict.findings.first(where: { $0.severity == .error }) else {
            return ["Lucid's own verdict: accepted; see lucid verify"]
        }
        return ["Lucid's own verdict: refused: \(finding.sentence) (\(finding.check.clause)); see lucid verify"]
    }

    /// The clients that refuse the chain of a server, each with its first reason.
    private var clients: [String] {
        guard options.purpose == nil || options.purpose == .sslserver else { return [] }
        return ClientJudgement(path: outcome.chain).refusals.map { client, violation in
            let whose =
                violation.certificateIndex == 0 ? "" : " (the certificate at depth \(violation.certificateIndex))"
            return "refused by \(client.name): \(violation.rule.statement)\(whose), \(violation.rule.source)"
        }
    }
}

extension VerificationOptions {
    /// The purpose as Lucid's own verifier knows it.
    fileprivate var verifierPurpose: Verifier.Purpose {
        switch purpose {
        case .sslserver, .nssslserver: .server
        case .sslclient: .client
        default: .any
        }
    }
}
