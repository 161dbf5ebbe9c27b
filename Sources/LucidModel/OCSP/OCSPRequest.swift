public import LucidDER

/// A question to an OCSP responder: what is the status of these certificates (RFC 6960 §4.1.1)?
///
///     OCSPRequest     ::=     SEQUENCE {
///         tbsRequest                  TBSRequest,
///         optionalSignature   [0]     EXPLICIT Signature OPTIONAL }
public struct OCSPRequest: Hashable, Sendable {
    public let tbsRequest: TBSRequest
    public let optionalSignature: OCSPRequestSignature?
    /// The octets of `tbsRequest` as they came: what a signature would be over.
    public let tbsBytes: DERBytes

    /// An unsigned request.
    public init(_ tbsRequest: TBSRequest) {
        self.tbsRequest = tbsRequest
        optionalSignature = nil
        tbsBytes = DERBytes(tbsRequest.derEncoded)
    }

    /// Reads a request that fills `bytes` to the last octet.
    public init(der bytes: [UInt8]) throws(DERError) {
        try self.init(der: DERBytes(bytes), "OCSPRequest")
    }
}

extension OCSPRequest: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (tbsRequest, tbsBytes, optionalSignature) = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            let request = try TBSRequest(from: &inner, "tbsRequest")
            let bytes = inner.bytes(start..<inner.offset)
            let signature = try inner.optionalExplicit(0, "optionalSignature") { value throws(DERError) in
                try OCSPRequestSignature(from: &value, "")
            }
            return (request, bytes, signature)
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            tbsRequest.encode(to: &$0)
            if let optionalSignature { $0.explicit(0) { optionalSignature.encode(to: &$0) } }
        }
    }
}

/// The part of a request that may be signed.
///
///     TBSRequest      ::=     SEQUENCE {
///         version             [0]     EXPLICIT Version DEFAULT v1,
///         requestorName       [1]     EXPLICIT GeneralName OPTIONAL,
///         requestList                 SEQUENCE OF Request,
///         requestExtensions   [2]     EXPLICIT Extensions OPTIONAL }
///
///     Version         ::=             INTEGER  {  v1(0) }
public struct TBSRequest: Hashable, Sendable {
    public let requestorName: GeneralName?
    public let requestList: [OCSPSingleRequest]
    public let requestExtensions: Extensions

    public init(
        requestorName: GeneralName? = nil, requestList: [OCSPSingleRequest],
        requestExtensions: Extensions = Extensions([])
    ) {
        self.requestorName = requestorName
        self.requestList = requestList
        self.requestExtensions = requestExtensions
    }
}

extension TBSRequest: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            try inner.ocspVersion1()
            return TBSRequest(
                requestorName: try inner.optionalExplicit(1, "requestorName") { name throws(DERError) in
                    try GeneralName(from: &name, "")
                },
                requestList: try inner.sequenceOf("requestList") { list throws(DERError) in
                    try OCSPSingleRequest(from: &list, "")
                },
                requestExtensions: try inner.ocspExtensions(2, "requestExtensions"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let requestorName { $0.explicit(1) { requestorName.encode(to: &$0) } }
            $0.sequenceOf(requestList)
            $0.ocspExtensions(requestExtensions, 2)
        }
    }
}

/// The question about one certificate.
///
///     Request         ::=     SEQUENCE {
///         reqCert                     CertID,
///         singleRequestExtensions     [0] EXPLICIT Extensions OPTIONAL }
public struct OCSPSingleRequest: Hashable, Sendable {
    public let reqCert: CertID
    public let singleRequestExtensions: Extensions

    public init(reqCert: CertID, singleRequestExtensions: Extensions = Extensions([])) {
        self.reqCert = reqCert
        self.singleRequestExtensions = singleRequestExtensions
    }
}

extension OCSPSingleRequest: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            OCSPSingleRequest(
                reqCert: try CertID(from: &inner, "reqCert"),
                singleRequestExtensions: try inner.ocspExtensions(0, "singleRequestExtensions"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            reqCert.encode(to: &$0)
            $0.ocspExtensions(singleRequestExtensions, 0)
        }
    }
}

/// The requestor's signature, for responders that ask for one.
///
///     Signature       ::=     SEQUENCE {
///         signatureAlgorithm      AlgorithmIdentifier,
///         signature               BIT STRING,
///         certs               [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL}
public struct OCSPRequestSignature: Hashable, Sendable {
    public let signatureAlgorithm: AlgorithmIdentifier
    public let signature: DERBitString
    public let certs: [Certificate]?
}

extension OCSPRequestSignature: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            OCSPRequestSignature(
                signatureAlgorithm: try AlgorithmIdentifier(from: &inner, "signatureAlgorithm"),
                signature: try inner.bitString("signature"), certs: try inner.ocspCertificates())
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            signatureAlgorithm.encode(to: &$0)
            $0.bitString(signature)
            $0.ocspCertificates(certs)
        }
    }
}
