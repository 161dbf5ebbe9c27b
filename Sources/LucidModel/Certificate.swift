public import LucidDER

/// An X.509 certificate (RFC 5280 §4.1): a statement about a key, and its issuer's signature on it.
///
///     Certificate  ::=  SEQUENCE  {
///          tbsCertificate       TBSCertificate,
///          signatureAlgorithm   AlgorithmIdentifier,
///          signatureValue       BIT STRING  }
public struct Certificate: Sendable {
    private let signed: SignedStructure<TBSCertificate>

    /// What is signed ("to be signed").
    public var tbsCertificate: TBSCertificate { signed.contents }
    public var signatureAlgorithm: AlgorithmIdentifier { signed.signatureAlgorithm }
    public var signatureValue: DERBitString { signed.signatureValue }
    /// The whole certificate, as it came or as it will be written.
    public var der: DERBytes { signed.der }
    /// The octets of `tbsCertificate` as they came: what the signature is over.
    public var tbsBytes: DERBytes { signed.contentsBytes }

    /// Reads a certificate that fills `bytes` to the last octet.
    public init(der bytes: [UInt8]) throws(DERError) {
        try self.init(der: DERBytes(bytes), "certificate")
    }

    /// Puts a certificate together from its signed part and a signature over it.
    public init(tbsCertificate: TBSCertificate, signatureAlgorithm: AlgorithmIdentifier, signature: [UInt8]) {
        let tbs = tbsCertificate.derEncoded
        let whole = DERWriter.encode {
            $0.sequence {
                $0.append(tbs)
                signatureAlgorithm.encode(to: &$0)
                $0.bitString(signature)
            }
        }
        // The header of the outer SEQUENCE is what `whole` has more than its three parts; its length depends on them.
        let outerHeaderCount =
            whole.count - tbs.count - signatureAlgorithm.derEncoded.count
            - DERWriter.encode { $0.bitString(signature) }.count
        signed = SignedStructure(
            contents: tbsCertificate, contentsRange: outerHeaderCount..<outerHeaderCount + tbs.count,
            signatureAlgorithm: signatureAlgorithm, signatureValue: DERBitString(DERBytes(signature)),
            der: DERBytes(whole))
    }

    // What is asked for most often.
    public var subject: Name { tbsCertificate.subject }
    public var issuer: Name { tbsCertificate.issuer }
    public var validity: Validity { tbsCertificate.validity }
    public var serialNumber: DERInteger { tbsCertificate.serialNumber }
    public var subjectPublicKeyInfo: SubjectPublicKeyInfo { tbsCertificate.subjectPublicKeyInfo }
    public var extensions: Extensions { tbsCertificate.extensions }

    /// Whether subject and issuer are the same name by RFC 5280 §7.1 (RFC 5280 §6.1: "self-issued"). The key may still be
    /// another's.
    public var isSelfIssued: Bool { subject.matches(issuer) }
}

extension Certificate: Hashable {
    /// Equal when the encodings are.
    public static func == (a: Certificate, b: Certificate) -> Bool { a.der == b.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension Certificate: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        signed = try SignedStructure(
            from: &cursor, field, contents: "tbsCertificate", signature: "signatureValue")
    }

    /// Writes the certificate anew from its decoded fields. For a certificate that was read these are the same bytes.
    public func encode(to writer: inout DERWriter) {
        writer.signedStructure(tbsCertificate, signatureAlgorithm, signatureValue)
    }
}
