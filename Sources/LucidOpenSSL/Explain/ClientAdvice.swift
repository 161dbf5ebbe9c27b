import LucidX509

/// Which clients will refuse a certificate, by which rule, and what to change in the command line or configuration.
enum ClientAdvice {
    /// The lines for people.
    ///
    /// Whether a self-signed certificate will be shown by a server or be a root nobody says, so one that may sign certificates is
    /// judged as both; but how to make a good server's certificate of it is not told, because that would spoil the CA's.
    static func lines(_ certificate: Certificate, issuer: Certificate?, fixes: ClientFixes) -> [String] {
        let isAuthority = certificate.extensions.basicConstraints?.cA == true
        var lines: [String] = []
        if isAuthority {
            let judgement = ClientJudgement(authority: certificate, issuer: issuer)
            lines += section("As a CA's certificate", judgement, certificate, fixes)
            return lines + serverLines(certificate, besides: judgement)
        }
        let path = [certificate] + (issuer.map { [$0] } ?? [])
        lines += section("As a server's certificate", ClientJudgement(path: path), certificate, fixes)
        return lines
    }

    /// What a CA's certificate would be judged by if a server showed it: a line a rule, those left out that were told already.
    private static func serverLines(_ certificate: Certificate, besides judgement: ClientJudgement) -> [String] {
        let told = judgement.violations.map(\.rule.number)
        let broken = ClientJudgement(path: [certificate]).violations.filter { !told.contains($0.rule.number) }
        guard !broken.isEmpty else { return [] }
        return ["", "A server that shows it would be judged by these rules too:"]
            + broken.map { "  \($0.rule.number). \($0.rule.statement) (\(clients(of: $0.rule)))" }
    }

    private static func clients(of rule: ClientRule) -> String {
        Client.allCases.filter(rule.enforcedBy.contains).map(\.name).joined(separator: ", ")
    }

    private static func section(
        _ title: String, _ judgement: ClientJudgement, _ certificate: Certificate, _ fixes: ClientFixes
    ) -> [String] {
        let broken = judgement.violations
        guard !broken.isEmpty else { return ["", "\(title) it keeps every rule of the clients that Lucid knows."] }
        var lines = ["", "\(title) it breaks rules of some clients:"]
        for violation in broken {
            let whose = violation.certificateIndex > 0 ? "the issuer's certificate: " : ""
            lines.append("  \(violation.rule.number). \(whose)\(violation.rule.statement)")
            lines.append("     refused by \(clients(of: violation.rule)) (\(violation.rule.source))")
            let fix =
                violation.certificateIndex > 0
                ? "make the CA's certificate anew so that it keeps this rule" : fixes.fix(violation.rule, certificate)
            lines.append("     to change: \(fix)")
        }
        return lines
    }
}
