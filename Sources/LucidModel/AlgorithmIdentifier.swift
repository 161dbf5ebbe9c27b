public import LucidDER

/// Which algorithm, with which parameters (RFC 5280 §4.1.1.2).
///
///     AlgorithmIdentifier  ::=  SEQUENCE  {
///          algorithm               OBJECT IDENTIFIER,
///          parameters              ANY DEFINED BY algorithm OPTIONAL  }
public struct AlgorithmIdentifier: Hashable, Sendable {
    public let algorithm: ObjectIdentifier
    /// The parameters' whole element, or nil where they are absent. NULL is `05 00`, which is not the same as absent.
    public let parameters: DERBytes?

    public init(_ algorithm: ObjectIdentifier, parameters: DERBytes? = nil) {
        self.algorithm = algorithm
        self.parameters = parameters
    }

    /// The encoding of NULL.
    public static let nullParameters: DERBytes = [0x05, 0x00]

    /// Whether the parameters are NULL.
    public var hasNullParameters: Bool { parameters == Self.nullParameters }
}

extension AlgorithmIdentifier: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let algorithm = try inner.objectIdentifier("algorithm")
            return AlgorithmIdentifier(
                algorithm, parameters: inner.isAtEnd ? nil : try inner.anyElementBytes("parameters"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(algorithm)
            if let parameters { $0.append(parameters) }
        }
    }
}
