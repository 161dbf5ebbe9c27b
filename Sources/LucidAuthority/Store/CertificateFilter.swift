public import LucidDER
import LucidDatabase

/// Which certificates are looked for. Every part that is set must hold.
public struct CertificateFilter: Hashable, Sendable {
    public var state: CertificateRecord.State?
    /// A part of the label, the subject or an alternative name, in any case of letters.
    public var text: String?
    /// The whole label or a whole alternative name.
    public var name: String?
    public var authority: Int64?
    /// SHA-256 of the SubjectPublicKeyInfo.
    public var keyDigest: [UInt8]?
    /// Only those whose last second is at this time or earlier.
    public var endsBy: CalendarTime?
    /// Only those whose last second is at this time or later.
    public var endsFrom: CalendarTime?
    /// Whether another certificate took its place.
    public var isReplaced: Bool?
    /// Whether only end entities are wanted, or only the folder's own CAs.
    public var isAuthority: Bool?
    /// Whether only the CAs' own OCSP responders are wanted, or only the others.
    public var isResponder: Bool?
    /// Whether only those are wanted that are in the last third of their life: none is renewed before.
    public var isInLastThird = false

    public init() {}

    /// The order of the answers.
    public enum Order: Sendable {
        /// As they were recorded.
        case recorded
        /// The one that ends first comes first.
        case ending
    }

    /// The conditions as SQL, with their values in order.
    func condition(at time: CalendarTime) -> (sql: String, values: [DatabaseValue]) {
        var parts: [(String, [DatabaseValue])] = []
        let now = DatabaseValue.integer(time.secondsSince1970)
        switch state {
        case .valid: parts.append(("revoked_at IS NULL AND not_after >= ?", [now]))
        case .expired: parts.append(("revoked_at IS NULL AND not_after < ?", [now]))
        case .revoked: parts.append(("revoked_at IS NOT NULL", []))
        case nil: break
        }
        if let text {
            let pattern = DatabaseValue.text("%" + Self.escaped(text.lowercased()) + "%")
            parts.append(
                (
                    """
                    (lower(label) LIKE ? ESCAPE '\\' OR lower(subject) LIKE ? ESCAPE '\\' OR id IN
                      (SELECT certificate FROM name WHERE value LIKE ? ESCAPE '\\'))
                    """, [pattern, pattern, pattern]
                ))
        }
        if let name {
            parts.append(
                (
                    "id IN (SELECT id FROM certificate WHERE label = ? UNION SELECT certificate FROM name WHERE value = ?)",
                    [.text(name), .text(name.lowercased())]
                ))
        }
        if let authority { parts.append(("authority = ?", [.integer(authority)])) }
        if let keyDigest { parts.append(("key_digest = ?", [.blob(keyDigest)])) }
        if let endsBy { parts.append(("not_after <= ?", [.integer(endsBy.secondsSince1970)])) }
        if let endsFrom { parts.append(("not_after >= ?", [.integer(endsFrom.secondsSince1970)])) }
        if let isReplaced { parts.append(("replaced_by IS \(isReplaced ? "NOT " : "")NULL", [])) }
        if let isAuthority { parts.append(("origin \(isAuthority ? "=" : "<>") 'authority'", [])) }
        if let isResponder { parts.append(("\(isResponder ? "" : "NOT ")\(Self.responder)", [])) }
        if isInLastThird {
            // Of what an index knows nobody knows the beginning.
            parts.append(("(not_before IS NULL OR 3 * (not_after - ?) <= not_after - not_before)", [now]))
        }
        return (parts.map(\.0).joined(separator: " AND "), parts.flatMap(\.1))
    }

    /// What `makeOCSPResponder` recorded: its files are none that `renew` could replace.
    static let responder = "(profile IS 'ocsp' AND origin = 'issue' AND output_folder IS NULL)"

    /// LIKE's signs are taken as they are.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "%_\\".contains($0) ? ["\\", $0] : [$0] })
    }
}
