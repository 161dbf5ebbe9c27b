/// The checks that were made on the evidence about one certificate.
struct RevocationLog {
    private(set) var notes: [Note] = []
    /// Whether checks that passed are kept as well, for who listens to every step.
    let keepsPassed: Bool

    /// One check.
    struct Note {
        let check: Check
        let outcome: Outcome
        let parameters: [Finding.Parameter]
    }

    /// How a check ended.
    enum Outcome {
        case passed
        /// The evidence is good for other certificates, and says nothing about this one.
        case aside
        /// The evidence is about this certificate, and can not be used.
        case unusable
    }

    /// So many failed checks are kept: with thousands of CRLs, nobody reads more.
    private static let limit = 32
    private var failureCount = 0

    init(keepsPassed: Bool) { self.keepsPassed = keepsPassed }

    /// Notes a check, and returns whether it passed.
    @discardableResult
    mutating func note(
        _ check: Check, _ isGood: Bool, otherwise failure: Outcome = .unusable,
        _ parameters: @autoclosure () -> [Finding.Parameter]
    ) -> Bool {
        if isGood {
            if keepsPassed { notes.append(Note(check: check, outcome: .passed, parameters: parameters())) }
        } else if failureCount < Self.limit || (failure == .unusable && !hasUnusable) {
            failureCount += 1
            notes.append(Note(check: check, outcome: failure, parameters: parameters()))
        }
        return isGood
    }

    /// Whether a piece of evidence could not be used.
    var hasUnusable: Bool { notes.contains { $0.outcome == .unusable } }
}
