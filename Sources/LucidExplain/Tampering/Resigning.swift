import LucidDER
import LucidModel
import LucidSignature

/// What an attacker can do about the signature: sign the changed certificate anew, with a key of the attacker's own.
public struct Resigning: Sendable {
    /// Signed with the attacker's key, in the issuer's name.
    public let inIssuersName: TamperingOutcome
    /// Its signature under the issuer's key.
    public let comparison: SignatureComparison?
    /// Issued by a CA of the attacker's own, which is sent along.
    public let byOwnCA: TamperingOutcome

    /// Signs a changed certificate in both ways.
    ///
    /// - Returns: nil where the octets are no certificate, or the key can not sign.
    init?(_ change: CertificateChange, in scene: TamperingScene, by attacker: borrowing Attacker) {
        guard let changed = try? Certificate(der: change.octets) else { return nil }
        // The scheme that the certificate names, where the key can sign by it; SHA-1 for example is verified only.
        var scheme = attacker.authority.key.usualScheme
        if let named = try? SignatureScheme(scene.victim.signatureAlgorithm),
            (try? attacker.authority.key.identifier(of: named)) != nil
        {
            scheme = named
        }
        var tbs = changed.tbsCertificate
        guard let resigned = Self.sign(tbs, by: scheme, attacker.authority.key) else { return nil }
        inIssuersName = scene.outcome(resigned.der.array)
        comparison = SignatureComparison(
            resigned, original: scene.victim, signer: scene.signer.subjectPublicKeyInfo)
        let authority = attacker.authority.certificate
        tbs.issuer = authority.subject
        tbs.extensions = Extensions(
            tbs.extensions.map { item in
                guard item.extnID == OID.authorityKeyIdentifier else { return item }
                let identifier = authority.extensions.subjectKeyIdentifier?.keyIdentifier
                return Extension(AuthorityKeyIdentifier(keyIdentifier: identifier), critical: item.critical)
            })
        guard let issued = Self.sign(tbs, by: scheme, attacker.authority.key) else { return nil }
        byOwnCA = scene.outcome(issued.der.array, sendingAlong: [authority])
    }

    /// The same contents, signed by the key; both places name the algorithm.
    private static func sign(
        _ contents: TBSCertificate, by scheme: SignatureScheme, _ key: borrowing SigningKey
    ) -> Certificate? {
        guard let algorithm = try? key.identifier(of: scheme) else { return nil }
        var contents = contents
        contents.signature = algorithm
        let encoded = contents.derEncoded
        guard let signature = try? key.sign(encoded.span, by: scheme) else { return nil }
        // Read again, as it would be by who gets it.
        return try? Certificate(
            der: Certificate(tbsCertificate: contents, signatureAlgorithm: algorithm, signature: signature).der.array)
    }
}
