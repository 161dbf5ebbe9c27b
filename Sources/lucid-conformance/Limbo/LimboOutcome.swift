import LucidX509

/// What Lucid made of a case, beside what limbo expects.
struct LimboOutcome {
    let id: String
    let namespace: String
    let profile: String
    let isAcceptanceExpected: Bool
    let isAccepted: Bool
    /// Nil where no verdict was needed: the certificate can not be read, or no certificate can be for the name.
    let verdict: Verdict?
    /// What besides the verdict's findings is to be told, each a sentence.
    var notes: [String] = []
    /// Why Lucid disagrees on purpose.
    var kept: KeptDisagreement?

    enum Kind: String, CaseIterable {
        case agreement = "agree"
        case falseAccept = "false accept"
        case falseReject = "false reject"
        case skipped
        /// A disagreement is listed as kept, and is none.
        case staleEntry = "stale entry"

        var isGood: Bool { self == .agreement || self == .skipped }
    }

    var kind: Kind {
        let agrees = isAccepted == isAcceptanceExpected
        if kept != nil { return agrees ? .staleEntry : .skipped }
        return agrees ? .agreement : isAccepted ? .falseAccept : .falseReject
    }
}
