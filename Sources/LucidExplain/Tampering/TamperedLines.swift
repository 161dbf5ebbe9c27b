import LucidDER

/// What two explanations of a certificate, before and after a change, say differently.
struct TamperedLines {
    let before: Explanation
    let after: Explanation
    private(set) var rows: [Row] = []

    /// A line that is shown.
    enum Row {
        /// An element around the change, the same in both.
        case around(ExplainedLine)
        /// A line before the change, and those of its octets that are others after it.
        case removed(ExplainedLine, octets: Set<Int>)
        case added(ExplainedLine, octets: Set<Int>)
        /// So many more lines that were there before, or are there now.
        case more(Int, isAdded: Bool)
    }

    /// Where a length is another, everything behind it may read differently: so many lines of that are shown.
    private static let runLimit = 6

    /// What makes a line another one.
    private struct Key: Hashable {
        let path: String
        let title: String
        let octets: DERBytes
    }

    init(before: Explanation, after: Explanation) {
        self.before = before
        self.after = after
        let (old, new) = (Self.keys(before), Self.keys(after))
        var removals: Set<Int> = []
        var insertions: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removals.insert(offset)
            case .insert(let offset, _, _): insertions.insert(offset)
            }
        }
        let around = Set(removals.flatMap { before.ancestors(ofLine: $0) })
            .union(Self.parents(of: insertions, after, before, old, new))
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let removed = Array((i..<old.count).prefix { removals.contains($0) })
            let added = Array((j..<new.count).prefix { insertions.contains($0) })
            append(removed.map { before.lines[$0] }, added.map { after.lines[$0] })
            (i, j) = (i + removed.count, j + added.count)
            if i < old.count, removed.isEmpty, added.isEmpty {
                if around.contains(i) { rows.append(.around(before.lines[i])) }
                (i, j) = (i + 1, j + 1)
            } else if removed.isEmpty, added.isEmpty {
                break
            }
        }
    }

    private static func keys(_ explanation: Explanation) -> [Key] {
        explanation.lines.map { Key(path: $0.path, title: $0.title, octets: explanation.octets[$0.range]) }
    }

    /// The elements around lines that are new, as lines of the explanation before.
    private static func parents(
        of insertions: Set<Int>, _ after: Explanation, _ before: Explanation, _ old: [Key], _ new: [Key]
    ) -> [Int] {
        insertions.flatMap { after.ancestors(ofLine: $0) }.compactMap { index in old.firstIndex(of: new[index]) }
    }

    /// Lines that changed at one place; one for one where they are the same field.
    private mutating func append(_ removed: [ExplainedLine], _ added: [ExplainedLine]) {
        guard removed.count == added.count, removed.count <= Self.runLimit else {
            appendRun(removed, after.octets, isAdded: false)
            appendRun(added, before.octets, isAdded: true)
            return
        }
        for (old, new) in zip(removed, added) {
            let (oldOctets, newOctets) = (before.octets[old.range], after.octets[new.range])
            // What is the same at the beginning and at the end is not what changed.
            var head = zip(oldOctets, newOctets).prefix { $0 == $1 }.count
            var tail = 0
            if oldOctets.count == newOctets.count {
                let places = (0..<oldOctets.count).filter {
                    oldOctets[old.range.lowerBound + $0] != newOctets[new.range.lowerBound + $0]
                }
                rows.append(.removed(old, octets: Set(places.map { old.range.lowerBound + $0 })))
                rows.append(.added(new, octets: Set(places.map { new.range.lowerBound + $0 })))
                continue
            }
            let shorter = min(oldOctets.count, newOctets.count)
            while tail < shorter - head,
                oldOctets[old.range.upperBound - 1 - tail] == newOctets[new.range.upperBound - 1 - tail]
            {
                tail += 1
            }
            head = min(head, shorter - tail)
            rows.append(.removed(old, octets: Set(old.range.dropFirst(head).dropLast(tail))))
            rows.append(.added(new, octets: Set(new.range.dropFirst(head).dropLast(tail))))
        }
    }

    /// Lines that are before the change or after it only; of their octets those that are others in the whole that they are not of.
    private mutating func appendRun(_ lines: [ExplainedLine], _ others: DERBytes, isAdded: Bool) {
        let own = isAdded ? after.octets : before.octets
        for line in lines.prefix(Self.runLimit) {
            let changed = own.count == others.count ? line.range.filter { own[$0] != others[$0] } : Array(line.range)
            rows.append(isAdded ? .added(line, octets: Set(changed)) : .removed(line, octets: Set(changed)))
        }
        if lines.count > Self.runLimit { rows.append(.more(lines.count - Self.runLimit, isAdded: isAdded)) }
    }
}
