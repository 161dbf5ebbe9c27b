import LucidModel
import LucidValidation
import Testing

@Suite("What the search finds depends on the certificates alone")
struct SearchPropertyTests {
    private static let seeds = Array(UInt64(0)..<300)

    @Test("neither the order of the intermediates nor unrelated certificates change the verdict", arguments: seeds)
    func order(seed: UInt64) throws {
        let forest = try RandomForest.shared.get()
        var generator = SeededGenerator(seed)
        var trial = try forest.trial(&generator)
        let verdict = trial.verdict()
        for _ in 0..<3 {
            trial.intermediates.shuffle(using: &generator)
            #expect(trial.verdict() == verdict)
        }
        trial.intermediates = (trial.intermediates + forest.strangers).shuffled(using: &generator)
        #expect(trial.verdict() == verdict)
    }

    @Test("the verdict never improves when a certificate is taken away", arguments: seeds)
    func fewer(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let trial = try RandomForest.shared.get().trial(&generator)
        let verdict = trial.verdict()
        for index in trial.intermediates.indices.shuffled(using: &generator).prefix(4) {
            var fewer = trial
            fewer.intermediates.remove(at: index)
            let less = fewer.verdict()
            #expect(verdict.isAccepted || !less.isAccepted)
            // Among paths whose signatures hold, the one with the fewest errors is told.
            if verdict.isSigned, less.isSigned {
                #expect(verdict.findings.count <= less.findings.count)
            }
        }
    }

    @Test("the cases are of all kinds")
    func variety() throws {
        var kinds: [Set<Check>: Int] = [:]
        for seed in Self.seeds {
            var generator = SeededGenerator(seed)
            let verdict = try RandomForest.shared.get().trial(&generator).verdict()
            kinds[Set(verdict.findings.map(\.check)), default: 0] += 1
        }
        for kind: Set<Check> in [[], [.notAfter], [.pathLength], [.excludedSubtrees], [.signature], [.trustAnchor]] {
            #expect(kinds[kind, default: 0] >= 5, "\(kind)")
        }
    }
}

extension Verdict {
    /// Whether the path leads to a trust anchor over signatures that hold.
    fileprivate var isSigned: Bool {
        !findings.contains { [.signature, .trustAnchor, .searchBudget].contains($0.check) }
    }
}
