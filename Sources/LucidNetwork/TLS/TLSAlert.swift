/// What a side says when something is wrong, or when it ends.
///
///     enum { warning(1), fatal(2), (255) } AlertLevel;
///
///     struct {
///         AlertLevel level;
///         AlertDescription description;
///     } Alert;
///
/// Source: RFC 5246 §7.2
public struct TLSAlert: Hashable, Sendable {
    public let level: UInt8
    public let description: UInt8

    public init(level: UInt8, description: UInt8) {
        self.level = level
        self.description = description
    }

    init(_ fragment: ArraySlice<UInt8>) throws(TLSMalformation) {
        var reader = PresentationReader(fragment, "Alert")
        level = try reader.uint8("level")
        description = try reader.uint8("description")
        try reader.end()
    }

    /// Whether the connection is over.
    public var isFatal: Bool { level != 1 || description == Self.closeNotify }

    /// The name of the description in its RFC; nil for a number that none has.
    public var name: String? { Self.meanings[description]?.name }

    /// What it means, for people; nil for a number that no RFC has.
    public var meaning: String? { Self.meanings[description]?.meaning }

    static let closeNotify: UInt8 = 0
    static let handshakeFailure: UInt8 = 40
    static let protocolVersion: UInt8 = 70
    static let insufficientSecurity: UInt8 = 71
    static let internalError: UInt8 = 80
    static let userCanceled: UInt8 = 90

    /// What a client says that goes away in the middle of a handshake: user_canceled, then close_notify, both as warnings
    /// (RFC 5246 §7.2.2, §7.2.1).
    static func farewell(version: UInt16) -> [UInt8] {
        [userCanceled, closeNotify].flatMap { TLSRecord.write(.alert, [1, $0], version: version) }
    }

    /// RFC 5246 §7.2, RFC 6066 §9, RFC 7301 §3.2, RFC 7507 §5, RFC 8446 §6.
    private static let meanings: [UInt8: (name: String, meaning: String)] = [
        0: ("close_notify", "it wants to say nothing more"),
        10: ("unexpected_message", "it expected another message"),
        20: ("bad_record_mac", "a record was damaged"),
        21: ("decryption_failed", "a record could not be decrypted"),
        22: ("record_overflow", "a record was too long for it"),
        30: ("decompression_failure", "a record could not be unpacked"),
        40: (
            "handshake_failure",
            "it accepts none of the cipher suites, curves and signature algorithms that were offered"
        ),
        42: ("bad_certificate", "it takes a certificate for damaged"),
        43: ("unsupported_certificate", "it can not use a certificate of this kind"),
        44: ("certificate_revoked", "it takes a certificate for revoked"),
        45: ("certificate_expired", "it takes a certificate for expired"),
        46: ("certificate_unknown", "it does not accept a certificate"),
        47: ("illegal_parameter", "it takes something in the hello for wrong"),
        48: ("unknown_ca", "it does not know the CA of a certificate"),
        49: ("access_denied", "it does not let this client in"),
        50: ("decode_error", "it could not read the hello"),
        51: ("decrypt_error", "a cryptographic step failed"),
        60: ("export_restriction", "it asks for weaker cryptography"),
        70: ("protocol_version", "it does not speak TLS 1.2"),
        71: ("insufficient_security", "it asks for stronger cryptography than was offered"),
        80: ("internal_error", "something is wrong inside of the server"),
        86: ("inappropriate_fallback", "it takes the hello for one that was weakened on the way"),
        90: ("user_canceled", "it does not want to go on"),
        100: ("no_renegotiation", "it does not negotiate anew"),
        109: ("missing_extension", "the hello lacks an extension that it asks for"),
        110: ("unsupported_extension", "an extension was not asked for"),
        111: ("certificate_unobtainable", "it could not fetch a certificate"),
        112: ("unrecognized_name", "it does not serve the name that was asked for"),
        113: ("bad_certificate_status_response", "it could not use an OCSP response"),
        114: ("bad_certificate_hash_value", "a certificate is another one than was promised"),
        115: ("unknown_psk_identity", "it does not know the shared key"),
        116: ("certificate_required", "it asks for a client certificate"),
        120: ("no_application_protocol", "it asks for an application protocol that was not offered"),
    ]
}
