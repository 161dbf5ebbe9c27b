public import LucidDER

/// The part of a basic response that is signed (RFC 6960 §4.2.1).
///
///     ResponseData ::= SEQUENCE {
///        version              [0] EXPLICIT Version DEFAULT v1,
///        responderID              ResponderID,
///        producedAt               GeneralizedTime,
///        responses                SEQUENCE OF SingleResponse,
///        responseExtensions   [1] EXPLICIT Extensions OPTIONAL }
public struct OCSPResponseData: Hashable, Sendable {
    public let responderID: ResponderID
    /// When the response was signed.
    public let producedAt: CalendarTime
    public let responses: [SingleResponse]
    public let responseExtensions: Extensions

    public init(
        responderID: ResponderID, producedAt: CalendarTime, responses: [SingleResponse],
        responseExtensions: Extensions = Extensions([])
    ) {
        self.responderID = responderID
        self.producedAt = producedAt
        self.responses = responses
        self.responseExtensions = responseExtensions
    }
}

extension OCSPResponseData: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            try inner.ocspVersion1()
            return OCSPResponseData(
                responderID: try ResponderID(from: &inner, "responderID"),
                producedAt: try inner.generalizedTime("producedAt"),
                responses: try inner.sequenceOf("responses") { list throws(DERError) in
                    try SingleResponse(from: &list, "")
                },
                responseExtensions: try inner.ocspExtensions(1, "responseExtensions"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            responderID.encode(to: &$0)
            $0.generalizedTime(producedAt)
            $0.sequenceOf(responses)
            $0.ocspExtensions(responseExtensions, 1)
        }
    }
}
