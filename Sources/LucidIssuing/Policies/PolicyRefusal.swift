public import LucidDER
public import LucidModel
public import LucidSignature

/// A rule of a policy that a certificate would break, and what the rule allows.
public enum PolicyRefusal: Error, Hashable, Sendable {
    /// The policy's list for names of this form does not have it.
    case name(GeneralName, allowed: [String])
    /// `*.` is not allowed.
    case wildcard(GeneralName)
    /// The name can be read in two ways, or not at all.
    case malformedName(GeneralName)
    /// Policies allow DNS names, IP addresses, e-mail addresses and URIs; this is none of them.
    case nameForm(GeneralName)
    /// The kind of key, or an RSA key's size.
    case key(PublicKey, allowed: [KeyRule])
    /// The certificate would be valid for too long.
    case life(Lifetime, longest: Lifetime, profile: String)
    /// The subject has no such attribute, and has to.
    case attributeMissing(ObjectIdentifier)
    /// The subject's attribute has to be the CA's own, and is not; `wanted` is empty where the CA has none.
    case attributeDiffers(ObjectIdentifier, found: [String], wanted: [String])
}
