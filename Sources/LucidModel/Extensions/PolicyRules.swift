public import LucidDER

/// Which of the issuer's policies stand for which of the subject's (RFC 5280 §4.2.1.5).
///
///     PolicyMappings ::= SEQUENCE SIZE (1..MAX) OF SEQUENCE {
///          issuerDomainPolicy      CertPolicyId,
///          subjectDomainPolicy     CertPolicyId }
public struct PolicyMappings: CertificateExtension {
    public static let extnID = OID.policyMappings

    public let mappings: [Mapping]

    /// One pair of policies.
    public struct Mapping: Hashable, Sendable {
        public let issuerDomainPolicy: ObjectIdentifier
        public let subjectDomainPolicy: ObjectIdentifier

        public init(issuerDomainPolicy: ObjectIdentifier, subjectDomainPolicy: ObjectIdentifier) {
            self.issuerDomainPolicy = issuerDomainPolicy
            self.subjectDomainPolicy = subjectDomainPolicy
        }
    }

    public init(mappings: [Mapping]) { self.mappings = mappings }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        mappings = try cursor.sequenceOf(field, minimumCount: 1) { list throws(DERError) in
            try list.sequence("") { inner throws(DERError) in
                Mapping(
                    issuerDomainPolicy: try inner.objectIdentifier("issuerDomainPolicy"),
                    subjectDomainPolicy: try inner.objectIdentifier("subjectDomainPolicy"))
            }
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            for mapping in mappings {
                $0.sequence {
                    $0.objectIdentifier(mapping.issuerDomainPolicy)
                    $0.objectIdentifier(mapping.subjectDomainPolicy)
                }
            }
        }
    }
}

/// From how many certificates below this one on a policy is required, and mapping forbidden (RFC 5280 §4.2.1.11).
///
///     PolicyConstraints ::= SEQUENCE {
///          requireExplicitPolicy           [0] SkipCerts OPTIONAL,
///          inhibitPolicyMapping            [1] SkipCerts OPTIONAL }
public struct PolicyConstraints: CertificateExtension {
    public static let extnID = OID.policyConstraints

    public let requireExplicitPolicy: Int?
    public let inhibitPolicyMapping: Int?

    /// One of the two must be there (RFC 5280 §4.2.1.11), neither negative.
    public init(requireExplicitPolicy: Int? = nil, inhibitPolicyMapping: Int? = nil) {
        self.requireExplicitPolicy = requireExplicitPolicy
        self.inhibitPolicyMapping = inhibitPolicyMapping
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        (requireExplicitPolicy, inhibitPolicyMapping) = try cursor.sequence(field) { inner throws(DERError) in
            let require =
                inner.isNext(.context(0)) ? try inner.smallNatural("requireExplicitPolicy", tag: .context(0)) : nil
            let inhibit =
                inner.isNext(.context(1)) ? try inner.smallNatural("inhibitPolicyMapping", tag: .context(1)) : nil
            return (require, inhibit)
        }
        // RFC 5280 §4.2.1.11: "Conforming CAs MUST NOT issue certificates where policy constraints is an empty sequence."
        guard requireExplicitPolicy != nil || inhibitPolicyMapping != nil else {
            throw DERError(.valueNotAllowed(Self.notEmpty), at: start).inside(field)
        }
    }

    private static let notEmpty = DERError.Rule("policyConstraints is not an empty sequence", "RFC 5280 §4.2.1.11")

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let requireExplicitPolicy { $0.integer(requireExplicitPolicy, tag: .context(0)) }
            if let inhibitPolicyMapping { $0.integer(inhibitPolicyMapping, tag: .context(1)) }
        }
    }
}

/// From how many certificates below this one on anyPolicy no longer counts (RFC 5280 §4.2.1.14).
///
///     InhibitAnyPolicy ::= SkipCerts
///     SkipCerts ::= INTEGER (0..MAX)
public struct InhibitAnyPolicy: CertificateExtension {
    public static let extnID = OID.inhibitAnyPolicy

    public let skipCerts: Int

    public init(skipCerts: Int) { self.skipCerts = skipCerts }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        skipCerts = try cursor.smallNatural(field)
    }

    public func encode(to writer: inout DERWriter) { writer.integer(skipCerts) }
}
