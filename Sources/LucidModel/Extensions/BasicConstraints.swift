public import LucidDER

/// Whether the certificate is a CA's, and how many CAs may follow below it (RFC 5280 §4.2.1.9).
///
///     BasicConstraints ::= SEQUENCE {
///          cA                      BOOLEAN DEFAULT FALSE,
///          pathLenConstraint       INTEGER (0..MAX) OPTIONAL }
public struct BasicConstraints: CertificateExtension {
    public static let extnID = OID.basicConstraints

    public let cA: Bool
    public let pathLenConstraint: Int?

    public init(cA: Bool, pathLenConstraint: Int? = nil) {
        self.cA = cA
        self.pathLenConstraint = pathLenConstraint
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            BasicConstraints(
                cA: try inner.booleanDefaultFalse("cA"),
                pathLenConstraint: inner.isAtEnd ? nil : try inner.smallNatural("pathLenConstraint"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.booleanDefaultFalse(cA)
            if let pathLenConstraint { $0.integer(pathLenConstraint) }
        }
    }
}
