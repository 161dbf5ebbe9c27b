public import LucidDER

/// A structure that is read from DER.
public protocol DERDecodable {
    /// Reads the structure at the cursor. `field` is its name in the structure around it, for errors.
    init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError)
}

/// A structure that is written as DER.
public protocol DEREncodable {
    /// Writes the structure.
    func encode(to writer: inout DERWriter)
}

extension DERDecodable {
    /// Reads a structure that fills `bytes` to the last octet. Offsets in errors count from the beginning of the input
    /// that the bytes were cut from.
    public init(der bytes: DERBytes, _ field: StaticString) throws(DERError) {
        self = try DERCursor.decode(bytes) { cursor throws(DERError) in try Self(from: &cursor, field) }
    }
}

extension DEREncodable {
    /// The structure's encoding.
    public var derEncoded: [UInt8] { DERWriter.encode { encode(to: &$0) } }
}

extension DERWriter {
    /// A SEQUENCE OF structures, perhaps under an IMPLICIT tag.
    mutating func sequenceOf(_ elements: some Sequence<some DEREncodable>, tag: DERTag = .sequence) {
        constructed(tag) { for element in elements { element.encode(to: &$0) } }
    }
}
