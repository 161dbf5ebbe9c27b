public import LucidDER

/// Where CRLs for this certificate are to be had (RFC 5280 §4.2.1.13).
///
///     CRLDistributionPoints ::= SEQUENCE SIZE (1..MAX) OF DistributionPoint
public struct CRLDistributionPoints: CertificateExtension {
    public static let extnID = OID.cRLDistributionPoints

    public let points: [DistributionPoint]
    public init(points: [DistributionPoint]) { self.points = points }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        points = try cursor.distributionPoints(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkDistributionPoints(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(points) }
}

/// Where delta CRLs are to be had (RFC 5280 §4.2.1.15).
///
///     FreshestCRL ::= CRLDistributionPoints
public struct FreshestCRL: CertificateExtension {
    public static let extnID = OID.freshestCRL

    public let points: [DistributionPoint]
    public init(points: [DistributionPoint]) { self.points = points }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        points = try cursor.distributionPoints(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkDistributionPoints(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(points) }
}

extension DERCursor {
    fileprivate mutating func distributionPoints(_ field: StaticString) throws(DERError) -> [DistributionPoint] {
        try sequenceOf(field, minimumCount: 1) { inner throws(DERError) in try DistributionPoint(from: &inner, "") }
    }

    fileprivate mutating func checkDistributionPoints(_ field: StaticString) throws(DERError) {
        try checkSequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try DistributionPoint.check(&inner, "")
        }
    }
}

/// One place with a CRL, for which reasons of revocation, and by whom it is issued.
///
///     DistributionPoint ::= SEQUENCE {
///          distributionPoint       [0]     DistributionPointName OPTIONAL,
///          reasons                 [1]     ReasonFlags OPTIONAL,
///          cRLIssuer               [2]     GeneralNames OPTIONAL }
public struct DistributionPoint: Hashable, Sendable, DERDecodable, DEREncodable {
    public let distributionPoint: DistributionPointName?
    public let reasons: ReasonFlags?
    public let cRLIssuer: [GeneralName]?

    public init(
        distributionPoint: DistributionPointName?, reasons: ReasonFlags? = nil, cRLIssuer: [GeneralName]? = nil
    ) {
        self.distributionPoint = distributionPoint
        self.reasons = reasons
        self.cRLIssuer = cRLIssuer
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            DistributionPoint(
                distributionPoint: try inner.optionalExplicit(0, "distributionPoint") { name throws(DERError) in
                    try DistributionPointName(from: &name, "")
                },
                reasons: inner.isNext(.context(1)) ? try ReasonFlags(from: &inner, "reasons", tag: .context(1)) : nil,
                cRLIssuer: inner.isNext(.contextConstructed(2))
                    ? try inner.generalNames("cRLIssuer", tag: .contextConstructed(2)) : nil)
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) {
                try inner.explicit(0, "distributionPoint") { name throws(DERError) in
                    try DistributionPointName.check(&name, "")
                }
            }
            if inner.isNext(.context(1)) { _ = try ReasonFlags(from: &inner, "reasons", tag: .context(1)) }
            if inner.isNext(.contextConstructed(2)) {
                try inner.checkGeneralNames("cRLIssuer", tag: .contextConstructed(2))
            }
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let distributionPoint { $0.explicit(0) { distributionPoint.encode(to: &$0) } }
            if let reasons { reasons.encode(to: &$0, tag: .context(1)) }
            if let cRLIssuer { $0.sequenceOf(cRLIssuer, tag: .contextConstructed(2)) }
        }
    }
}

/// How a distribution point is called.
///
///     DistributionPointName ::= CHOICE {
///          fullName                [0]     GeneralNames,
///          nameRelativeToCRLIssuer [1]     RelativeDistinguishedName }
public enum DistributionPointName: Hashable, Sendable, DERDecodable, DEREncodable {
    case fullName([GeneralName])
    case nameRelativeToCRLIssuer(RelativeDistinguishedName)

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        do throws(DERError) {
            if cursor.isNext(.contextConstructed(1)) {
                self = .nameRelativeToCRLIssuer(
                    try RelativeDistinguishedName(from: &cursor, tag: .contextConstructed(1)))
            } else {
                self = .fullName(try cursor.generalNames("fullName", tag: .contextConstructed(0)))
            }
        } catch { throw error.inside(field) }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        do throws(DERError) {
            if cursor.isNext(.contextConstructed(1)) {
                try RelativeDistinguishedName.check(&cursor, tag: .contextConstructed(1))
            } else {
                try cursor.checkGeneralNames("fullName", tag: .contextConstructed(0))
            }
        } catch { throw error.inside(field) }
    }

    public func encode(to writer: inout DERWriter) {
        switch self {
        case .fullName(let names): writer.sequenceOf(names, tag: .contextConstructed(0))
        case .nameRelativeToCRLIssuer(let part): part.encode(to: &writer, tag: .contextConstructed(1))
        }
    }
}

/// Reasons of revocation as a set.
///
///     ReasonFlags ::= BIT STRING {
///          unused (0), keyCompromise (1), cACompromise (2), affiliationChanged (3), superseded (4),
///          cessationOfOperation (5), certificateHold (6), privilegeWithdrawn (7), aACompromise (8) }
public struct ReasonFlags: Hashable, Sendable, OptionSet {
    /// Named bit i is bit i of the value, counted from the least significant.
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let keyCompromise = ReasonFlags(rawValue: 1 << 1)
    public static let cACompromise = ReasonFlags(rawValue: 1 << 2)
    public static let affiliationChanged = ReasonFlags(rawValue: 1 << 3)
    public static let superseded = ReasonFlags(rawValue: 1 << 4)
    public static let cessationOfOperation = ReasonFlags(rawValue: 1 << 5)
    public static let certificateHold = ReasonFlags(rawValue: 1 << 6)
    public static let privilegeWithdrawn = ReasonFlags(rawValue: 1 << 7)
    public static let aACompromise = ReasonFlags(rawValue: 1 << 8)

    /// The names of the bits, in their order.
    public static let bitNames = [
        "unused", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
        "certificateHold", "privilegeWithdrawn", "aACompromise",
    ]

    /// The names of the bits that are set.
    public var names: [String] {
        (0..<Self.bitNames.count).filter { rawValue >> UInt32($0) & 1 == 1 }.map { Self.bitNames[$0] }
    }

    init(from cursor: inout DERCursor, _ field: StaticString, tag: DERTag) throws(DERError) {
        let start = cursor.offset
        let bits = try cursor.namedBits(field, tag: tag)
        guard bits.bitCount <= Self.bitNames.count else {
            throw DERError(.valueNotAllowed(Self.known), at: start).inside(field)
        }
        rawValue = bits.mask
    }

    private static let known = DERError.Rule("reasons has nine bits", "RFC 5280 §4.2.1.13")

    func encode(to writer: inout DERWriter, tag: DERTag) {
        writer.bitString(DERBitString(namedBits: rawValue), tag: tag)
    }
}
