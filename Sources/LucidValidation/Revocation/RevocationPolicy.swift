/// How much a path has to show about the revocation of its certificates.
///
/// Evidence is what the caller gave: CRLs and OCSP responses. A piece of it is about a certificate when it is by that
/// certificate's issuer (or by whom its distribution points name) and of a scope that includes it; all else is passed
/// over in silence.
public enum RevocationPolicy: String, Hashable, Sendable, CaseIterable {
    /// Nothing is asked, nothing is looked at.
    case off
    /// What was given counts; that nothing was given is no fault.
    ///
    /// A certificate that is revoked is refused. Evidence about it that can not be used (a signature that does not
    /// hold, an issuer without cRLSign, a CRL that has expired, a critical extension that nobody knows) refuses it as
    /// well, unless other evidence settles the matter for all reasons: who gives evidence wants it to count, and broken
    /// evidence may be a revocation that somebody tampered with.
    case ifPresent
    /// Every certificate needs a status that is determined for all reasons and good. The trust anchor needs none.
    case require
}
