/// A set of algorithms for a connection.
///
///     uint8 CipherSuite[2];    /* Cryptographic suite selector */
///
/// Source: RFC 5246 §7.4.1.2
public struct CipherSuite: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The name in IANA's registry; four hexadecimal digits for a suite that Lucid does not offer.
    public var name: String {
        Self.names[rawValue] ?? "0x" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private var digits: String { String(rawValue, radix: 16, uppercase: true) }

    /// What the hello offers, the best first. Nothing is ever encrypted with them: they are there so that a server finds one
    /// that it accepts, also an old server. Those without a certificate (anonymous, pre-shared keys) are left out.
    static let offered: [(suite: UInt16, name: String)] = [
        (0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"), (0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        (0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"), (0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        (0xcca9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0x009e, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"), (0x009f, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
        (0xccaa, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0xc0ac, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM"), (0xc0ad, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM"),
        (0xc0ae, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8"), (0xc0af, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8"),
        (0xc023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"), (0xc027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"),
        (0xc024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"), (0xc028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
        (0xc009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"), (0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
        (0xc00a, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"), (0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
        (0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"), (0x006b, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"),
        (0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"), (0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"),
        (0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256"), (0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
        (0xc09c, "TLS_RSA_WITH_AES_128_CCM"), (0xc09d, "TLS_RSA_WITH_AES_256_CCM"),
        (0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256"), (0x003d, "TLS_RSA_WITH_AES_256_CBC_SHA256"),
        (0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA"), (0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
        (0x00a2, "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256"), (0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA"),
        (0xc008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA"), (0xc012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
        (0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"), (0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
    ]

    private static let names = Dictionary(offered.map { ($0.suite, $0.name) }) { first, _ in first }

    /// TLS_EMPTY_RENEGOTIATION_INFO_SCSV, which says that the client renegotiates safely (RFC 5746 §3.3); some servers ask for
    /// it.
    static let safeRenegotiation: UInt16 = 0x00ff

    /// TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384 and TLS_CHACHA20_POLY1305_SHA256: RFC 8446 appendix B.4.
    static let ofTLS13: [UInt16] = [0x1301, 0x1302, 0x1303]
}
