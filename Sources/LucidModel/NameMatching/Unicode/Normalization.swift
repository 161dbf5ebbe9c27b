/// One way of writing for texts that are the same (Unicode Standard Annex #15): taken apart, marks sorted, put
/// together.
enum Normalization {
    /// NFC: equal for texts that are canonically equivalent.
    static func nfc(_ text: [UInt32]) -> [UInt32] { normalized(text, .canonical) }

    /// NFKC: equal also for texts that differ in form only, such as wide letters and ligatures.
    static func nfkc(_ text: [UInt32]) -> [UInt32] { normalized(text, .compatibility) }

    private static func normalized(_ text: [UInt32], _ form: Decomposition.Form) -> [UInt32] {
        // Below U+00A0 nothing decomposes, and nothing combines.
        if text.allSatisfy({ $0 < 0xa0 }) { return text }
        var parts: [UInt32] = []
        parts.reserveCapacity(text.count * 2)
        for code in text { Decomposition.append(code, form, to: &parts) }
        sortMarks(in: &parts)
        return composed(parts)
    }

    /// The Canonical Ordering Algorithm (The Unicode Standard §3.11): within each run of marks, by class, and marks of
    /// one class stay in their order.
    private static func sortMarks(in text: inout [UInt32]) {
        var start = 0
        while start < text.count {
            guard CombiningClass.of(text[start]) != 0 else {
                start += 1
                continue
            }
            let end = text[start...].firstIndex { CombiningClass.of($0) == 0 } ?? text.count
            if end - start > 1 {
                let classes = text[start..<end].map(CombiningClass.of)
                let order = classes.indices.sorted { (classes[$0], $0) < (classes[$1], $1) }
                text.replaceSubrange(start..<end, with: order.map { text[start + $0] })
            }
            start = end
        }
    }

    /// The Canonical Composition Algorithm (The Unicode Standard §3.11): each character goes into the last base before
    /// it where the two make one, unless another of the same or a higher class stands between them.
    private static func composed(_ text: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        var base: Int?
        var previousClass: UInt8 = 0
        for code in text {
            let ownClass = CombiningClass.of(code)
            if let base {
                let isBlocked = base < result.count - 1 && previousClass >= ownClass
                if !isBlocked, let composition = Decomposition.composition(result[base], code) {
                    result[base] = composition
                    continue
                }
            }
            if ownClass == 0 { base = result.count }
            previousClass = ownClass
            result.append(code)
        }
        return result
    }
}
