/// What one verification keeps while it runs, shared by the search and by the validation of each path.
final class Workbook<Sink: TraceSink> {
    /// The keys and signatures that are known already.
    var ledger = SignatureLedger()
    /// What has been spent.
    var effort: Effort
    /// Who is told of the steps.
    var sink: Sink

    init(limits: SearchLimits, sink: Sink) {
        effort = Effort(limits: limits)
        self.sink = sink
    }
}
