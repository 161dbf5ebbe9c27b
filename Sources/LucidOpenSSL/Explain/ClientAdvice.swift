import LucidX509

/// Which clients will refuse a certificate, by which rule, and what to change in the command line or configuration.
enum ClientAdvice {
    /// The lines for people.
    ///
    /// Whether a self-signed certificate will be shown by a server or be a root nobody says, so one that may sign certificates is
    /// judged as both.
    static func lines(_ certificate: Certificate, issuer: Certificate?, fixes: ClientFixes) -> [String] {
        let isAuthority = certificate.extensions.basicConstraints?.cA == true
        var lines: [String] = []
        if isAuthority {
            let judgement = ClientJudgement(authority: certificate, issuer: issuer)
            lines += section("As a CA's certificate", judgement, certificate, fixes)
        }
        let path = [certificate] + (issuer.map { [$0] } ?? [])
        lines += section("As a server's certificate", ClientJudgement(path: path), certificate, fixes)
        return lines
    }

    private static func section(
        _ title: String, _ judgement: ClientJudgement, _ certificate: Certificate, _ fixes: ClientFixes
    ) -> [String] {
        let broken = judgement.violations
        guard !broken.isEmpty else { return ["", "\(title) it keeps every rule of the clients that Lucid knows."] }
        var lines = ["", "\(title) it breaks rules of some clients:"]
        for violation in broken {
            let clients = Client.allCases.filter(violation.rule.enforcedBy.contains).map(\.name)
            let whose = violation.certificateIndex > 0 ? "the issuer's certificate: " : ""
            lines.append("  \(violation.rule.number). \(whose)\(violation.rule.statement)")
            lines.append("     refused by \(clients.joined(separator: ", ")) (\(violation.rule.source))")
            let fix =
                violation.certificateIndex > 0
                ? "make the CA's certificate anew so that it keeps this rule" : fixes.fix(violation.rule, certificate)
            lines.append("     to change: \(fix)")
        }
        return lines
    }
}
