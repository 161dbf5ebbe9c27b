import LucidDER
import LucidModel
import LucidSignature
import Synchronization

/// Remembers whether a signature holds with a key, so that a CRL of some megabytes is hashed once for each key, not
/// once for each certificate that it is asked about.
final class SignatureMemory: Sendable {
    private let outcomes = Mutex<[PublicKey: Outcome]>([:])

    private enum Outcome: Sendable {
        case holds
        case fails(SignatureProblem)
    }

    /// So many keys are remembered; a caller with more than that is playing tricks.
    private static let limit = 64

    /// What is wrong with the signature for this key, from memory or from `check`.
    func problem(
        with key: PublicKey, _ check: (PublicKey) throws(SignatureProblem) -> Void
    ) -> SignatureProblem? {
        let known = outcomes.withLock { $0[key] }
        let outcome = known ?? Self.outcome(key, check)
        if known == nil {
            outcomes.withLock { if $0.count < Self.limit { $0[key] = outcome } }
        }
        if case .fails(let problem) = outcome { return problem }
        return nil
    }

    private static func outcome(
        _ key: PublicKey, _ check: (PublicKey) throws(SignatureProblem) -> Void
    ) -> Outcome {
        do throws(SignatureProblem) {
            try check(key)
            return .holds
        } catch { return .fails(error) }
    }
}
