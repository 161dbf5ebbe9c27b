// OCTET STRING (X.690 §8.7) and NULL (X.690 §8.8).

extension DERCursor {
    /// An OCTET STRING's content, shared with the input.
    public mutating func octetString(_ field: StaticString, tag: DERTag = .octetString) throws(DERError) -> DERBytes {
        bytes(try checkOctetString(field, tag: tag))
    }

    /// Checks an OCTET STRING, and returns where its content stands.
    @discardableResult
    public mutating func checkOctetString(
        _ field: StaticString, tag: DERTag = .octetString
    ) throws(DERError) -> Range<Int> {
        do throws(DERError) { return try element(tag).content } catch { throw error.inside(field) }
    }

    /// An OCTET STRING that holds DER: goes into its content, which `body` must read to the end.
    @inlinable
    public mutating func nested<Value>(
        _ field: StaticString, in octets: DERBytes, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        do throws(DERError) { return try DERCursor.decode(octets, body) } catch { throw error.inside(field) }
    }

    /// A NULL.
    public mutating func null(_ field: StaticString, tag: DERTag = .null) throws(DERError) {
        do throws(DERError) {
            let header = try element(tag)
            guard header.content.isEmpty else {
                throw DERError(.wrongContentLength(expected: 0, found: header.content.count), at: header.offset)
            }
        } catch { throw error.inside(field) }
    }
}

extension DERWriter {
    /// An OCTET STRING.
    public mutating func octetString(_ octets: some Collection<UInt8>, tag: DERTag = .octetString) {
        primitive(tag, octets)
    }

    /// An OCTET STRING that holds DER, which `body` writes.
    public mutating func octetString(containing body: (inout DERWriter) -> Void) {
        constructed(.octetString, body)
    }

    /// A NULL.
    public mutating func null() { primitive(.null, []) }
}
