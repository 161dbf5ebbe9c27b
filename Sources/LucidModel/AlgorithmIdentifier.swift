public import LucidDER

/// Which algorithm, with which parameters (RFC 5280 §4.1.1.2).
///
///     AlgorithmIdentifier  ::=  SEQUENCE  {
///          algorithm               OBJECT IDENTIFIER,
///          parameters              ANY DEFINED BY algorithm OPTIONAL  }
public struct AlgorithmIdentifier: Hashable, Sendable {
    public let algorithm: ObjectIdentifier
    private let kept: Parameters

    /// Most parameters are NULL: to know that is shorter than to keep its two octets.
    private enum Parameters: Hashable {
        case absent, null
        case other(DERBytes)
    }

    public init(_ algorithm: ObjectIdentifier, parameters: DERBytes? = nil) {
        self.algorithm = algorithm
        kept = parameters.map { $0 == Self.nullParameters ? .null : .other($0) } ?? .absent
    }

    /// The parameters' whole element, or nil where they are absent. NULL is `05 00`, which is not the same as absent.
    public var parameters: DERBytes? {
        switch kept {
        case .absent: nil
        case .null: Self.nullParameters
        case .other(let element): element
        }
    }

    /// The encoding of NULL.
    public static let nullParameters: DERBytes = [0x05, 0x00]

    /// Whether the parameters are NULL.
    public var hasNullParameters: Bool { kept == .null }
}

extension AlgorithmIdentifier: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (algorithm, kept) = try cursor.sequence(field) { inner throws(DERError) in
            let algorithm = try inner.objectIdentifier("algorithm")
            if inner.isAtEnd { return (algorithm, .absent) }
            let isNull = inner.isNext(.null)
            let element = try inner.checkAnyElement("parameters")
            return (algorithm, isNull && element.count == 2 ? .null : .other(inner.bytes(element)))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(algorithm)
            if let parameters { $0.append(parameters) }
        }
    }
}
