import LucidDER
import LucidModel

/// The third field of a line of `index.txt`: `date[,reason[,value]]` (openssl-ca(1), and its source `apps/ca.c`).
enum OpenSSLRevocation {
    /// What the field says.
    enum Reading: Equatable {
        case revoked(CertificateRecord.Revocation)
        /// `removeFromCRL`: it had been on hold, and is not any more (RFC 5280 §5.3.1).
        case released
    }

    /// Reads a field that is not empty.
    static func read(_ text: String) throws(OpenSSLIndexProblem.Reason) -> Reading {
        let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard let time = OpenSSLTime.time(parts[0]) else { throw .badTime(parts[0]) }
        guard parts.count > 1 else { return .revoked(.init(time: time)) }
        let value = parts.count > 2 ? parts[2] : nil
        // openssl reads the reasons in any case.
        switch parts[1].lowercased() {
        case "removefromcrl": return .released
        case "holdinstruction":
            // RFC 5280 has no hold instructions any more; the certificate is on hold whatever they said.
            guard value != nil else { throw .reasonWithoutValue(parts[1]) }
            return .revoked(.init(time: time, reason: .certificateHold))
        case "keytime", "cakeytime":
            guard let value else { throw .reasonWithoutValue(parts[1]) }
            guard let since = OpenSSLTime.time(value) else { throw .badTime(value) }
            let reason: ReasonCode.Reason = parts[1].lowercased() == "keytime" ? .keyCompromise : .cACompromise
            return .revoked(.init(time: time, reason: reason, invalidSince: since))
        case let name:
            guard let reason = reasons.first(where: { $0.name.lowercased() == name })?.reason else {
                throw .unknownReason(parts[1])
            }
            return .revoked(.init(time: time, reason: reason))
        }
    }

    /// The field for a revocation.
    ///
    /// - Returns: the text, and whether openssl has words for all of it. It has none for `privilegeWithdrawn` and
    ///   `aACompromise`, and for the time of invalidity beside lost keys alone.
    static func text(_ revocation: CertificateRecord.Revocation) -> (text: String, isWhole: Bool) {
        let date = OpenSSLTime.text(revocation.time)
        if let since = revocation.invalidSince {
            switch revocation.reason {
            case .keyCompromise: return ("\(date),keyTime,\(OpenSSLTime.generalized(since))", true)
            case .cACompromise: return ("\(date),CAkeyTime,\(OpenSSLTime.generalized(since))", true)
            default: break
            }
        }
        let isWhole = revocation.invalidSince == nil
        if revocation.reason == .unspecified { return (date, isWhole) }
        guard let name = reasons.first(where: { $0.reason == revocation.reason })?.name else { return (date, false) }
        return ("\(date),\(name)", isWhole)
    }

    private static let reasons: [(name: String, reason: ReasonCode.Reason)] = [
        ("unspecified", .unspecified), ("keyCompromise", .keyCompromise), ("CACompromise", .cACompromise),
        ("affiliationChanged", .affiliationChanged), ("superseded", .superseded),
        ("cessationOfOperation", .cessationOfOperation), ("certificateHold", .certificateHold),
    ]
}
