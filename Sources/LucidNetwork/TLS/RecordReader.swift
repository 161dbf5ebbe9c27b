/// What a record carries.
///
///     enum { change_cipher_spec(20), alert(21), handshake(22), application_data(23), (255) } ContentType;
///
/// Source: RFC 5246 §6.2.1
public struct ContentType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let changeCipherSpec = ContentType(rawValue: 20)
    public static let alert = ContentType(rawValue: 21)
    public static let handshake = ContentType(rawValue: 22)
    public static let applicationData = ContentType(rawValue: 23)
}

/// A record that is not encrypted.
///
///     struct {
///         ContentType type;
///         ProtocolVersion version;
///         uint16 length;
///         opaque fragment[TLSPlaintext.length];
///     } TLSPlaintext;
///
/// Source: RFC 5246 §6.2.1
struct TLSRecord: Hashable {
    /// The longest fragment: 2^14 octets.
    static let fragmentLimit = 1 << 14

    let type: ContentType
    let fragment: ArraySlice<UInt8>

    /// A record.
    ///
    /// - Parameter version: the one that the server chose; for the first record 3.1, which old servers take as well (RFC 5246
    ///   appendix E.1).
    static func write(_ type: ContentType, _ fragment: [UInt8], version: UInt16 = 0x0301) -> [UInt8] {
        var writer = PresentationWriter()
        writer.uint8(type.rawValue)
        writer.uint16(version)
        writer.vector(lengthOctets: 2) { $0.opaque(fragment) }
        return writer.bytes
    }
}

/// Takes octets as they arrive and gives whole records.
struct RecordReader {
    private var buffer: [UInt8] = []

    /// Whether a record has begun that is not whole.
    var isInTheMiddle: Bool { !buffer.isEmpty }

    /// Takes more octets.
    mutating func append(_ octets: some Sequence<UInt8>) { buffer += octets }

    /// The next record; nil until more octets have come.
    mutating func next() throws(TLSProblem) -> TLSRecord? {
        guard let first = buffer.first else { return nil }
        // type and the version's first octet, which is 3 in every version from SSL 3.0 on.
        guard (20...23).contains(first), buffer.count < 2 || buffer[1] == 3 else {
            throw .notTLS(PlainTextProtocol(firstOctets: buffer))
        }
        guard buffer.count >= 5 else { return nil }
        let length = Int(buffer[3]) << 8 | Int(buffer[4])
        guard length <= TLSRecord.fragmentLimit else {
            let reason = TLSMalformation.Reason.tooLong(length: length, limit: TLSRecord.fragmentLimit)
            throw .malformed(TLSMalformation("TLSPlaintext.fragment", reason, "RFC 5246 §6.2.1"))
        }
        // Without content there is no progress: a server could send such records for ever.
        guard length > 0 else { throw .malformed(TLSMalformation("TLSPlaintext.fragment", .empty, "RFC 5246 §6.2.1")) }
        guard buffer.count >= 5 + length else { return nil }
        let record = TLSRecord(type: ContentType(rawValue: first), fragment: buffer[5..<5 + length])
        buffer.removeSubrange(..<(5 + length))
        return record
    }
}
