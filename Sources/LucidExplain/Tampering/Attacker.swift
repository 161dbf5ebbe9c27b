import LucidCrypto
public import LucidDER
import LucidIssuing
public import LucidSignature

/// Somebody who can sign, but whom nobody trusts: a CA with a key of its own.
public struct Attacker: ~Copyable, Sendable {
    let authority: CertificateAuthority

    /// - Parameters:
    ///   - key: of the kind of the issuer's, so that nothing but the key is different.
    ///   - time: a moment that the CA's certificate is valid at.
    /// - Returns: nil where no CA can have the key.
    public init?(key: consuming SigningKey, at time: CalendarTime) {
        guard
            let authority = try? CertificateAuthority.root(
                named: "The Attacker's Own CA", key: key, from: time.adding(seconds: -86400))
        else { return nil }
        self.authority = authority
    }

    /// The kind of key that an attacker takes to pass for an issuer. RSA keys are bounded: to find a very long one takes minutes.
    public static func kind(like signer: PublicKey) -> SigningKey.Kind {
        switch signer {
        case .rsa(let key), .rsaPSS(let key, _): .rsa(bits: min(4096, max(2048, (key.modulus.bitWidth + 1) / 2 * 2)))
        case .ec(let key):
            switch key.curve {
            case .p256: .p256
            case .p384: .p384
            case .p521: .p521
            }
        case .ed25519: .ed25519
        }
    }
}
