public import LucidDER

/// The list's number: it grows with every list of the same issuer and scope (RFC 5280 §5.2.3).
///
///     CRLNumber ::= INTEGER (0..MAX)
public struct CRLNumber: CertificateExtension {
    public static let extnID = OID.cRLNumber

    public let number: DERInteger
    public init(number: DERInteger) { self.number = number }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        number = try cursor.nonNegativeInteger(field)
    }

    public func encode(to writer: inout DERWriter) { writer.integer(number) }
}

/// Marks a list of changes since another list, whose number it gives (RFC 5280 §5.2.4).
///
///     BaseCRLNumber ::= CRLNumber
public struct DeltaCRLIndicator: CertificateExtension {
    public static let extnID = OID.deltaCRLIndicator

    public let baseCRLNumber: DERInteger
    public init(baseCRLNumber: DERInteger) { self.baseCRLNumber = baseCRLNumber }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        baseCRLNumber = try cursor.nonNegativeInteger(field)
    }

    public func encode(to writer: inout DERWriter) { writer.integer(baseCRLNumber) }
}

extension DERCursor {
    fileprivate mutating func nonNegativeInteger(_ field: StaticString) throws(DERError) -> DERInteger {
        let start = offset
        let integer = try integer(field)
        guard !integer.isNegative else { throw DERError(.integerNegative, at: start).inside(field) }
        return integer
    }
}

/// What a list is about, and where it comes from (RFC 5280 §5.2.5).
///
///     IssuingDistributionPoint ::= SEQUENCE {
///          distributionPoint          [0] DistributionPointName OPTIONAL,
///          onlyContainsUserCerts      [1] BOOLEAN DEFAULT FALSE,
///          onlyContainsCACerts        [2] BOOLEAN DEFAULT FALSE,
///          onlySomeReasons            [3] ReasonFlags OPTIONAL,
///          indirectCRL                [4] BOOLEAN DEFAULT FALSE,
///          onlyContainsAttributeCerts [5] BOOLEAN DEFAULT FALSE }
public struct IssuingDistributionPoint: CertificateExtension {
    public static let extnID = OID.issuingDistributionPoint

    public let distributionPoint: DistributionPointName?
    public let onlyContainsUserCerts: Bool
    public let onlyContainsCACerts: Bool
    public let onlySomeReasons: ReasonFlags?
    public let indirectCRL: Bool
    public let onlyContainsAttributeCerts: Bool

    public init(
        distributionPoint: DistributionPointName? = nil, onlyContainsUserCerts: Bool = false,
        onlyContainsCACerts: Bool = false, onlySomeReasons: ReasonFlags? = nil, indirectCRL: Bool = false,
        onlyContainsAttributeCerts: Bool = false
    ) {
        self.distributionPoint = distributionPoint
        self.onlyContainsUserCerts = onlyContainsUserCerts
        self.onlyContainsCACerts = onlyContainsCACerts
        self.onlySomeReasons = onlySomeReasons
        self.indirectCRL = indirectCRL
        self.onlyContainsAttributeCerts = onlyContainsAttributeCerts
    }

    init(fields cursor: inout DERCursor) throws(DERError) {
        distributionPoint = try cursor.optionalExplicit(0, "distributionPoint") { name throws(DERError) in
            try DistributionPointName(from: &name, "")
        }
        onlyContainsUserCerts = try cursor.booleanDefaultFalse("onlyContainsUserCerts", tag: .context(1))
        onlyContainsCACerts = try cursor.booleanDefaultFalse("onlyContainsCACerts", tag: .context(2))
        onlySomeReasons =
            cursor.isNext(.context(3)) ? try ReasonFlags(from: &cursor, "onlySomeReasons", tag: .context(3)) : nil
        indirectCRL = try cursor.booleanDefaultFalse("indirectCRL", tag: .context(4))
        onlyContainsAttributeCerts = try cursor.booleanDefaultFalse("onlyContainsAttributeCerts", tag: .context(5))
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in try IssuingDistributionPoint(fields: &inner) }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let distributionPoint { $0.explicit(0) { distributionPoint.encode(to: &$0) } }
            $0.booleanDefaultFalse(onlyContainsUserCerts, tag: .context(1))
            $0.booleanDefaultFalse(onlyContainsCACerts, tag: .context(2))
            if let onlySomeReasons { onlySomeReasons.encode(to: &$0, tag: .context(3)) }
            $0.booleanDefaultFalse(indirectCRL, tag: .context(4))
            $0.booleanDefaultFalse(onlyContainsAttributeCerts, tag: .context(5))
        }
    }
}
