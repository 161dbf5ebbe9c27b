public import LucidDER

/// Signed data (RFC 5652 §5.1, RFC 2315 §9.1), which is mostly used without any signer: as a bundle of certificates and
/// revocation lists, a `.p7b` file.
///
///     SignedData ::= SEQUENCE {
///       version CMSVersion,
///       digestAlgorithms DigestAlgorithmIdentifiers,
///       encapContentInfo EncapsulatedContentInfo,
///       certificates [0] IMPLICIT CertificateSet OPTIONAL,
///       crls [1] IMPLICIT RevocationInfoChoices OPTIONAL,
///       signerInfos SignerInfos }
///
/// What concerns the signers is kept as it came: Lucid verifies no such signatures.
public struct SignedData: Hashable, Sendable {
    public let version: Int
    /// A SET OF AlgorithmIdentifier, as its whole element.
    public let digestAlgorithms: DERBytes
    /// What is signed: its type, and perhaps the content itself.
    public let encapContentInfo: ContentInfo
    /// The elements of CertificateSet in the file's order; nil where the field is absent. See `certificates`.
    public let certificateElements: [DERBytes]?
    /// The elements of RevocationInfoChoices in the file's order; nil where the field is absent. See `revocationLists`.
    public let crlElements: [DERBytes]?
    /// A SignerInfo each, as whole elements.
    public let signerInfos: [DERBytes]

    /// A bundle without signers (RFC 5652 §5.2: "degenerate case"). The certificates stay in the given order, which
    /// DER, that this structure need not have (RFC 5652 §5.1), would not allow: readers take the first for the leaf.
    public init(certificates: [Certificate], revocationLists: [RevocationList] = []) {
        version = 1
        digestAlgorithms = [DERTag.set.octet, 0]
        encapContentInfo = ContentInfo(OID.pkcs7Data, content: nil)
        certificateElements = certificates.isEmpty ? nil : certificates.map(\.der)
        crlElements = revocationLists.isEmpty ? nil : revocationLists.map(\.der)
        signerInfos = []
    }

    /// The certificates, each decoded or with the reason why not. What is no X.509 certificate is left out: RFC 5652
    /// §10.2.2 allows attribute certificates and others, under tags of their own.
    public var certificates: [Result<Certificate, DERError>] {
        Self.structures(certificateElements) { element throws(DERError) in try Certificate(der: element, "certificate")
        }
    }

    /// The revocation lists, likewise.
    public var revocationLists: [Result<RevocationList, DERError>] {
        Self.structures(crlElements) { element throws(DERError) in try RevocationList(der: element, "certificateList") }
    }

    private static func structures<Structure>(
        _ elements: [DERBytes]?, _ read: (DERBytes) throws(DERError) -> Structure
    ) -> [Result<Structure, DERError>] {
        (elements ?? []).filter { $0.first == DERTag.sequence.octet }.map { element in
            do throws(DERError) { return .success(try read(element)) } catch { return .failure(error) }
        }
    }

    /// The octets of a file: a ContentInfo with this bundle.
    public var fileEncoded: [UInt8] {
        ContentInfo(OID.pkcs7SignedData, content: DERBytes(derEncoded)).derEncoded
    }
}

extension SignedData: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (version, digestAlgorithms, encapContentInfo, certificateElements, crlElements, signerInfos) =
            try cursor.sequence(field) { inner throws(DERError) in
                let version = try inner.smallNatural("version")
                let start = inner.offset
                try inner.checkSequenceOf("digestAlgorithms", tag: .set) { list throws(DERError) in
                    try list.checkAnyElement("")
                }
                let digestAlgorithms = inner.bytes(start..<inner.offset)
                return (
                    version, digestAlgorithms, try ContentInfo(from: &inner, "encapContentInfo"),
                    try Self.elements(&inner, 0, "certificates"), try Self.elements(&inner, 1, "crls"),
                    try inner.sequenceOf("signerInfos", tag: .set) { list throws(DERError) in
                        try list.anyElementBytes("")
                    }
                )
            }
    }

    private static func elements(
        _ cursor: inout DERCursor, _ number: UInt8, _ field: StaticString
    ) throws(DERError) -> [DERBytes]? {
        guard cursor.isNext(.contextConstructed(number)) else { return nil }
        return try cursor.sequenceOf(field, tag: .contextConstructed(number)) { list throws(DERError) in
            try list.anyElementBytes("")
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(version)
            $0.append(digestAlgorithms)
            encapContentInfo.encode(to: &$0)
            for (number, elements) in [(0, certificateElements), (1, crlElements)] as [(UInt8, [DERBytes]?)] {
                guard let elements else { continue }
                $0.constructed(.contextConstructed(number)) { for element in elements { $0.append(element) } }
            }
            $0.constructed(.set) { for element in signerInfos { $0.append(element) } }
        }
    }
}
