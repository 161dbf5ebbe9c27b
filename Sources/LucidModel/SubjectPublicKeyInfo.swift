public import LucidDER

/// A public key and the algorithm that it is for (RFC 5280 §4.1.2.7).
///
///     SubjectPublicKeyInfo  ::=  SEQUENCE  {
///          algorithm            AlgorithmIdentifier,
///          subjectPublicKey     BIT STRING  }
public struct SubjectPublicKeyInfo: Hashable, Sendable {
    public let algorithm: AlgorithmIdentifier
    public let subjectPublicKey: DERBitString

    public init(algorithm: AlgorithmIdentifier, subjectPublicKey: DERBitString) {
        self.algorithm = algorithm
        self.subjectPublicKey = subjectPublicKey
    }
}

extension SubjectPublicKeyInfo: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            SubjectPublicKeyInfo(
                algorithm: try AlgorithmIdentifier(from: &inner, "algorithm"),
                subjectPublicKey: try inner.bitString("subjectPublicKey"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            algorithm.encode(to: &$0)
            $0.bitString(subjectPublicKey)
        }
    }
}
