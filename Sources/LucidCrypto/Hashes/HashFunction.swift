/// A hash function of FIPS 180-4 or RFC 1321: octets go in piece by piece, a digest of fixed length comes out.
///
/// Its state is plain data (`BitwiseCopyable`), so that whoever hashes a secret can keep the state in memory that is
/// wiped.
public protocol HashFunction: Sendable, BitwiseCopyable {
    /// The length of the digest in octets.
    static var digestByteCount: Int { get }
    /// The length of a block in octets: what HMAC pads its key to.
    static var blockByteCount: Int { get }

    /// A hash that has seen nothing yet.
    init()
    /// Takes more octets of the message.
    mutating func update(_ bytes: Span<UInt8>)
    /// Ends the message and writes the digest (`digestByteCount` octets) to the beginning of `digest`, which must
    /// have room for it. Afterwards the value has seen nothing, as a new one.
    mutating func finish(into digest: inout MutableSpan<UInt8>)
}

extension HashFunction {
    /// Takes more octets of the message.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }
    /// Takes more octets of the message.
    public mutating func update(_ bytes: ArraySlice<UInt8>) { update(bytes.span) }

    /// Ends the message and returns the digest.
    public mutating func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.digestByteCount)
        var span = digest.mutableSpan
        finish(into: &span)
        return digest
    }

    /// The digest of a whole message.
    public static func hash(_ message: Span<UInt8>) -> [UInt8] {
        var hash = Self()
        hash.update(message)
        return hash.finish()
    }

    /// The digest of a whole message.
    public static func hash(_ message: [UInt8]) -> [UInt8] { hash(message.span) }
    /// The digest of a whole message.
    public static func hash(_ message: ArraySlice<UInt8>) -> [UInt8] { hash(message.span) }
}
