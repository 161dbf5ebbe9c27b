import LucidOpenSSLText
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
    var errors: [UInt8] {
        var text = TextOutput()
        for (index, event) in outcome.events.enumerated() {
            // What is missing is told behind the error about it.
            text.put(reports(after: index))
            if let certificate = event.certificate {
                text.put(octets: names.text(certificate.subject))
                text.endLine()
            }
            let prefix = event.isInCRLPath ? "[CRL path] " : ""
            text.put("\(prefix)error \(event.error.rawValue) at \(event.depth) depth lookup: \(event.error.text)\n")
        }
        text.put(reports(after: outcome.events.count))
        if !outcome.isAccepted { text.put("error \(file): verification failed\n") }
        return text.octets
    }

    private func reports(after count: Int) -> String {
        outcome.policyReports.filter { $0.afterEvents == count }.map { PolicyReportText.lines($0.policies) }.joined()
    }

    /// For standard output.
    var result: String { outcome.isAccepted ? "\(file): OK\n" : "" }

    /// For `-show_chain`.
    var chain: [UInt8] {
        var text = TextOutput()
        text.put("Chain:\n")
        for (depth, certificate) in outcome.chain.enumerated() {
            text.put("depth=\(depth): ")
            text.put(octets: names.text(certificate.subject))
            text.put(depth < outcome.untrustedCount ? " (untrusted)\n" : "\n")
        }
        return text.octets
    }
}
