import LucidAuthority
import LucidX509

extension CertificateRecord {
    /// The record as JSON; see Documentation/json.md.
    func json(at time: CalendarTime) -> JSONValue {
        .object([
            "serialNumber": .string(serialNumber.description),
            "state": .string(state(at: time).rawValue),
            "label": .string(label),
            "subject": .string(subject),
            "names": .strings(names),
            "profile": profile.map { .string($0) },
            "origin": .string(origin.rawValue),
            "notBefore": notBefore.map { .string($0.description) },
            "notAfter": .string(notAfter.description),
            "recordedAt": .string(recordedAt.description),
            "revocation": revocation?.json,
            "isReplaced": .bool(replacedBy != nil),
            "output": output.map { .object(["folder": .string($0.folder), "name": .string($0.name)]) },
            "requestSHA256": requestDigest.map {
                .string($0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
            },
        ])
    }

    /// One line for people: number, state, last day, profile, names.
    func line(at time: CalendarTime) -> String {
        let state = state(at: time)
        let what = names.isEmpty ? (label.isEmpty ? subject : label) : names.joined(separator: " ")
        let columns = [
            serialNumber.description.filled(to: 32), state.rawValue.filled(to: 7), notAfter.date,
            (profile ?? origin.rawValue).filled(to: 12),
        ]
        return columns.joined(separator: "  ") + "  " + what.safeToShow
    }
}

extension CertificateRecord.Revocation {
    var json: JSONValue {
        .object([
            "time": .string(time.description),
            "reason": .string("\(reason)"),
            "invalidSince": invalidSince.map { .string($0.description) },
        ])
    }
}

extension String {
    /// Filled up with spaces.
    func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
