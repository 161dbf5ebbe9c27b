public import LucidDER
public import LucidModel

/// Who knows other certificates than those of the path, and whether they are to be trusted: the search for paths.
///
/// RFC 5280 §6.3.3(f) lets a CRL be signed by another certificate than the one that issued the certificate in question,
/// if that certificate has a path of its own to the same trust anchor.
public protocol CRLIssuerPaths {
    /// The certificates whose subject is this name, likely ones first.
    ///
    /// - Parameter keyIdentifier: the key that the CRL says it was signed with: a hint, not a condition.
    mutating func certificates(named subject: Name, keyIdentifier: DERBytes?) -> [Certificate]

    /// Whether the certificate has a valid path to the trust anchor of the path that is being checked.
    ///
    /// The answer may ask about the revocation of that path's own certificates, and must then see to an end: a
    /// certificate whose validation is already under way is to be answered with false.
    mutating func hasValidPath(_ certificate: Certificate) -> Bool
}

/// Nobody but the certificates of the path.
public struct NoOtherCRLIssuers: CRLIssuerPaths, Sendable {
    public init() {}
    public mutating func certificates(named subject: Name, keyIdentifier: DERBytes?) -> [Certificate] { [] }
    public mutating func hasValidPath(_ certificate: Certificate) -> Bool { false }
}
