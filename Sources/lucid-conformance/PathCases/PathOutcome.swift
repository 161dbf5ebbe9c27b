import LucidX509

/// What Lucid made of a case of path validation, beside what its suite expects.
struct PathOutcome {
    let id: String
    /// What the case is counted under: a namespace or a section.
    let group: String
    let profile: String
    let isAcceptanceExpected: Bool
    let isAccepted: Bool
    /// Nil where no verdict was needed: the certificate can not be read, or no certificate can be for the name.
    let verdict: Verdict?
    /// The checks that were made and held wherever they were made; empty where nobody asked.
    var held: Set<Check> = []
    /// What besides the verdict's findings is to be told, each a sentence.
    var notes: [String] = []
    /// What is wrong though the verdict is right.
    var wrongDetail: String?
    /// Why the case does not count.
    var excuse: Excuse?

    enum Excuse: Hashable {
        /// Lucid disagrees on purpose. Where it does not, the excuse is stale.
        case keptDisagreement(String)
        /// Lucid can not compute what the case needs.
        case inability(String)

        var sentence: String {
            switch self {
            case .keptDisagreement(let reason): "kept: \(reason)"
            case .inability(let reason): reason
            }
        }
    }

    enum Kind: String, CaseIterable {
        case agreement = "agree"
        case falseAccept = "false accept"
        case falseReject = "false reject"
        case skipped
        /// The verdict is right, but something else that the case compares is not.
        case wrongDetail = "wrong detail"
        case staleExcuse = "stale excuse"

        var isGood: Bool { self == .agreement || self == .skipped }
    }

    var kind: Kind {
        let agrees = isAccepted == isAcceptanceExpected
        switch excuse {
        case .inability: return .skipped
        case .keptDisagreement: return agrees ? .staleExcuse : .skipped
        case nil:
            return !agrees ? (isAccepted ? .falseAccept : .falseReject) : wrongDetail == nil ? .agreement : .wrongDetail
        }
    }
}
