import ArgumentParser
import LucidX509

/// A reason for revoking as an argument, by its name in RFC 5280 §5.3.1.
enum RevocationReasonArgument {
    /// removeFromCRL is left out: it stands in delta CRLs alone, for what was released.
    static let allowed = ReasonCode.Reason.allCases.filter { $0 != .removeFromCRL }

    /// In any case of letters, and with or without hyphens: `keyCompromise`, `key-compromise`.
    static func parse(_ text: String) throws -> ReasonCode.Reason {
        let wanted = plain(text)
        if wanted == plain("\(ReasonCode.Reason.removeFromCRL)") {
            throw ValidationError(
                "a certificate comes off the lists with `lucid ca release`, and only from certificateHold")
        }
        guard let reason = allowed.first(where: { plain("\($0)") == wanted }) else {
            throw ValidationError("allowed are \(allowed.map { "\($0)" }.joined(separator: ", "))")
        }
        return reason
    }

    private static func plain(_ text: String) -> String { text.lowercased().filter { $0 != "-" } }
}
