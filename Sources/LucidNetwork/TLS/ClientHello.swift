/// The client's first message.
///
///     struct {
///         ProtocolVersion client_version;
///         Random random;
///         SessionID session_id;
///         CipherSuite cipher_suites<2..2^16-2>;
///         CompressionMethod compression_methods<1..2^8-1>;
///         Extension extensions<0..2^16-1>;
///     } ClientHello;
///
/// Source: RFC 5246 §7.4.1.2
struct ClientHello {
    /// Which question is asked.
    enum Version: Hashable {
        /// For certificates: TLS 1.2, which a server may answer with an older version.
        case tls12
        /// Whether the server speaks TLS 1.3: a hello without a key share, which such a server answers in the clear with
        /// HelloRetryRequest (RFC 8446 §4.1.4, §4.2.8).
        case tls13
    }

    let version: Version
    /// The DNS name to ask for; nil where the server is named by its address.
    let serverName: String?
    /// 32 random octets.
    let random: [UInt8]

    /// The whole record.
    var record: [UInt8] { TLSRecord.write(.handshake, HandshakeMessage.write(.clientHello, body)) }

    /// 3.3 is TLS 1.2. RFC 8446 §4.1.2 keeps this number in hellos for TLS 1.3.
    private static let clientVersion: UInt16 = 0x0303

    private var body: [UInt8] {
        var writer = PresentationWriter()
        writer.uint16(Self.clientVersion)
        writer.opaque(random)
        writer.vector(lengthOctets: 1) { _ in }
        writer.vector(lengthOctets: 2) { writer in
            for suite in suites { writer.uint16(suite) }
        }
        // null, the only method: RFC 5246 §6.2.2.
        writer.vector(lengthOctets: 1) { $0.uint8(0) }
        writer.vector(lengthOctets: 2) { addExtensions(to: &$0) }
        return writer.bytes
    }

    private var suites: [UInt16] {
        switch version {
        case .tls12: CipherSuite.offered.map(\.suite) + [CipherSuite.safeRenegotiation]
        case .tls13: CipherSuite.ofTLS13
        }
    }

    /// Each is a number and a vector: RFC 5246 §7.4.1.4.
    private func addExtensions(to writer: inout PresentationWriter) {
        func add(_ number: UInt16, _ body: (inout PresentationWriter) -> Void) {
            writer.uint16(number)
            writer.vector(lengthOctets: 2, body)
        }
        if let serverName {
            // server_name: a list with one name, whose type is host_name(0). RFC 6066 §3.
            add(0) { extensionData in
                extensionData.vector(lengthOctets: 2) { list in
                    list.uint8(0)
                    list.vector(lengthOctets: 2) { $0.opaque(serverName.utf8) }
                }
            }
        }
        // supported_groups: RFC 8422 §5.1.1.
        add(10) { $0.vector(lengthOctets: 2) { list in for group in Self.groups { list.uint16(group) } } }
        // signature_algorithms: RFC 5246 §7.4.1.4.1.
        add(13) { $0.vector(lengthOctets: 2) { list in for scheme in Self.signatureSchemes { list.uint16(scheme) } } }
        switch version {
        case .tls12:
            // ec_point_formats: uncompressed(0). RFC 8422 §5.1.2.
            add(11) { $0.vector(lengthOctets: 1) { $0.uint8(0) } }
            // extended_master_secret, empty; servers with FIPS rules ask for it. RFC 7627 §5.1.
            add(23) { _ in }
        case .tls13:
            // supported_versions: 3.4 alone. RFC 8446 §4.2.1.
            add(43) { $0.vector(lengthOctets: 1) { $0.uint16(0x0304) } }
            // key_share, without any share. RFC 8446 §4.2.8.
            add(51) { $0.vector(lengthOctets: 2) { _ in } }
        }
    }

    /// x25519, secp256r1, secp384r1, secp521r1, x448, and Brainpool's curves of 256, 384 and 512 bits (RFC 7027). The groups
    /// ffdhe… are left out, so that a server may use any group for DHE (RFC 7919 §4).
    private static let groups: [UInt16] = [29, 23, 24, 25, 30, 26, 27, 28]

    /// ECDSA, Ed25519, Ed448, RSA-PSS, RSA PKCS#1 and DSA with SHA-2, then with SHA-1: RFC 8446 §4.2.3, RFC 5246 §7.4.1.4.1.
    private static let signatureSchemes: [UInt16] = [
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601,
        0x0402, 0x0303, 0x0301, 0x0203, 0x0201, 0x0202,
    ]
}

extension ClientHello {
    /// A hello with new random octets.
    init(_ version: Version, serverName: String?) {
        var generator = SystemRandomNumberGenerator()
        self.init(
            version: version, serverName: serverName,
            random: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
