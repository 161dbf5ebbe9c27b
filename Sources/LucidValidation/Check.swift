/// Every check that the verifier makes, with the clause that asks for it.
///
/// The raw value is the check's id: it stands in findings, in the trace and in the JSON output, and stays the same from
/// version to version.
public enum Check: String, Hashable, Sendable, CaseIterable {
    // The certificate by itself
    case version = "certificate.version"
    case serialNumber = "certificate.serial-number"
    case signatureAlgorithmsAgree = "certificate.signature-algorithms-agree"
    case issuerNotEmpty = "certificate.issuer-not-empty"
    case timeEncoding = "certificate.time-encoding"
    case extensionsDecode = "certificate.extensions-decode"
    case extensionsUnique = "certificate.extensions-unique"

    // RFC 5280 §6.1, in its order
    case signature = "path.signature"
    case notBefore = "path.not-before"
    case notAfter = "path.not-after"
    case nameChaining = "path.name-chaining"
    case isCA = "path.is-ca"
    case pathLength = "path.path-length"
    case keyCertSign = "path.key-cert-sign"
    case criticalExtensions = "path.critical-extensions"
    case unprocessedConstraints = "path.unprocessed-constraints"

    // What the certificate is to be used for
    case extendedKeyUsage = "purpose.extended-key-usage"
    case keyUsage = "purpose.key-usage"

    // Whom it is for
    case hasSubjectAltName = "identity.subject-alt-name"
    case dnsName = "identity.dns-name"
    case ipAddress = "identity.ip-address"

    // The search for a path
    case trustAnchor = "search.trust-anchor"
    case anchorValidity = "search.anchor-validity"
    case searchBudget = "search.budget"

    /// The clause that asks for the check.
    public var clause: String {
        switch self {
        case .version: "RFC 5280 §4.1.2.1"
        case .serialNumber: "RFC 5280 §4.1.2.2"
        case .signatureAlgorithmsAgree: "RFC 5280 §4.1.1.2"
        case .issuerNotEmpty: "RFC 5280 §4.1.2.4"
        case .timeEncoding: "RFC 5280 §4.1.2.5"
        case .extensionsDecode, .extensionsUnique: "RFC 5280 §4.2"
        case .signature: "RFC 5280 §6.1.3(a)(1)"
        case .notBefore, .notAfter: "RFC 5280 §6.1.3(a)(2)"
        case .nameChaining: "RFC 5280 §6.1.3(a)(4)"
        case .isCA: "RFC 5280 §6.1.4(k)"
        case .pathLength: "RFC 5280 §6.1.4(l)"
        case .keyCertSign: "RFC 5280 §6.1.4(n)"
        case .criticalExtensions: "RFC 5280 §6.1.4(o)"
        case .unprocessedConstraints: "RFC 5280 §6.1.1"
        case .extendedKeyUsage: "RFC 5280 §4.2.1.12"
        case .keyUsage: "RFC 5280 §4.2.1.3"
        case .hasSubjectAltName: "RFC 9525 §6.1"
        case .dnsName: "RFC 9525 §6.3"
        case .ipAddress: "RFC 9525 §6.4"
        case .trustAnchor: "RFC 5280 §6.1.1(d)"
        case .anchorValidity: "RFC 5280 §6.1.1(d)"
        case .searchBudget: "RFC 4158 §3.5"
        }
    }
}
