public import LucidDER

/// A PKCS #12 file (RFC 7292 §4): keys, certificates and more, under a passphrase.
///
///     PFX ::= SEQUENCE {
///         version     INTEGER {v3(3)}(v3,...),
///         authSafe    ContentInfo,
///         macData     MacData OPTIONAL }
///
/// Three layers are in it: the authenticated safe (`authenticatedSafe()`), whose parts may each be encrypted; in each
/// part, bags (`SafeContents`); in each bag, a key, which may be encrypted once more, a certificate, and so on.
public struct PFX: Hashable, Sendable {
    public let authSafe: ContentInfo
    public let macData: MacData?

    public init(authSafe: ContentInfo, macData: MacData?) {
        self.authSafe = authSafe
        self.macData = macData
    }

    /// Reads a file's octets, DER or BER. Where they are BER, offsets in errors are those in its definite form.
    public init(file bytes: [UInt8]) throws(DERError) {
        let definite = try BER.definiteForm(of: DERBytes(bytes))
        try self.init(der: DERBytes(definite ?? bytes), "PFX")
    }

    /// Whether octets begin as a PFX does: a SEQUENCE whose first two elements are the INTEGER 3 and a SEQUENCE.
    public static func looksLikeOne(_ bytes: Span<UInt8>) -> Bool {
        guard let content = ContentInfo.contentStart(bytes), bytes.count - content > 4 else { return false }
        return bytes[content] == DERTag.integer.octet && bytes[content + 1] == 1 && bytes[content + 2] == 3
            && bytes[content + 3] == DERTag.sequence.octet
    }

    /// What the MAC is over: the octets of the OCTET STRING in `authSafe`. Nil where that is of another type than data,
    /// which is to say signed in place of a MAC.
    public func authenticatedOctets() throws(DERError) -> DERBytes? {
        guard authSafe.contentType == OID.pkcs7Data else { return nil }
        return try authSafe.octets("authSafe")
    }

    /// The parts.
    ///
    ///     AuthenticatedSafe ::= SEQUENCE OF ContentInfo
    ///         -- Data if unencrypted
    ///         -- EncryptedData if password-encrypted
    ///         -- EnvelopedData if public key-encrypted
    public static func authenticatedSafe(_ octets: DERBytes) throws(DERError) -> [ContentInfo] {
        let definite = try BER.definiteForm(of: octets)
        return try DERCursor.decode(definite.map { DERBytes($0) } ?? octets) { cursor throws(DERError) in
            try cursor.sequenceOf("AuthenticatedSafe") { list throws(DERError) in try ContentInfo(from: &list, "") }
        }
    }
}

extension ContentInfo {
    /// The octets of a content of type data (RFC 5652 §4): those of an OCTET STRING.
    public func octets(_ field: StaticString) throws(DERError) -> DERBytes {
        guard let content else { throw DERError(.missingElement(expected: [.octetString]), at: 0).inside(field) }
        do throws(DERError) {
            return try DERCursor.decode(content) { cursor throws(DERError) in try cursor.octetString("content") }
        } catch { throw error.inside(field) }
    }
}

extension PFX: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            guard try inner.smallNatural("version") == 3 else {
                throw DERError(.valueNotAllowed(Self.version3), at: start).inside("version")
            }
            return PFX(
                authSafe: try ContentInfo(from: &inner, "authSafe"),
                macData: inner.isAtEnd ? nil : try MacData(from: &inner, "macData"))
        }
    }

    private static let version3 = DERError.Rule("version is v3 (3)", "RFC 7292 §4")

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(3)
            authSafe.encode(to: &$0)
            macData?.encode(to: &$0)
        }
    }
}
