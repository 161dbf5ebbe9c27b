import LucidDER

/// The one encoding that DER has for a value, of octets that may be BER: to see whether two say the same.
///
/// X.690 §8 leaves choices that §10 and §11 take away: how lengths are written, what TRUE is, zeros before a number and behind named
/// bits. Nothing is looked into that is not an element, so that values inside of OCTET STRINGs stay as they are.
enum CanonicalOctets {
    /// One element in DER; nil where the octets are none.
    ///
    /// - Parameter hasNamedBits: whether bits of BIT STRINGs have names, so that zeros behind the last one say nothing
    ///   (X.690 §11.2.2).
    static func form(of octets: DERBytes, hasNamedBits: Bool) -> [UInt8]? {
        do throws(DERError) {
            let definite = try BER.definiteForm(of: octets).map { DERBytes($0) } ?? octets
            return try element(definite, hasNamedBits, depth: 0)
        } catch { return nil }
    }

    private static func element(_ octets: DERBytes, _ hasNamedBits: Bool, depth: Int) throws(DERError) -> [UInt8] {
        guard depth < DERLimits.nestingDepth else {
            throw DERError(.nestedTooDeep(limit: DERLimits.nestingDepth), at: octets.startIndex)
        }
        let header = try DERHeader.read(octets.source.span, at: octets.startIndex, end: octets.endIndex)
        guard header.content.upperBound == octets.endIndex else {
            throw DERError(.trailingBytes(count: octets.endIndex - header.content.upperBound), at: octets.startIndex)
        }
        guard header.tag.isConstructed else {
            let content = value(octets[header.content].array, header.tag, hasNamedBits)
            return DERWriter.encode { $0.primitive(header.tag, content) }
        }
        var content: [UInt8] = []
        var offset = header.content.lowerBound
        while offset < header.content.upperBound {
            let inner = try DERHeader.read(octets.source.span, at: offset, end: header.content.upperBound)
            content += try element(octets[inner.element], hasNamedBits, depth: depth + 1)
            offset = inner.content.upperBound
        }
        return DERWriter.encode { $0.primitive(header.tag, content) }
    }

    /// The content of a simple type.
    private static func value(_ content: [UInt8], _ tag: DERTag, _ hasNamedBits: Bool) -> [UInt8] {
        switch tag {
        // X.690 §11.1
        case .boolean where content.count == 1: return [content[0] == 0 ? 0x00 : 0xff]
        // X.690 §8.3.2
        case .integer, .enumerated:
            var number = content[...]
            while let first = number.first, let second = number.dropFirst().first,
                first == 0x00 && second < 0x80 || first == 0xff && second >= 0x80
            { number.removeFirst() }
            return Array(number)
        case .bitString: return bits(content, hasNamedBits) ?? content
        default: return content
        }
    }

    /// X.690 §11.2.1: unused bits are zero. §11.2.2: zeros behind the last named bit are left out.
    private static func bits(_ content: [UInt8], _ hasNamedBits: Bool) -> [UInt8]? {
        guard let unused = content.first, unused < 8, content.count > 1 || unused == 0 else { return nil }
        var octets = Array(content.dropFirst())
        if let last = octets.indices.last { octets[last] &= 0xff << unused }
        guard hasNamedBits else { return [unused] + octets }
        while octets.last == 0 { octets.removeLast() }
        return [UInt8(octets.last?.trailingZeroBitCount ?? 0)] + octets
    }
}
