import LucidAuthority
import LucidX509

/// What an import did.
struct ImportReport {
    var counts = ImportCounts()
    /// Whether the CA itself is new in the folder.
    var made = false
    /// The lines of the index whose certificates were on hold, and are not any more.
    var releasedLines: [Int] = []
    var nextListNumber: Int?

    mutating func add(_ more: ImportCounts) {
        counts.added += more.added
        counts.addedByLineOnly += more.addedByLineOnly
        counts.updated += more.updated
        counts.unchanged += more.unchanged
    }

    /// For people.
    var text: String {
        var lines = made ? ["Took over the CA"] : []
        lines.append(
            "Imported \(counts.added) certificates; \(counts.updated) updated, \(counts.unchanged) as they were")
        if counts.addedByLineOnly > 0 {
            lines.append(
                "  of \(counts.addedByLineOnly) only the index line is known: they can be revoked, but not exported or renewed"
            )
        }
        if !releasedLines.isEmpty {
            let shown = releasedLines.prefix(10).map(String.init).joined(separator: ", ")
            lines.append("  \(releasedLines.count) with removeFromCRL count as not revoked (lines \(shown))")
        }
        if let nextListNumber { lines.append("  the next CRL has the number \(nextListNumber) or a higher one") }
        return lines.joined(separator: "\n")
    }

    /// As JSON; see Documentation/json.md.
    var json: JSONValue {
        .object([
            "tookOver": .bool(made), "added": .number(counts.added), "lineOnly": .number(counts.addedByLineOnly),
            "updated": .number(counts.updated), "unchanged": .number(counts.unchanged),
            "releasedLines": .array(releasedLines.map { .number($0) }),
            "nextCRLNumber": nextListNumber.map { .number($0) },
        ])
    }
}
