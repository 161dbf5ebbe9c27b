public import LucidDER

/// An OCSP responder's answer (RFC 6960 §4.2.1).
///
///     OCSPResponse ::= SEQUENCE {
///         responseStatus         OCSPResponseStatus,
///         responseBytes          [0] EXPLICIT ResponseBytes OPTIONAL }
public struct OCSPResponse: Hashable, Sendable {
    public let responseStatus: OCSPResponseStatus
    /// What the responder says; absent where it could not answer.
    public let responseBytes: OCSPResponseBytes?

    public init(responseStatus: OCSPResponseStatus, responseBytes: OCSPResponseBytes? = nil) {
        self.responseStatus = responseStatus
        self.responseBytes = responseBytes
    }

    /// Reads a response that fills `bytes` to the last octet.
    public init(der bytes: [UInt8]) throws(DERError) {
        try self.init(der: DERBytes(bytes), "OCSPResponse")
    }

    /// The basic response inside; nil where there is none, or one of another type.
    public var basic: BasicOCSPResponse? {
        if case .basic(let response)? = responseBytes { response } else { nil }
    }
}

extension OCSPResponse: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            OCSPResponse(
                responseStatus: try OCSPResponseStatus(from: &inner, "responseStatus"),
                responseBytes: try inner.optionalExplicit(0, "responseBytes") { bytes throws(DERError) in
                    try OCSPResponseBytes(from: &bytes, "")
                })
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            responseStatus.encode(to: &$0)
            if let responseBytes { $0.explicit(0) { responseBytes.encode(to: &$0) } }
        }
    }
}

/// Whether the responder could answer.
///
///     OCSPResponseStatus ::= ENUMERATED {
///         successful            (0),  -- Response has valid confirmations
///         malformedRequest      (1),  -- Illegal confirmation request
///         internalError         (2),  -- Internal error in issuer
///         tryLater              (3),  -- Try again later
///                                     -- (4) is not used
///         sigRequired           (5),  -- Must sign the request
///         unauthorized          (6)   -- Request unauthorized }
public enum OCSPResponseStatus: Int, Hashable, Sendable, CaseIterable {
    case successful = 0, malformedRequest, internalError, tryLater
    case sigRequired = 5, unauthorized
}

extension OCSPResponseStatus: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        guard let status = OCSPResponseStatus(rawValue: try cursor.enumerated(field)) else {
            throw DERError(.valueNotAllowed(Self.known), at: start).inside(field)
        }
        self = status
    }

    private static let known = DERError.Rule("responseStatus is 0 to 3, 5 or 6", "RFC 6960 §4.2.1")

    public func encode(to writer: inout DERWriter) { writer.enumerated(rawValue) }
}

/// An answer of one type or another. Every client knows the basic one; others are kept as they came.
///
///     ResponseBytes ::=       SEQUENCE {
///         responseType   OBJECT IDENTIFIER,
///         response       OCTET STRING }
public enum OCSPResponseBytes: Hashable, Sendable {
    /// id-pkix-ocsp-basic.
    case basic(BasicOCSPResponse)
    case other(type: ObjectIdentifier, response: DERBytes)
}

extension OCSPResponseBytes: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let type = try inner.objectIdentifier("responseType")
            let response = try inner.octetString("response")
            guard type == OID.ocspBasic else { return .other(type: type, response: response) }
            return .basic(
                try inner.nested("response", in: response) { body throws(DERError) in
                    try BasicOCSPResponse(from: &body, "BasicOCSPResponse")
                })
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            switch self {
            case .basic(let response):
                $0.objectIdentifier(OID.ocspBasic)
                $0.octetString(containing: { response.encode(to: &$0) })
            case .other(let type, let response):
                $0.objectIdentifier(type)
                $0.octetString(response)
            }
        }
    }
}
