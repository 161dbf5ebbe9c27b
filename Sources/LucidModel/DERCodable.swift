public import LucidDER

/// A structure that is read from DER.
public protocol DERDecodable {
    /// Reads the structure at the cursor. `field` is its name in the structure around it, for errors.
    init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError)

    /// Reads the structure and keeps nothing: throws what `init(from:_:)` throws. Where a structure has many parts, its
    /// own `check` goes through them without making values of them, which is what takes most of the time; the tests
    /// compare the two.
    static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError)
}

extension DERDecodable {
    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        _ = try Self(from: &cursor, field)
    }
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
