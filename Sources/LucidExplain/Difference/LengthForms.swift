import LucidDER

/// Where octets are framed otherwise than DER frames them (X.690 §10.1, §10.2).
enum LengthForms {
    /// The offsets of elements whose length is indefinite or longer than need be, and of strings in pieces, in their order.
    static func irregular(in octets: DERBytes) -> [Int] {
        var found: [Int] = []
        var offset = octets.startIndex
        // Elements are gone through from front to back; where one holds others, its content comes next.
        while octets.endIndex - offset >= 2 {
            let tag = DERTag(octet: octets[offset])
            let first = octets[offset + 1]
            var content = offset + 2
            var length = Int(first)
            var isShort = true
            if first > 0x80 {
                let count = Int(first & 0x7f)
                guard count <= 4, octets.endIndex - content >= count else { break }
                length = octets[content..<content + count].reduce(0) { $0 << 8 | Int($1) }
                isShort = length >= 1 << (8 * (count - 1)) && length >= 0x80
                content += count
            }
            let isIndefinite = first == 0x80
            if !isShort || isIndefinite || tag == DERTag(octet: 0x24) { found.append(offset) }
            guard isIndefinite || length <= octets.endIndex - content else { break }
            offset = tag.isConstructed || isIndefinite ? content : content + length
        }
        return found
    }
}
