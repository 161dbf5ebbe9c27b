import LucidDER
import LucidExplain

/// What a structure has outside of the differences that are told, line by line.
struct UntoldElements {
    private struct Element {
        /// The line's octets; of what holds others without the length, which follows from what is in it.
        let octets: [UInt8]
        /// With the length, which follows from nothing where the structure was cut off.
        let header: [UInt8]
        let isCutOff: Bool
        /// The line with all that it holds.
        let whole: DERBytes

        func isSame(as other: Element) -> Bool {
            isCutOff || other.isCutOff ? header == other.header : octets == other.octets
        }
    }

    private let elements: [Element]

    init(_ explanation: Explanation, without told: [Range<Int>]) {
        let told = told.sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        var reach = explanation.octets.startIndex
        elements = explanation.lines.compactMap { line in
            while next < told.count, told[next].lowerBound <= line.range.lowerBound {
                reach = max(reach, told[next].upperBound)
                next += 1
            }
            if line.range.upperBound <= reach { return nil }
            let octets = explanation.octets[line.range].array
            switch line.kind {
            case .structure(let tag, let content):
                var isCutOff = false
                if case .truncated = line.problem?.reason { isCutOff = true }
                return Element(
                    octets: [tag.octet], header: octets, isCutOff: isCutOff,
                    whole: explanation.octets[line.range.lowerBound..<content.upperBound])
            // The length of what follows, in TLS's encoding.
            case .part where octets.count == 2 && line.value == "\(Int(octets[0]) << 8 | Int(octets[1])) octets":
                return nil
            case .value, .part, .raw:
                return Element(octets: octets, header: octets, isCutOff: false, whole: explanation.octets[line.range])
            }
        }
    }

    /// The first element that the other has not in its place; nil where all are the same.
    ///
    /// What is a structure here may be a value there, of the same octets: a signature is two numbers or not, as the algorithm before
    /// it says.
    func firstDifference(from other: UntoldElements) -> String? {
        var (i, j) = (0, 0)
        while i < elements.count, j < other.elements.count {
            let (a, b) = (elements[i], other.elements[j])
            if a.whole == b.whole {
                while i < elements.count, elements[i].whole.startIndex < a.whole.endIndex { i += 1 }
                while j < other.elements.count, other.elements[j].whole.startIndex < b.whole.endIndex { j += 1 }
            } else if a.isSame(as: b) {
                (i, j) = (i + 1, j + 1)
            } else {
                return "\(a) and \(b)"
            }
        }
        return i == elements.count && j == other.elements.count
            ? nil : "\(elements.count - i) or \(other.elements.count - j) more"
    }

    /// The first element that the other has nowhere, or less often; nil where both have the same in some order.
    func firstLack(in other: UntoldElements) -> String? {
        func sorted(_ elements: [Element]) -> [[UInt8]] {
            // What was cut off stands for itself; there is at most one way from the whole to it.
            elements.map(\.octets).sorted { $0.lexicographicallyPrecedes($1) }
        }
        let (a, b) = (sorted(elements), sorted(other.elements))
        guard a != b else { return nil }
        // A structure here that is a value there: then all octets together are the same, in some order.
        let (x, y) = (elements.flatMap(\.header).sorted(), other.elements.flatMap(\.header).sorted())
        return x == y ? nil : zip(a, b).first { $0.0 != $0.1 }.map { "\($0)" } ?? "\(a.count) and \(b.count) elements"
    }
}
