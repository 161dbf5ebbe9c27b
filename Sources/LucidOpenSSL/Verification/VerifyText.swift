import LucidX509

/// What `openssl verify` prints about a certificate.
struct VerifyText {
    let outcome: VerifyOutcome
    let names: VerifyNames
    let file: String

    init(_ outcome: VerifyOutcome, names: VerifyNames, file: String) {
        self.outcome = outcome
        self.names = names
        self.file = file
    }

    /// For standard error: two lines for each error, and policies where they were asked for.
    var errors: String {
        var text = ""
        for (index, event) in outcome.events.enumerated() {
            // What is missing is told behind the error about it.
            text += reports(after: index)
            if let certificate = event.certificate { text += names.text(certificate.subject) + "\n" }
            let prefix = event.isInCRLPath ? "[CRL path] " : ""
            text += "\(prefix)error \(event.error.rawValue) at \(event.depth) depth lookup: \(event.error.text)\n"
        }
        text += reports(after: outcome.events.count)
        return outcome.isAccepted ? text : text + "error \(file): verification failed\n"
    }

    private func reports(after count: Int) -> String {
        outcome.policyReports.filter { $0.afterEvents == count }.map { PolicyReportText.lines($0.policies) }.joined()
    }

    /// For standard output.
    var result: String { outcome.isAccepted ? "\(file): OK\n" : "" }

    /// For `-show_chain`.
    var chain: String {
        "Chain:\n"
            + outcome.chain.enumerated().map { depth, certificate in
                let mark = depth < outcome.untrustedCount ? " (untrusted)" : ""
                return "depth=\(depth): \(names.text(certificate.subject))\(mark)\n"
            }.joined()
    }
}
