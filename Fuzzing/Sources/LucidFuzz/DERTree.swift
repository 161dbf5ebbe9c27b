/// DER elements as a tree that can be altered: lengths are written anew, so what comes out is still DER.
struct DERTree {
    var elements: [Element]

    /// An element: its tag, and either octets or the elements in it.
    struct Element {
        var tag: UInt8
        var octets: [UInt8]
        /// Not nil for what is constructed, and for an OCTET STRING that holds elements and nothing else, as extensions do.
        var inner: [Element]?

        var encoded: [UInt8] {
            var parts = (inner ?? []).map(\.encoded)
            // The elements of a SET OF are in order (X.690 §11.6).
            if tag == 0x31 { parts.sort { $0.lexicographicallyPrecedes($1) } }
            let content = inner == nil ? octets : Array(parts.joined())
            return [tag] + Self.length(content.count) + content
        }

        private static func length(_ count: Int) -> [UInt8] {
            switch count {
            case ..<0x80: [UInt8(count)]
            case ..<0x100: [0x81, UInt8(count)]
            default: [0x82, UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
            }
        }
    }

    /// Nil where the octets are no row of elements, which libFuzzer's own mutations make of most.
    init?(_ octets: ArraySlice<UInt8>) {
        guard !octets.isEmpty, let elements = Self.read(octets, depth: 0) else { return nil }
        self.elements = elements
    }

    var encoded: [UInt8] { elements.flatMap(\.encoded) }

    private static func read(_ octets: ArraySlice<UInt8>, depth: Int) -> [Element]? {
        var rest = octets
        var elements: [Element] = []
        while let tag = rest.popFirst() {
            guard let count = readLength(&rest), count <= rest.count, depth < 32 else { return nil }
            let content = rest.prefix(count)
            rest = rest.dropFirst(count)
            let isConstructed = tag & 0x20 != 0
            let inner = isConstructed || (tag == 0x04 && count > 1) ? read(content, depth: depth + 1) : nil
            if isConstructed && inner == nil { return nil }
            elements.append(Element(tag: tag, octets: Array(content), inner: inner))
        }
        return elements
    }

    private static func readLength(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let octets = rest.prefix(Int(first & 0x7f))
        guard (1...2).contains(octets.count), octets.count == Int(first & 0x7f) else { return nil }
        rest = rest.dropFirst(octets.count)
        return octets.reduce(0) { $0 << 8 | Int($1) }
    }
}

extension DERTree {
    /// How many elements there are, on all levels.
    var count: Int { Self.count(elements) }

    private static func count(_ elements: [Element]) -> Int {
        elements.reduce(0) { $0 + 1 + count($1.inner ?? []) }
    }

    /// The element with this number, counted in the order of the encoding.
    func element(_ number: Int) -> Element? {
        var copy = self
        var found: Element?
        copy.replace(number) {
            found = $0
            return [$0]
        }
        return found
    }

    /// Puts other elements in the place of the one with this number.
    mutating func replace(_ number: Int, _ body: (Element) -> [Element]) {
        var left = number
        Self.replace(&elements, &left, body)
    }

    private static func replace(_ elements: inout [Element], _ left: inout Int, _ body: (Element) -> [Element]) {
        for index in elements.indices {
            if left == 0 {
                left = -1
                elements.replaceSubrange(index...index, with: body(elements[index]))
                return
            }
            left -= 1
            if var inner = elements[index].inner {
                replace(&inner, &left, body)
                elements[index].inner = inner
            }
            if left < 0 { return }
        }
    }
}
