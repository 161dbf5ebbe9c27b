import LucidDER

/// Which parts of two structures belong together.
struct Matching {
    /// A part of the first and one of the second, by their places; at least one of the two.
    struct Pair: Hashable {
        let a: Int?
        let b: Int?
    }

    /// The pairs in the order of the first structure, with what only the second has where that has it.
    let pairs: [Pair]
    /// Whether parts that both have stand in another order.
    let isReordered: Bool

    /// Pairs what has the same key: first those with the same octets, then in order.
    ///
    /// - Parameter pairsRest: whether what has no partner by its key is paired in order, because it stands in a list of things
    ///   without names.
    init(_ a: [FieldNode], _ b: [FieldNode], pairsRest: Bool = false, key: (FieldNode) -> MatchingKey) {
        var partners = [Int?](repeating: nil, count: a.count)
        var isTaken = [Bool](repeating: false, count: b.count)
        func pair<Key: Hashable>(by key: (FieldNode) -> Key) {
            // The places of each key in the second, with the first that may be free still: none is passed over twice.
            var queues: [Key: (places: [Int], next: Int)] = [:]
            for index in b.indices where !isTaken[index] {
                queues[key(b[index]), default: ([], 0)].places.append(index)
            }
            for index in a.indices where partners[index] == nil {
                let own = key(a[index])
                guard let queue = queues[own], queue.next < queue.places.count else { continue }
                partners[index] = queue.places[queue.next]
                isTaken[queue.places[queue.next]] = true
                queues[own]?.next += 1
            }
        }
        pair { ExactKey(key: key($0), octets: $0.octets) }
        pair(by: key)
        if pairsRest {
            let free = isTaken.indices.filter { !isTaken[$0] }
            for (index, partner) in zip(a.indices.filter { partners[$0] == nil }, free) { partners[index] = partner }
        }
        self.init(partners: partners, count: b.count)
    }

    /// Pairs by place what has no names: what is the same at the beginning, what is the same at the end, and the rest in order.
    init(inOrder a: [FieldNode], _ b: [FieldNode]) {
        let shorter = min(a.count, b.count)
        let head = (0..<shorter).first { a[$0].octets != b[$0].octets } ?? shorter
        let tail = (0..<shorter - head).first { a[a.count - 1 - $0].octets != b[b.count - 1 - $0].octets }
        let behind = tail ?? shorter - head
        var partners = [Int?](repeating: nil, count: a.count)
        for index in 0..<shorter - behind { partners[index] = index }
        for index in 0..<behind { partners[a.count - 1 - index] = b.count - 1 - index }
        self.init(partners: partners, count: b.count)
    }

    private init(partners: [Int?], count: Int) {
        let matched = partners.compactMap { $0 }
        var place: [Int: Int] = [:]
        for (index, partner) in partners.enumerated() { if let partner { place[partner] = index } }
        // What only the first has comes before what only the second has in the same place.
        func behindRemoved(_ index: Int) -> Int {
            partners[(index + 1)...].firstIndex { $0 != nil }.map { $0 - 1 } ?? partners.count - 1
        }
        var added: [Int: [Pair]] = [:]
        var last = behindRemoved(-1)
        for index in 0..<count {
            if let partner = place[index] {
                last = behindRemoved(partner)
            } else {
                added[last, default: []].append(Pair(a: nil, b: index))
            }
        }
        let pairs = partners.enumerated().flatMap { index, partner in
            [Pair(a: index, b: partner)] + (added[index] ?? [])
        }
        self.pairs = (added[-1] ?? []) + pairs
        isReordered = zip(matched, matched.dropFirst()).contains { $0 > $1 }
    }
}

/// A key, and all octets of the part that has it.
private struct ExactKey: Hashable {
    let key: MatchingKey
    let octets: DERBytes
}

/// What parts that belong together have in common.
enum MatchingKey: Hashable {
    /// The name of a field.
    case field(String)
    /// Octets that identify an entry of a list: an object identifier, a serial number.
    case octets([UInt8])
    /// What could not be read, of which nothing else is known.
    case unreadable
}
