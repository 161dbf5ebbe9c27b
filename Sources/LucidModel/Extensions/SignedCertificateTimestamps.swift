public import LucidDER

/// Promises by Certificate Transparency logs to publish the certificate (RFC 6962 §3.3). Decoded for showing; Lucid does not
/// check the logs' signatures.
///
///     SignedCertificateTimestampList ::= OCTET STRING
///
/// whose content is in TLS's own encoding (RFC 5246 §4): lengths of two octets in front of the list and of each entry.
public struct SignedCertificateTimestampList: CertificateExtension {
    public static let extnID = OID.signedCertificateTimestampList

    public let timestamps: [SignedCertificateTimestamp]
    /// The list in TLS's encoding, as it came.
    public let content: DERBytes

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let content = try cursor.octetString(field)
        self.content = content
        do throws(DERError) {
            var outer = TLSReader(content)
            let list = try outer.vector16()
            try outer.expectEnd()
            var entries = TLSReader(list)
            var timestamps: [SignedCertificateTimestamp] = []
            while !entries.isAtEnd { timestamps.append(try SignedCertificateTimestamp(try entries.vector16())) }
            self.timestamps = timestamps
        } catch { throw error.inside(field) }
    }

    public func encode(to writer: inout DERWriter) { writer.octetString(content) }
}

/// One log's promise (RFC 6962 §3.2).
public struct SignedCertificateTimestamp: Hashable, Sendable {
    /// 0 for v1.
    public let version: UInt8
    /// SHA-256 of the log's public key.
    public let logID: DERBytes
    /// Milliseconds since 1970.
    public let timestamp: UInt64
    public let extensions: DERBytes
    /// TLS's numbers for hash and signature algorithm (RFC 5246 §7.4.1.4.1): 4 is SHA-256; 1 is RSA, 3 is ECDSA.
    public let hashAlgorithm, signatureAlgorithm: UInt8
    public let signature: DERBytes

    init(_ bytes: DERBytes) throws(DERError) {
        var reader = TLSReader(bytes)
        version = try reader.byte()
        logID = try reader.bytes(32)
        timestamp = try reader.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
        extensions = try reader.vector16()
        hashAlgorithm = try reader.byte()
        signatureAlgorithm = try reader.byte()
        signature = try reader.vector16()
        try reader.expectEnd()
    }
}

/// Reads TLS's presentation language: fixed fields, and vectors behind a length of two octets.
private struct TLSReader {
    let input: DERBytes
    var offset: Int

    init(_ input: DERBytes) {
        self.input = input
        offset = input.startIndex
    }

    var isAtEnd: Bool { offset >= input.endIndex }

    mutating func bytes(_ count: Int) throws(DERError) -> DERBytes {
        guard count <= input.endIndex - offset else {
            throw DERError(.valueNotAllowed(Self.lengths), at: offset)
        }
        defer { offset += count }
        return input[offset..<offset + count]
    }

    mutating func byte() throws(DERError) -> UInt8 { try bytes(1).reduce(0) { $0 | $1 } }

    mutating func vector16() throws(DERError) -> DERBytes {
        try bytes(try bytes(2).reduce(0) { $0 << 8 | Int($1) })
    }

    func expectEnd() throws(DERError) {
        guard isAtEnd else { throw DERError(.trailingBytes(count: input.endIndex - offset), at: offset) }
    }

    static let lengths = DERError.Rule("the lengths in a list of signed certificate timestamps fit", "RFC 6962 §3.3")
}
