// BOOLEAN (X.690 §8.2, §11.1): one octet, 00 or FF.

extension DERCursor {
    /// A BOOLEAN.
    public mutating func boolean(_ field: StaticString, tag: DERTag = .boolean) throws(DERError) -> Bool {
        do throws(DERError) {
            let header = try element(tag)
            guard header.content.count == 1 else {
                throw DERError(.wrongContentLength(expected: 1, found: header.content.count), at: header.offset)
            }
            switch source[header.content.lowerBound] {
            case 0x00: return false
            case 0xff: return true
            case let octet: throw DERError(.booleanNotCanonical(octet: octet), at: header.content.lowerBound)
            }
        } catch { throw error.inside(field) }
    }

    /// `BOOLEAN DEFAULT FALSE`: left out for false, so an encoded false is an error (X.690 §11.5).
    public mutating func booleanDefaultFalse(
        _ field: StaticString, tag: DERTag = .boolean
    ) throws(DERError) -> Bool {
        guard isNext(tag) else { return false }
        let start = offset
        guard try boolean(field, tag: tag) else { throw DERError(.defaultEncoded, at: start).inside(field) }
        return true
    }
}

extension DERWriter {
    /// A BOOLEAN.
    public mutating func boolean(_ value: Bool, tag: DERTag = .boolean) {
        primitive(tag, [value ? 0xff : 0x00])
    }

    /// `BOOLEAN DEFAULT FALSE`: nothing for false.
    public mutating func booleanDefaultFalse(_ value: Bool, tag: DERTag = .boolean) {
        if value { boolean(true, tag: tag) }
    }
}
