public import LucidDER

/// A private key of any kind (RFC 5958 §2, the successor of PKCS#8).
///
///     OneAsymmetricKey ::= SEQUENCE {
///       version                   Version,
///       privateKeyAlgorithm       PrivateKeyAlgorithmIdentifier,
///       privateKey                PrivateKey,
///       attributes            [0] Attributes OPTIONAL,
///       ...,
///       [[2: publicKey        [1] PublicKey OPTIONAL ]],
///       ...
///     }
///
/// The bytes are secret: read them from an array that is wiped, and keep no such value longer than that.
public struct PrivateKeyInfo: Sendable {
    public let privateKeyAlgorithm: AlgorithmIdentifier
    /// The content of the OCTET STRING: another structure, depending on the algorithm.
    public let privateKey: DERBytes
    /// The public key, which version 2 may state.
    public let publicKey: DERBitString?

    public init(privateKeyAlgorithm: AlgorithmIdentifier, privateKey: DERBytes, publicKey: DERBitString? = nil) {
        self.privateKeyAlgorithm = privateKeyAlgorithm
        self.privateKey = privateKey
        self.publicKey = publicKey
    }
}

extension PrivateKeyInfo: DERDecodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            let version = try inner.smallNatural("version")
            guard version <= 1 else {
                throw DERError(.valueNotAllowed(Rule.version), at: start).inside("version")
            }
            let algorithm = try AlgorithmIdentifier(from: &inner, "privateKeyAlgorithm")
            let privateKey = try inner.octetString("privateKey")
            if inner.isNext(.contextConstructed(0)) { _ = try inner.anyElementBytes("attributes") }
            // Version v2 (1) announces the public key.
            let statesPublicKey = version == 1 && inner.isNext(.context(1))
            let publicKey = statesPublicKey ? try inner.bitString("publicKey", tag: .context(1)) : nil
            return PrivateKeyInfo(privateKeyAlgorithm: algorithm, privateKey: privateKey, publicKey: publicKey)
        }
    }

    private enum Rule {
        static let version = DERError.Rule("version is v1 (0) or v2 (1)", "RFC 5958 §2")
    }
}

extension PrivateKeyInfo: DEREncodable {
    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(0)
            privateKeyAlgorithm.encode(to: &$0)
            $0.octetString(privateKey)
        }
    }
}
