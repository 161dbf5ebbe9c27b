public import LucidDER

/// The part of a certificate that is signed (RFC 5280 §4.1).
///
///     TBSCertificate  ::=  SEQUENCE  {
///          version         [0]  EXPLICIT Version DEFAULT v1,
///          serialNumber         CertificateSerialNumber,
///          signature            AlgorithmIdentifier,
///          issuer               Name,
///          validity             Validity,
///          subject              Name,
///          subjectPublicKeyInfo SubjectPublicKeyInfo,
///          issuerUniqueID  [1]  IMPLICIT UniqueIdentifier OPTIONAL,  -- If present, version MUST be v2 or v3
///          subjectUniqueID [2]  IMPLICIT UniqueIdentifier OPTIONAL,  -- If present, version MUST be v2 or v3
///          extensions      [3]  EXPLICIT Extensions OPTIONAL  -- If present, version MUST be v3 --  }
public struct TBSCertificate: Hashable, Sendable {
    public var version: Version
    public var serialNumber: DERInteger
    /// The same algorithm as the certificate's `signatureAlgorithm`, here under the signature's protection.
    public var signature: AlgorithmIdentifier
    public var issuer: Name
    public var validity: Validity
    public var subject: Name
    public var subjectPublicKeyInfo: SubjectPublicKeyInfo
    public var issuerUniqueID: DERBitString?
    public var subjectUniqueID: DERBitString?
    public var extensions: Extensions

    /// `Version ::= INTEGER { v1(0), v2(1), v3(2) }`
    public enum Version: Int, Hashable, Sendable { case v1 = 0, v2, v3 }

    public init(
        version: Version = .v3, serialNumber: DERInteger, signature: AlgorithmIdentifier, issuer: Name,
        validity: Validity, subject: Name, subjectPublicKeyInfo: SubjectPublicKeyInfo, extensions: Extensions
    ) {
        self.version = version
        self.serialNumber = serialNumber
        self.signature = signature
        self.issuer = issuer
        self.validity = validity
        self.subject = subject
        self.subjectPublicKeyInfo = subjectPublicKeyInfo
        self.extensions = extensions
    }
}

extension TBSCertificate: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            var tbs = TBSCertificate(
                version: try Self.version(&inner),
                serialNumber: try inner.integer("serialNumber"),
                signature: try AlgorithmIdentifier(from: &inner, "signature"),
                issuer: try Name(from: &inner, "issuer"),
                validity: try Validity(from: &inner, "validity"),
                subject: try Name(from: &inner, "subject"),
                subjectPublicKeyInfo: try SubjectPublicKeyInfo(from: &inner, "subjectPublicKeyInfo"),
                extensions: Extensions([]))
            if inner.isNext(.context(1)) {
                tbs.issuerUniqueID = try inner.bitString("issuerUniqueID", tag: .context(1))
            }
            if inner.isNext(.context(2)) {
                tbs.subjectUniqueID = try inner.bitString("subjectUniqueID", tag: .context(2))
            }
            tbs.extensions =
                try inner.optionalExplicit(3, "extensions") { list throws(DERError) in
                    try Extensions(from: &list, "")
                } ?? Extensions([])
            return tbs
        }
    }

    private static func version(_ cursor: inout DERCursor) throws(DERError) -> Version {
        let start = cursor.offset
        let number = try cursor.optionalExplicit(0, "version") { inner throws(DERError) in
            try inner.smallNatural("")
        }
        guard let number else { return .v1 }
        // DEFAULT v1 must not be written (X.690 §11.5).
        if number == 0 { throw DERError(.defaultEncoded, at: start).inside("version") }
        guard let version = Version(rawValue: number) else {
            throw DERError(.valueNotAllowed(Rule.version), at: start).inside("version")
        }
        return version
    }

    private enum Rule {
        static let version = DERError.Rule("version is v1 (0), v2 (1) or v3 (2)", "RFC 5280 §4.1.2.1")
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence { writer in
            if version != .v1 { writer.explicit(0) { $0.integer(version.rawValue) } }
            writer.integer(serialNumber)
            signature.encode(to: &writer)
            issuer.encode(to: &writer)
            validity.encode(to: &writer)
            subject.encode(to: &writer)
            subjectPublicKeyInfo.encode(to: &writer)
            if let issuerUniqueID { writer.bitString(issuerUniqueID, tag: .context(1)) }
            if let subjectUniqueID { writer.bitString(subjectUniqueID, tag: .context(2)) }
            if !extensions.isEmpty { writer.explicit(3) { extensions.encode(to: &$0) } }
        }
    }
}

/// From when to when a certificate is valid, both ends included (RFC 5280 §4.1.2.5).
///
///     Validity ::= SEQUENCE {
///          notBefore      Time,
///          notAfter       Time  }
public struct Validity: Hashable, Sendable, DERDecodable, DEREncodable {
    public let notBefore: DERTime
    public let notAfter: DERTime

    public init(notBefore: CalendarTime, notAfter: CalendarTime) {
        self.init(notBefore: DERTime(notBefore), notAfter: DERTime(notAfter))
    }

    init(notBefore: DERTime, notAfter: DERTime) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            Validity(notBefore: try inner.time("notBefore"), notAfter: try inner.time("notAfter"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.time(notBefore)
            $0.time(notAfter)
        }
    }
}
