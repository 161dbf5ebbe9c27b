/// What a handshake message is.
///
///     enum {
///         hello_request(0), client_hello(1), server_hello(2), certificate(11), server_key_exchange (12),
///         certificate_request(13), server_hello_done(14), certificate_verify(15), client_key_exchange(16),
///         finished(20), (255)
///     } HandshakeType;
///
/// Source: RFC 5246 §7.4
public struct HandshakeType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let helloRequest = HandshakeType(rawValue: 0)
    public static let clientHello = HandshakeType(rawValue: 1)
    public static let serverHello = HandshakeType(rawValue: 2)
    public static let certificate = HandshakeType(rawValue: 11)

    /// The name in the RFC; nil for a number that it does not have.
    public var name: String? { Self.names[rawValue] }

    private static let names: [UInt8: String] = [
        0: "hello_request", 1: "client_hello", 2: "server_hello", 4: "new_session_ticket", 11: "certificate",
        12: "server_key_exchange", 13: "certificate_request", 14: "server_hello_done", 15: "certificate_verify",
        16: "client_key_exchange", 20: "finished", 22: "certificate_status",
    ]
}

/// A message of the handshake.
///
///     struct {
///         HandshakeType msg_type;
///         uint24 length;
///         select (HandshakeType) { … } body;
///     } Handshake;
///
/// Source: RFC 5246 §7.4
struct HandshakeMessage: Hashable {
    /// The longest body that is read: 256 KiB. Real chains have less than 20.
    static let bodyLimit = 256 << 10

    let type: HandshakeType
    let body: ArraySlice<UInt8>

    /// The message with its head.
    static func write(_ type: HandshakeType, _ body: [UInt8]) -> [UInt8] {
        var writer = PresentationWriter()
        writer.uint8(type.rawValue)
        writer.vector(lengthOctets: 3) { $0.opaque(body) }
        return writer.bytes
    }
}

/// Puts messages together from the fragments of records: one record may hold several messages, one message may take several
/// records (RFC 5246 §6.2.1).
struct HandshakeReader {
    private var buffer: [UInt8] = []

    /// Whether a message has begun that is not whole.
    var isInTheMiddle: Bool { !buffer.isEmpty }

    /// Takes the fragment of a record.
    mutating func append(_ fragment: ArraySlice<UInt8>) { buffer += fragment }

    /// The next message; nil until more fragments have come.
    mutating func next() throws(TLSMalformation) -> HandshakeMessage? {
        guard buffer.count >= 4 else { return nil }
        let length = Int(buffer[1]) << 16 | Int(buffer[2]) << 8 | Int(buffer[3])
        // Refused by what it says, before anything is collected.
        guard length <= HandshakeMessage.bodyLimit else {
            throw TLSMalformation("Handshake.body", .tooLong(length: length, limit: HandshakeMessage.bodyLimit))
        }
        guard buffer.count >= 4 + length else { return nil }
        let message = HandshakeMessage(type: HandshakeType(rawValue: buffer[0]), body: buffer[4..<4 + length])
        buffer.removeSubrange(..<(4 + length))
        return message
    }
}
