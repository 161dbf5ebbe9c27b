/// The server's choice.
///
///     struct {
///         ProtocolVersion server_version;
///         Random random;
///         SessionID session_id;
///         CipherSuite cipher_suite;
///         CompressionMethod compression_method;
///         select (extensions_present) {
///             case false: struct {};
///             case true: Extension extensions<0..2^16-1>;
///         };
///     } ServerHello;
///
/// Source: RFC 5246 §7.4.1.3
struct ServerHello: Hashable {
    /// 0x0303 for TLS 1.2; 0x0304 for TLS 1.3, which says so in an extension.
    let version: UInt16
    let cipherSuite: CipherSuite

    init(_ body: ArraySlice<UInt8>) throws(TLSMalformation) {
        var reader = PresentationReader(body, "ServerHello")
        let version = try reader.uint16("server_version")
        _ = try reader.opaque(32, "random")
        let session = try reader.vector(lengthOctets: 1, "session_id")
        guard session.count <= 32 else {
            let reason = TLSMalformation.Reason.tooLong(length: session.count, limit: 32)
            throw TLSMalformation("ServerHello.session_id", reason, "RFC 5246 §7.4.1.2")
        }
        cipherSuite = CipherSuite(rawValue: try reader.uint16("cipher_suite"))
        _ = try reader.uint8("compression_method")
        guard !reader.isAtEnd else {
            self.version = version
            return
        }
        var extensions = PresentationReader(try reader.vector(lengthOctets: 2, "extensions"), "ServerHello")
        try reader.end()
        var selected: UInt16?
        while !extensions.isAtEnd {
            let number = try extensions.uint16("extension_type")
            let data = try extensions.vector(lengthOctets: 2, "extension_data")
            // supported_versions names the real version: RFC 8446 §4.2.1.
            if number == 43 {
                var inner = PresentationReader(data, "SupportedVersions")
                selected = try inner.uint16("selected_version")
                try inner.end()
            }
        }
        self.version = selected ?? version
    }
}
