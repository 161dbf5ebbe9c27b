public import LucidModel

/// The four extensions in which a certificate speaks about policies; nil where it has none, or one that can not be
/// decoded.
public struct PolicyExtensions: Hashable, Sendable {
    /// Under which policies it was issued (RFC 5280 §4.2.1.4).
    public var certificatePolicies: CertificatePolicies?
    /// Which policies of its issuer stand for which of its own (RFC 5280 §4.2.1.5).
    public var policyMappings: PolicyMappings?
    /// From where on a policy is required and mapping forbidden (RFC 5280 §4.2.1.11).
    public var policyConstraints: PolicyConstraints?
    /// From where on anyPolicy counts for nothing (RFC 5280 §4.2.1.14).
    public var inhibitAnyPolicy: InhibitAnyPolicy?

    /// The extensions that are named and no others.
    public init(
        certificatePolicies: CertificatePolicies? = nil, policyMappings: PolicyMappings? = nil,
        policyConstraints: PolicyConstraints? = nil, inhibitAnyPolicy: InhibitAnyPolicy? = nil
    ) {
        self.certificatePolicies = certificatePolicies
        self.policyMappings = policyMappings
        self.policyConstraints = policyConstraints
        self.inhibitAnyPolicy = inhibitAnyPolicy
    }

    /// Those of a certificate. Where one occurs twice, which RFC 5280 §4.2 forbids, the first is taken.
    public init(_ extensions: Extensions) {
        self.init(
            certificatePolicies: extensions.value(CertificatePolicies.self),
            policyMappings: extensions.value(PolicyMappings.self),
            policyConstraints: extensions.value(PolicyConstraints.self),
            inhibitAnyPolicy: extensions.value(InhibitAnyPolicy.self))
    }
}
