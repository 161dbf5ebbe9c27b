import LucidModel
import LucidDER

extension KeyUsage {
    /// What keys of one kind can be used for.
    ///
    /// - RSA keys sign and encipher; they agree on nothing (RFC 3279 §2.3.1). TLS 1.2 without a key agreement, and S/MIME, need
    ///   keyEncipherment.
    /// - RSA keys for PSS alone sign (RFC 4055 §1.2).
    /// - Keys on NIST's curves sign and agree on keys; they do not encipher (RFC 5480 §3).
    /// - Ed25519 keys sign (RFC 8410 §5).
    static func possible(for algorithm: ObjectIdentifier) -> KeyUsage {
        let signing: KeyUsage = [.digitalSignature, .nonRepudiation, .keyCertSign, .cRLSign]
        return switch algorithm {
        case OID.rsaEncryption: signing.union([.keyEncipherment, .dataEncipherment])
        case OID.ecPublicKey: signing.union([.keyAgreement, .encipherOnly, .decipherOnly])
        default: signing
        }
    }
}
