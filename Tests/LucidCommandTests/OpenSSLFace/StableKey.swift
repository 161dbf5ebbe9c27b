import LucidDER

/// The structure of a private key without its numbers: tags, object identifiers and how long the numbers are.
enum StableKey {
    static func of(_ octets: [UInt8]) -> String {
        shape(octets, 0..<octets.count) ?? "no DER"
    }

    /// The elements in `range`, or `nil` where it does not hold whole elements.
    private static func shape(_ octets: [UInt8], _ range: Range<Int>) -> String? {
        var parts: [String] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let header = try? DERHeader.read(octets.span, at: offset, end: range.upperBound) else { return nil }
            parts.append("\(header.tag)\(content(octets, header))")
            offset = header.content.upperBound
        }
        return parts.joined(separator: ", ")
    }

    private static func content(_ octets: [UInt8], _ header: DERHeader) -> String {
        let content = Array(octets[header.content])
        // What PKCS #8 wraps in an OCTET STRING is a SEQUENCE; secret numbers and salts are octets without a form.
        let isStructure = header.tag.isConstructed || header.tag == .octetString && content.first == 0x30
        if isStructure, let inner = shape(octets, header.content) { return "(\(inner))" }
        if header.tag == .objectIdentifier { return " \(content)" }
        return " of about \(roughLength(content.count)) octets"
    }

    /// A random number begins with a zero octet once in 256 times, and its encoding is an octet shorter then; what is encrypted
    /// around it may so be a cipher's block shorter. Lengths are told in steps, with those of keys (32, 48, 128, 256 …), and of
    /// encrypted RSA keys, well inside their step.
    private static func roughLength(_ count: Int) -> Int {
        let step = count > 512 ? 64 : 8
        return (count + step / 2) / step * step
    }
}
