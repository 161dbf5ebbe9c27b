import LucidModel
import LucidSignature

/// A certificate in a path that is being built.
final class PathNode {
    let facts: CertificateFacts
    let place: SignatureLedger.Place
    /// Subject and issuer in the form that RFC 5280 §7.1 compares, prepared when they are first asked for unless the
    /// search has them already.
    private(set) lazy var subject = PreparedName(certificate.subject)
    private(set) lazy var issuer =
        certificate.subject == certificate.issuer ? subject : PreparedName(certificate.issuer)

    /// - Parameters:
    ///   - subject: the prepared subject, where it is known.
    ///   - issuer: the prepared issuer, where it is known.
    init(
        _ facts: CertificateFacts, _ place: SignatureLedger.Place, subject: PreparedName? = nil,
        issuer: PreparedName? = nil
    ) {
        self.facts = facts
        self.place = place
        if let subject { self.subject = subject }
        if let issuer { self.issuer = issuer }
    }

    var certificate: Certificate { facts.certificate }

    /// Whether subject and issuer are the same name (RFC 5280 §6.1).
    var isSelfIssued: Bool { subject == issuer }
}
