public import LucidDER

/// A certificate revocation list, "CRL" (RFC 5280 §5.1).
///
///     CertificateList  ::=  SEQUENCE  {
///          tbsCertList          TBSCertList,
///          signatureAlgorithm   AlgorithmIdentifier,
///          signatureValue       BIT STRING  }
public struct RevocationList: Sendable {
    private let signed: SignedStructure<TBSCertList>

    public var tbsCertList: TBSCertList { signed.contents }
    public var signatureAlgorithm: AlgorithmIdentifier { signed.signatureAlgorithm }
    public var signatureValue: DERBitString { signed.signatureValue }
    /// The whole list, as it came.
    public var der: DERBytes { signed.der }
    /// The octets of `tbsCertList` as they came: what the signature is over.
    public var tbsBytes: DERBytes { signed.contentsBytes }

    /// Reads a list that fills `bytes` to the last octet.
    public init(der bytes: [UInt8]) throws(DERError) {
        try self.init(der: DERBytes(bytes), "certificateList")
    }

    /// Puts a list together from its signed part and a signature over it.
    public init(tbsCertList: TBSCertList, signatureAlgorithm: AlgorithmIdentifier, signature: [UInt8]) {
        let signatureValue = DERBitString(DERBytes(signature))
        let whole = DERWriter.encode { $0.signedStructure(tbsCertList, signatureAlgorithm, signatureValue) }
        let tbsCount = tbsCertList.derEncoded.count
        // The header of the outer SEQUENCE is what `whole` has more than its three parts.
        let start =
            whole.count - tbsCount - signatureAlgorithm.derEncoded.count
            - DERWriter.encode { $0.bitString(signatureValue) }.count
        signed = SignedStructure(
            contents: tbsCertList, contentsRange: start..<start + tbsCount, signatureAlgorithm: signatureAlgorithm,
            signatureValue: signatureValue, der: DERBytes(whole))
    }
}

extension RevocationList: Hashable {
    /// Equal when the encodings are.
    public static func == (a: RevocationList, b: RevocationList) -> Bool { a.der == b.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension RevocationList: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        signed = try SignedStructure(
            from: &cursor, field, contents: "tbsCertList", signature: "signatureValue")
    }

    public func encode(to writer: inout DERWriter) {
        writer.signedStructure(tbsCertList, signatureAlgorithm, signatureValue)
    }
}

/// The part of a CRL that is signed (RFC 5280 §5.1).
///
///     TBSCertList  ::=  SEQUENCE  {
///          version                 Version OPTIONAL,  -- if present, MUST be v2
///          signature               AlgorithmIdentifier,
///          issuer                  Name,
///          thisUpdate              Time,
///          nextUpdate              Time OPTIONAL,
///          revokedCertificates     SEQUENCE OF SEQUENCE  { … } OPTIONAL,
///          crlExtensions           [0]  EXPLICIT Extensions OPTIONAL }
public struct TBSCertList: Hashable, Sendable {
    /// Whether the list says that it is version 2; without a version it is version 1.
    public let isVersion2: Bool
    public let signature: AlgorithmIdentifier
    public let issuer: Name
    public let thisUpdate: DERTime
    public let nextUpdate: DERTime?
    /// nil where the field is absent, which is how an empty list is written.
    public let revokedCertificates: [RevokedCertificate]?
    public let crlExtensions: Extensions

    /// From parts. Without extensions on the list and on its entries this is a version 1 list; a list without entries
    /// is written without `revokedCertificates`.
    ///
    /// - Parameter isVersion2: whether it is of version 2 also without extensions.
    public init(
        signature: AlgorithmIdentifier, issuer: Name, thisUpdate: DERTime, nextUpdate: DERTime?,
        revokedCertificates: [RevokedCertificate], crlExtensions: Extensions, isVersion2: Bool = false
    ) {
        self.init(
            isVersion2: isVersion2 || !crlExtensions.isEmpty
                || revokedCertificates.contains { !$0.crlEntryExtensions.isEmpty },
            signature: signature, issuer: issuer, thisUpdate: thisUpdate, nextUpdate: nextUpdate,
            revokedCertificates: revokedCertificates.isEmpty ? nil : revokedCertificates, crlExtensions: crlExtensions)
    }

    private init(
        isVersion2: Bool, signature: AlgorithmIdentifier, issuer: Name, thisUpdate: DERTime, nextUpdate: DERTime?,
        revokedCertificates: [RevokedCertificate]?, crlExtensions: Extensions
    ) {
        self.isVersion2 = isVersion2
        self.signature = signature
        self.issuer = issuer
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
        self.revokedCertificates = revokedCertificates
        self.crlExtensions = crlExtensions
    }
}

extension TBSCertList: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            let version = inner.isNext(.integer) ? try inner.smallNatural("version") : nil
            guard version ?? 1 == 1 else {
                throw DERError(.valueNotAllowed(Self.version2), at: start).inside("version")
            }
            let signature = try AlgorithmIdentifier(from: &inner, "signature")
            let issuer = try Name(from: &inner, "issuer")
            let thisUpdate = try inner.time("thisUpdate")
            let hasNextUpdate = inner.isNext(.utcTime) || inner.isNext(.generalizedTime)
            let nextUpdate = hasNextUpdate ? try inner.time("nextUpdate") : nil
            var revoked: [RevokedCertificate]?
            if inner.isNext(.sequence) {
                // RFC 5280 §5.1.2.6: "When there are no revoked certificates, the revoked certificates list MUST be
                // absent."
                revoked = try inner.sequenceOf("revokedCertificates", minimumCount: 1) { list throws(DERError) in
                    try RevokedCertificate(from: &list, "")
                }
            }
            let extensions = try inner.optionalExplicit(0, "crlExtensions") { list throws(DERError) in
                try Extensions(from: &list, "")
            }
            return TBSCertList(
                isVersion2: version != nil, signature: signature, issuer: issuer, thisUpdate: thisUpdate,
                nextUpdate: nextUpdate, revokedCertificates: revoked, crlExtensions: extensions ?? Extensions([]))
        }
    }

    private static let version2 = DERError.Rule("version, if present, is v2 (1)", "RFC 5280 §5.1.2.1")

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if isVersion2 { $0.integer(1) }
            signature.encode(to: &$0)
            issuer.encode(to: &$0)
            $0.time(thisUpdate)
            if let nextUpdate { $0.time(nextUpdate) }
            if let revokedCertificates { $0.sequenceOf(revokedCertificates) }
            if !crlExtensions.isEmpty { $0.explicit(0) { crlExtensions.encode(to: &$0) } }
        }
    }
}

/// One entry of a CRL.
///
///     revokedCertificates     SEQUENCE OF SEQUENCE  {
///          userCertificate         CertificateSerialNumber,
///          revocationDate          Time,
///          crlEntryExtensions      Extensions OPTIONAL  -- if present, version MUST be v2 }
public struct RevokedCertificate: Hashable, Sendable, DERDecodable, DEREncodable {
    public let userCertificate: DERInteger
    public let revocationDate: DERTime
    public let crlEntryExtensions: Extensions

    public init(userCertificate: DERInteger, revocationDate: DERTime, crlEntryExtensions: Extensions) {
        self.userCertificate = userCertificate
        self.revocationDate = revocationDate
        self.crlEntryExtensions = crlEntryExtensions
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (userCertificate, revocationDate, crlEntryExtensions) = try cursor.sequence(field) { inner throws(DERError) in
            let serial = try inner.integer("userCertificate")
            let date = try inner.time("revocationDate")
            let extensions = inner.isAtEnd ? Extensions([]) : try Extensions(from: &inner, "crlEntryExtensions")
            return (serial, date, extensions)
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(userCertificate)
            $0.time(revocationDate)
            if !crlEntryExtensions.isEmpty { crlEntryExtensions.encode(to: &$0) }
        }
    }
}
