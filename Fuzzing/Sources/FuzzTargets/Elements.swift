import LucidX509

/// Walks through all elements, into everything that is constructed, and reads every value of a universal type.
func fuzzDER(_ input: [UInt8]) throws(BrokenPromise) {
    var cursor = DERCursor(input)
    var bytes: [DERBytes] = []
    do throws(DERError) { try walk(&cursor, &bytes) } catch { try expectSafe(error.sentence) }
    for element in bytes { try readValue(element) }
}

/// Collects the primitive elements.
private func walk(_ cursor: inout DERCursor, _ found: inout [DERBytes]) throws(DERError) {
    while let tag = cursor.nextTag {
        if tag.isConstructed {
            try cursor.constructed(tag, "") { inner throws(DERError) in try walk(&inner, &found) }
        } else {
            found.append(try cursor.anyElementBytes(""))
        }
    }
}

/// A value that is read must be written as the same octets.
private func readValue(_ element: DERBytes) throws(BrokenPromise) {
    var cursor = DERCursor(element)
    var writer = DERWriter()
    do throws(DERError) { try copy(&cursor, &writer) } catch {
        try expectSafe(error.sentence)
        return
    }
    try expect(cursor.isAtEnd, "a value is read to its end")
    try expect(writer.bytes == element.array, "a value is written as it was read")
}

/// Reads one value and writes it.
private func copy(_ cursor: inout DERCursor, _ writer: inout DERWriter) throws(DERError) {
    switch cursor.nextTag {
    case DERTag.boolean: writer.boolean(try cursor.boolean(""))
    case DERTag.integer:
        let value = try cursor.integer("")
        // A number that fits in an Int is the same number when it is written from there.
        if let small = value.small { writer.integer(small) } else { writer.integer(value) }
    case DERTag.bitString: writer.bitString(try cursor.bitString(""))
    case DERTag.octetString: writer.octetString(try cursor.octetString(""))
    case DERTag.null:
        try cursor.null("")
        writer.null()
    case DERTag.objectIdentifier:
        let value = try cursor.objectIdentifier("")
        // Also by way of its text, where its numbers are not too large for that.
        writer.objectIdentifier(ObjectIdentifier(dotted: value.description) ?? value)
    case DERTag.enumerated: writer.enumerated(try cursor.enumerated(""))
    case DERTag.utcTime, DERTag.generalizedTime: writer.time(try cursor.time(""))
    case let tag? where DERString.Kind(tag: tag) != nil:
        let value = try cursor.string("")
        writer.string(DERString(value.text, as: value.kind) ?? value)
    default: writer.append(try cursor.anyElementBytes(""))
    }
}
