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
        tbs.extensions = Self.extensions(of: tbs, issuedBy: authority)
        guard let issued = Self.sign(tbs, by: scheme, attacker.authority.key) else { return nil }
        byOwnCA = scene.outcome(issued.der.array, sendingAlong: [authority])
    }

    /// The extensions with the attacker's CA's key in authorityKeyIdentifier. A self-signed certificate may have none (RFC 5280
    /// §4.2.1.1); one that somebody else issues needs it, and a careful attacker does not forget that.
    private static func extensions(of contents: TBSCertificate, issuedBy authority: Certificate) -> Extensions {
        let identifier = AuthorityKeyIdentifier(
            keyIdentifier: authority.extensions.subjectKeyIdentifier?.keyIdentifier)
        var all = contents.extensions.map { item in
            item.extnID == OID.authorityKeyIdentifier ? Extension(identifier, critical: item.critical) : item
        }
        // RFC 5280 §4.1.2.1: before version 3 there are no extensions.
        if contents.version == .v3, !all.contains(where: { $0.extnID == OID.authorityKeyIdentifier }) {
            all.append(Extension(identifier, critical: false))
        }
        return Extensions(all)
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
