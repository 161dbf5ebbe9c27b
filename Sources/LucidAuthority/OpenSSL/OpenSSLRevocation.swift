public import LucidDER
public import LucidModel

/// The third field of a line of `index.txt`: `date[,reason[,value]]` (openssl-ca(1)).
public struct OpenSSLRevocation: Hashable, Sendable {
    /// When the certificate was revoked.
    public var time: CalendarTime
    /// Nil where the field names no reason.
    public var reason: ReasonCode.Reason?
    /// When the key was lost, where the field says `keyTime` or `CAkeyTime`.
    public var invalidSince: CalendarTime?
    /// What to do with a certificate on hold, where the field says `holdInstruction`: the name or number of an object, as it
    /// stands there. RFC 5280 has no such instructions any more.
    public var holdInstruction: String?

    public init(
        time: CalendarTime, reason: ReasonCode.Reason? = nil, invalidSince: CalendarTime? = nil,
        holdInstruction: String? = nil
    ) {
        self.time = time
        self.reason = reason
        self.invalidSince = invalidSince
        self.holdInstruction = holdInstruction
    }

    /// Reads a field that is not empty.
    public init(_ text: String) throws(OpenSSLIndexProblem.Reason) {
        let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard let time = OpenSSLTime.time(parts[0]) else { throw .badTime(parts[0]) }
        self.init(time: time)
        guard parts.count > 1 else { return }
        let value = parts.count > 2 ? parts[2] : nil
        switch parts[1].lowercased() {
        case "holdinstruction":
            guard let value else { throw .reasonWithoutValue(parts[1]) }
            reason = .certificateHold
            holdInstruction = value
        case "keytime", "cakeytime":
            guard let value else { throw .reasonWithoutValue(parts[1]) }
            guard let since = OpenSSLTime.time(value) else { throw .badTime(value) }
            reason = parts[1].lowercased() == "keytime" ? .keyCompromise : .cACompromise
            invalidSince = since
        default:
            guard let named = Self.reason(named: parts[1]) else { throw .unknownReason(parts[1]) }
            reason = named
        }
    }

    /// The reason that openssl calls so, in any case of letters.
    public static func reason(named name: String) -> ReasonCode.Reason? {
        reasons.first { $0.name.lowercased() == name.lowercased() }?.reason
    }

    /// The field; nil for a reason that openssl has no word for (`privilegeWithdrawn`, `aACompromise`), and for the time of
    /// invalidity beside lost keys.
    public var text: String? {
        let date = OpenSSLTime.text(time)
        if let invalidSince {
            switch reason {
            case .keyCompromise: return "\(date),keyTime,\(OpenSSLTime.generalized(invalidSince))"
            case .cACompromise: return "\(date),CAkeyTime,\(OpenSSLTime.generalized(invalidSince))"
            default: return nil
            }
        }
        if let holdInstruction { return "\(date),holdInstruction,\(holdInstruction)" }
        guard let reason else { return date }
        return Self.reasons.first { $0.reason == reason }.map { "\(date),\($0.name)" }
    }

    private static let reasons: [(name: String, reason: ReasonCode.Reason)] = [
        ("unspecified", .unspecified), ("keyCompromise", .keyCompromise), ("CACompromise", .cACompromise),
        ("affiliationChanged", .affiliationChanged), ("superseded", .superseded),
        ("cessationOfOperation", .cessationOfOperation), ("certificateHold", .certificateHold),
        ("removeFromCRL", .removeFromCRL),
    ]
}

extension OpenSSLRevocation {
    /// As Lucid keeps it. What a hold instruction says is lost: the certificate is on hold whatever it is.
    var record: CertificateRecord.Revocation {
        CertificateRecord.Revocation(time: time, reason: reason ?? .unspecified, invalidSince: invalidSince)
    }

    /// The field for a revocation that Lucid keeps.
    ///
    /// - Returns: the text, and whether openssl has words for all of it.
    static func text(_ revocation: CertificateRecord.Revocation) -> (text: String, isWhole: Bool) {
        let reason = revocation.reason == .unspecified ? nil : revocation.reason
        let whole = OpenSSLRevocation(time: revocation.time, reason: reason, invalidSince: revocation.invalidSince)
        if let text = whole.text { return (text, true) }
        let shorter = OpenSSLRevocation(time: revocation.time, reason: reason).text
        return (shorter ?? OpenSSLTime.text(revocation.time), false)
    }
}
