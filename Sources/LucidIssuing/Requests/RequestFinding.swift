public import LucidDER
public import LucidModel

/// One thing that a request asked for, and what became of it.
public struct RequestFinding: Hashable, Sendable {
    public let asked: Item
    public let outcome: Outcome

    /// What a request can ask for.
    public enum Item: Hashable, Sendable {
        /// An attribute of the subject.
        case subject(AttributeTypeAndValue)
        /// An alternative name.
        case name(GeneralName)
        /// An extension other than the alternative names.
        case `extension`(Extension)
        /// An attribute of the request other than the list of extensions. Its value may be a secret, and is not kept.
        case attribute(ObjectIdentifier)
        /// How long the profile, not the request, would have the certificate live.
        case life(Lifetime)
    }

    public enum Outcome: Hashable, Sendable {
        /// It is in the certificate.
        case granted
        /// Something else is in the certificate.
        case altered(Change)
        /// It is not in the certificate.
        case dropped(Reason)
    }

    public enum Change: Hashable, Sendable {
        /// The profile decides what this extension says.
        case profileHas(Extension)
        /// The name is written as certificates have it.
        case written(GeneralName)
        /// The commonName became an alternative name as well: clients look at those alone (RFC 9525 §2).
        case alsoName(GeneralName)
        /// The policy allows no longer life.
        case life(Lifetime)
    }

    public enum Reason: Hashable, Sendable {
        /// The profile decides on this extension, and has none.
        case profileHasNone
        /// Every certificate gets one that the CA computes.
        case madeByAuthority
        /// The policy's `requestedExtensions` does not list it; these it lists.
        case extensionNotAllowed(allowed: [ObjectIdentifier])
        /// The policy's `subject` does not list the attribute.
        case attributeNotAllowed
        /// The value can not be decoded.
        case malformed(DERError)
        /// Text with control characters, or with invisible ones that reorder or hide what is around them.
        case unsafeText
        /// It is there already.
        case repeated
        /// No certificate holds it.
        case notForCertificates
        /// Names of this form are not issued.
        case formNotIssued
    }

    init(_ asked: Item, _ outcome: Outcome) {
        self.asked = asked
        self.outcome = outcome
    }
}
