public import LucidDER

/// A request for a certificate, "CSR" (RFC 2986 §4.2): a name, a key, wishes, and a signature that proves possession of the
/// private key.
///
///     CertificationRequest ::= SEQUENCE {
///          certificationRequestInfo CertificationRequestInfo,
///          signatureAlgorithm AlgorithmIdentifier{{ SignatureAlgorithms }},
///          signature          BIT STRING }
public struct CertificateRequest: Sendable {
    private let signed: SignedStructure<CertificationRequestInfo>

    public var certificationRequestInfo: CertificationRequestInfo { signed.contents }
    public var signatureAlgorithm: AlgorithmIdentifier { signed.signatureAlgorithm }
    public var signature: DERBitString { signed.signatureValue }
    /// The whole request, as it came.
    public var der: DERBytes { signed.der }
    /// The octets of `certificationRequestInfo` as they came: what the signature is over.
    public var infoBytes: DERBytes { signed.contentsBytes }

    /// Reads a request that fills `bytes` to the last octet.
    public init(der bytes: [UInt8]) throws(DERError) {
        try self.init(der: DERBytes(bytes), "certificationRequest")
    }

    /// Puts a request together from its signed part and a signature over it.
    public init(
        certificationRequestInfo info: CertificationRequestInfo, signatureAlgorithm: AlgorithmIdentifier,
        signature: [UInt8]
    ) {
        let infoBytes = info.derEncoded
        let signatureBits = DERBitString(DERBytes(signature))
        let rest = DERWriter.encode {
            signatureAlgorithm.encode(to: &$0)
            $0.bitString(signatureBits)
        }
        let whole = DERWriter.encode {
            $0.sequence {
                $0.append(infoBytes)
                $0.append(rest)
            }
        }
        let start = whole.count - rest.count - infoBytes.count
        signed = SignedStructure(
            contents: info, contentsRange: start..<start + infoBytes.count, signatureAlgorithm: signatureAlgorithm,
            signatureValue: signatureBits, der: DERBytes(whole))
    }
}

extension CertificateRequest: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        signed = try SignedStructure(
            from: &cursor, field, contents: "certificationRequestInfo", signature: "signature")
    }

    public func encode(to writer: inout DERWriter) {
        writer.signedStructure(certificationRequestInfo, signatureAlgorithm, signature)
    }
}

/// The part of a request that is signed (RFC 2986 §4.1).
///
///     CertificationRequestInfo ::= SEQUENCE {
///          version       INTEGER { v1(0) } (v1,...),
///          subject       Name,
///          subjectPKInfo SubjectPublicKeyInfo{{ PKInfoAlgorithms }},
///          attributes    [0] Attributes{{ CRIAttributes }} }
///     Attributes { ATTRIBUTE:IOSet } ::= SET OF Attribute{{ IOSet }}
public struct CertificationRequestInfo: Hashable, Sendable {
    public let version: Int
    public let subject: Name
    public let subjectPKInfo: SubjectPublicKeyInfo
    public let attributes: [Attribute]

    /// A request of version 1, which is the only one.
    public init(subject: Name, subjectPKInfo: SubjectPublicKeyInfo, attributes: [Attribute]) {
        self.init(version: 0, subject: subject, subjectPKInfo: subjectPKInfo, attributes: attributes)
    }

    private init(version: Int, subject: Name, subjectPKInfo: SubjectPublicKeyInfo, attributes: [Attribute]) {
        self.version = version
        self.subject = subject
        self.subjectPKInfo = subjectPKInfo
        self.attributes = attributes
    }

    /// The extensions that the request asks for (RFC 2985 §5.4.2), or why they can not be decoded; nil where it asks for none.
    public var requestedExtensions: Result<Extensions, DERError>? {
        guard let value = attributes.first(where: { $0.type == OID.extensionRequest })?.values.first else { return nil }
        do throws(DERError) {
            return .success(try Extensions(der: value, "extensionRequest"))
        } catch { return .failure(error) }
    }
}

extension CertificationRequestInfo: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            let version = try inner.smallNatural("version")
            guard version == 0 else { throw DERError(.valueNotAllowed(Self.versionOne), at: start).inside("version") }
            return CertificationRequestInfo(
                version: version,
                subject: try Name(from: &inner, "subject"),
                subjectPKInfo: try SubjectPublicKeyInfo(from: &inner, "subjectPKInfo"),
                attributes: try inner.setOf("attributes", tag: .contextConstructed(0)) { list throws(DERError) in
                    try Attribute(from: &list, "")
                })
        }
    }

    private static let versionOne = DERError.Rule("version is v1 (0)", "RFC 2986 §4.1")

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(version)
            subject.encode(to: &$0)
            subjectPKInfo.encode(to: &$0)
            $0.setOf(attributes, tag: .contextConstructed(0)) { $1.encode(to: &$0) }
        }
    }
}
