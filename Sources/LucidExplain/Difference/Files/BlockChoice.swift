/// Which structures of two files are compared where not all are.
public enum BlockChoice {
    /// The first of each file of a kind that both have, certificates before all others; where they have no kind in common, the first
    /// of each. nil for a file without any.
    public static func firstPair(
        _ a: [ExplainedFile.Block], _ b: [ExplainedFile.Block]
    ) -> (a: Int, b: Int)? {
        for kind in preferred {
            let (first, second) = (firstIndex(a, kind), firstIndex(b, kind))
            if let first, let second { return (first, second) }
        }
        guard let first = firstPreferred(a), let second = firstPreferred(b) else { return nil }
        return (first, second)
    }

    private static let preferred: [Explanation.Kind] = [.certificate, .certificateRequest, .revocationList, .publicKey]

    private static func firstIndex(_ blocks: [ExplainedFile.Block], _ kind: Explanation.Kind) -> Int? {
        blocks.firstIndex { DifferenceProblem.isOneKind($0.explanation.kind, kind) }
    }

    private static func firstPreferred(_ blocks: [ExplainedFile.Block]) -> Int? {
        preferred.lazy.compactMap { firstIndex(blocks, $0) }.first ?? blocks.indices.first
    }
}
