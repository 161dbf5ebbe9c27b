import LucidDER

/// Goes through a name's octets and writes the key of `PreparedName`. It reads the octets and not the name's
/// attributes, and hands them on as one span, so that nothing is allocated or counted on the way.
struct NameReader {
    let name: DERBytes

    /// `RDNSequence ::= SEQUENCE OF RelativeDistinguishedName`
    func appendKey(to key: inout [UInt8]) throws(DERError) {
        let octets = name.source.span
        let sequence = try DERHeader.read(octets, at: name.startIndex, end: name.endIndex)
        var offset = sequence.content.lowerBound
        while offset < sequence.content.upperBound {
            let level = try DERHeader.read(octets, at: offset, end: sequence.content.upperBound)
            try appendLevel(octets, level.content, to: &key)
            key.append(0)
            offset = level.content.upperBound
        }
    }

    /// `RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue`
    private func appendLevel(
        _ octets: Span<UInt8>, _ content: Range<Int>, to key: inout [UInt8]
    ) throws(DERError) {
        guard !content.isEmpty else { return }
        let first = try DERHeader.read(octets, at: content.lowerBound, end: content.upperBound)
        if first.content.upperBound == content.upperBound {
            try appendAttribute(octets, first.content, to: &key)
            return
        }
        // The order in the encoding is that of the octets, which case and string types change: sort the keys instead.
        var attributes: [[UInt8]] = []
        var offset = content.lowerBound
        while offset < content.upperBound {
            let attribute = try DERHeader.read(octets, at: offset, end: content.upperBound)
            var own: [UInt8] = []
            try appendAttribute(octets, attribute.content, to: &own)
            attributes.append(own)
            offset = attribute.content.upperBound
        }
        attributes.sort { $0.lexicographicallyPrecedes($1) }
        for attribute in attributes { key += attribute }
    }

    /// `AttributeTypeAndValue ::= SEQUENCE { type AttributeType, value AttributeValue }`
    private func appendAttribute(
        _ octets: Span<UInt8>, _ content: Range<Int>, to key: inout [UInt8]
    ) throws(DERError) {
        let type = try DERHeader.read(octets, at: content.lowerBound, end: content.upperBound)
        let value = try DERHeader.read(octets, at: type.content.upperBound, end: content.upperBound)
        append(octets, type.element, to: &key)
        key.append(0x1f)
        if appendASCII(octets, value, to: &key) || appendText(value, of: type, to: &key) {
            key.append(0xff)
        } else {
            key.removeLast()
            append(octets, value.element, to: &key)
        }
    }

    /// Appends a string of ASCII in a type of one octet a character, prepared. False where the value is something else.
    private func appendASCII(_ octets: Span<UInt8>, _ value: DERHeader, to key: inout [UInt8]) -> Bool {
        switch DERString.Kind(tag: value.tag) {
        case .utf8, .printable, .ia5, .teletex, .visible, .numeric:
            StringPreparation.appendASCII(octets.extracting(value.content), to: &key)
        case .bmp, .universal, nil: false
        }
    }

    /// Appends any other string, prepared. False where the value is no string, or can not be prepared.
    private func appendText(_ value: DERHeader, of type: DERHeader, to key: inout [UInt8]) -> Bool {
        guard DERString.Kind(tag: value.tag) != nil else { return false }
        var cursor = DERCursor(name[type.offset..<value.content.upperBound])
        guard let type = try? cursor.objectIdentifier(""), let string = try? cursor.string("") else { return false }
        var text = string.text
        // RFC 5280 §7.3: domain components are compared in the form that they have in the domain name system.
        if type == OID.domainComponent, let label = try? DomainLabel(text) { text = label.ascii }
        guard let prepared = StringPreparation.prepare(text) else { return false }
        key += prepared
        return true
    }

    private func append(_ octets: Span<UInt8>, _ range: Range<Int>, to key: inout [UInt8]) {
        key.append(addingCapacity: range.count) { (output: inout OutputSpan<UInt8>) in
            for index in range { output.append(octets[index]) }
        }
    }
}
