public import LucidDER

/// What a responder says about one certificate (RFC 6960 §4.2.1).
///
///     SingleResponse ::= SEQUENCE {
///        certID                       CertID,
///        certStatus                   CertStatus,
///        thisUpdate                   GeneralizedTime,
///        nextUpdate        [0]        EXPLICIT GeneralizedTime OPTIONAL,
///        singleExtensions  [1]        EXPLICIT Extensions OPTIONAL }
public struct SingleResponse: Hashable, Sendable {
    public let certID: CertID
    public let certStatus: CertStatus
    /// The last time at which the responder knew the status to be right.
    public let thisUpdate: CalendarTime
    /// When there will be something newer; where absent, that is so at any time.
    public let nextUpdate: CalendarTime?
    public let singleExtensions: Extensions

    public init(
        certID: CertID, certStatus: CertStatus, thisUpdate: CalendarTime, nextUpdate: CalendarTime?,
        singleExtensions: Extensions = Extensions([])
    ) {
        self.certID = certID
        self.certStatus = certStatus
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
        self.singleExtensions = singleExtensions
    }
}

extension SingleResponse: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            SingleResponse(
                certID: try CertID(from: &inner, "certID"),
                certStatus: try CertStatus(from: &inner, "certStatus"),
                thisUpdate: try inner.generalizedTime("thisUpdate"),
                nextUpdate: try inner.optionalExplicit(0, "nextUpdate") { time throws(DERError) in
                    try time.generalizedTime("")
                },
                singleExtensions: try inner.ocspExtensions(1, "singleExtensions"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            certID.encode(to: &$0)
            certStatus.encode(to: &$0)
            $0.generalizedTime(thisUpdate)
            if let nextUpdate { $0.explicit(0) { $0.generalizedTime(nextUpdate) } }
            $0.ocspExtensions(singleExtensions, 1)
        }
    }
}
