import LucidModel

/// What one verification keeps while it runs, shared by the search and by the validation of each path.
final class Workbook<Sink: TraceSink> {
    /// Who verifies.
    let verifier: Verifier
    /// What is asked.
    let question: Question
    /// The signatures that are known already.
    var ledger = SignatureLedger()
    /// What has been spent.
    var effort: Effort
    /// The certificates whose paths are being validated for their CRLs, one for the other, so that no circle is followed.
    var crlIssuersUnderway: [Certificate] = []
    /// Which certificates have a path to a trust anchor, and may have signed CRLs.
    var crlIssuers: [CRLIssuerQuestion: Bool] = [:]
    /// Who is told of the steps.
    var sink: Sink

    init(verifier: Verifier, question: Question, sink: Sink) {
        self.verifier = verifier
        self.question = question
        effort = Effort(limits: verifier.limits)
        self.sink = sink
    }
}
