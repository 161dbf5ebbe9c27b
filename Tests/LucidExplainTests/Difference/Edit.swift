import LucidDER
@testable import LucidExplain

/// A change to a structure, whose lengths follow.
struct Edit: Sendable {
    enum Change: Sendable {
        case replace([UInt8])
        case insertBefore([UInt8])
        case insertAfter([UInt8])
        /// Exchanges the first two parts.
        case swap
    }

    let path: String
    /// Which of the lines with this path, from 0: an element that wraps another one has its path.
    var occurrence = 0
    let change: Change

    /// The structure with the change made.
    func applied(to der: [UInt8], as kind: Explanation.Kind = .certificate) -> [UInt8] {
        var count = 0
        return FieldNode.trees(of: Explanation(DERBytes(der), as: kind)).flatMap { octets($0, &count) }
    }

    private func octets(_ node: FieldNode, _ count: inout Int) -> [UInt8] {
        var isHit = false
        if node.line.path == path {
            isHit = count == occurrence
            count += 1
        }
        let own = node.octets.array
        if isHit {
            switch change {
            case .replace(let other): return other
            case .insertBefore(let other): return other + own
            case .insertAfter(let other): return own + other
            case .swap:
                let parts = node.children.map(\.octets.array)
                return Self.element(own[0], Array((parts.prefix(2).reversed() + parts.dropFirst(2)).joined()))
            }
        }
        guard case .structure(let tag, let content) = node.line.kind, !node.children.isEmpty else { return own }
        // Octets that stand before the parts: the unused bits of a BIT STRING.
        let prefix: [UInt8] = tag == .bitString && content.lowerBound > node.octets.startIndex + 2 ? [0] : []
        return Self.element(tag.octet, prefix + node.children.flatMap { octets($0, &count) })
    }

    static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        DERWriter.encode { $0.primitive(DERTag(octet: tag), content) }
    }
}
