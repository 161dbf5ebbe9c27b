public import LucidDER

/// Why a certificate was revoked (RFC 5280 §5.3.1).
///
///     CRLReason ::= ENUMERATED {
///          unspecified (0), keyCompromise (1), cACompromise (2), affiliationChanged (3), superseded (4),
///          cessationOfOperation (5), certificateHold (6), removeFromCRL (8), privilegeWithdrawn (9), aACompromise (10) }
public struct ReasonCode: CertificateExtension {
    public static let extnID = OID.reasonCode

    public let reason: Reason
    public init(_ reason: Reason) { self.reason = reason }

    /// The reasons; 7 is not used.
    public enum Reason: Int, Hashable, Sendable, CaseIterable {
        case unspecified = 0, keyCompromise, cACompromise, affiliationChanged, superseded, cessationOfOperation,
            certificateHold
        case removeFromCRL = 8, privilegeWithdrawn, aACompromise
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        guard let reason = Reason(rawValue: try cursor.enumerated(field)) else {
            throw DERError(.valueNotAllowed(Self.known), at: start).inside(field)
        }
        self.reason = reason
    }

    private static let known = DERError.Rule("a CRL reason is 0 to 6 or 8 to 10", "RFC 5280 §5.3.1")

    public func encode(to writer: inout DERWriter) { writer.enumerated(reason.rawValue) }
}

/// When the key was lost, or the certificate stopped being right (RFC 5280 §5.3.2).
///
///     InvalidityDate ::=  GeneralizedTime
public struct InvalidityDate: CertificateExtension {
    public static let extnID = OID.invalidityDate

    public let date: CalendarTime
    public init(date: CalendarTime) { self.date = date }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        date = try cursor.generalizedTime(field)
    }

    public func encode(to writer: inout DERWriter) { writer.generalizedTime(date) }
}

/// Whose certificate an entry of an indirect CRL is about (RFC 5280 §5.3.3).
///
///     CertificateIssuer ::= GeneralNames
public struct CertificateIssuer: CertificateExtension {
    public static let extnID = OID.certificateIssuer

    public let names: [GeneralName]
    public init(names: [GeneralName]) { self.names = names }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        names = try cursor.generalNames(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(names) }
}
