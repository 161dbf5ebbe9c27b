import LucidDER

/// What certificates, requests and revocation lists have in common: something that is signed, how, and the signature.
///
///     SIGNED ::= SEQUENCE {
///         contents             Contents,
///         signatureAlgorithm   AlgorithmIdentifier,
///         signatureValue       BIT STRING }
///
/// An object, so that who passes a certificate on counts one reference and not one for each of its parts.
final class SignedStructure<Contents: DERDecodable & Sendable>: Sendable {
    let contents: Contents
    /// Where `contents` stands in `der`'s input.
    private let contentsRange: Range<Int>
    let signatureAlgorithm: AlgorithmIdentifier
    let signatureValue: DERBitString
    /// The whole structure, as it came.
    let der: DERBytes

    /// The octets of `contents` as they came: what the signature is over.
    var contentsBytes: DERBytes { der[contentsRange] }

    /// From the parts.
    init(
        contents: Contents, contentsRange: Range<Int>, signatureAlgorithm: AlgorithmIdentifier,
        signatureValue: DERBitString, der: DERBytes
    ) {
        self.contents = contents
        self.contentsRange = contentsRange
        self.signatureAlgorithm = signatureAlgorithm
        self.signatureValue = signatureValue
        self.der = der
    }

    /// Reads the structure; the fields' names are those of its own ASN.1 type.
    init(
        from cursor: inout DERCursor, _ field: StaticString, contents contentsField: StaticString,
        signature signatureField: StaticString
    ) throws(DERError) {
        let start = cursor.offset
        (contents, contentsRange, signatureAlgorithm, signatureValue) = try cursor.sequence(field) {
            inner throws(DERError) in
            let contentsStart = inner.offset
            let contents = try Contents(from: &inner, contentsField)
            let range = contentsStart..<inner.offset
            let algorithm = try AlgorithmIdentifier(from: &inner, "signatureAlgorithm")
            return (contents, range, algorithm, try inner.bitString(signatureField))
        }
        der = cursor.bytes(start..<cursor.offset)
    }
}

extension DERWriter {
    /// Writes such a structure anew from its parts.
    mutating func signedStructure(
        _ contents: some DEREncodable, _ algorithm: AlgorithmIdentifier, _ signature: DERBitString
    ) {
        sequence {
            contents.encode(to: &$0)
            algorithm.encode(to: &$0)
            $0.bitString(signature)
        }
    }
}
