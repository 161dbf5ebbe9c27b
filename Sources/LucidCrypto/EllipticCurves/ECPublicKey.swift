public import LucidNumber

/// A point Q on a named curve, which verifies the signatures of who knows its private key.
public struct ECPublicKey: Hashable, Sendable {
    public let curve: NamedCurve
    /// The coordinates of Q.
    public let x, y: Natural

    /// Why octets are no public key.
    public enum Problem: Error, Hashable, Sendable {
        /// The octets have a length or a first octet that no form of SEC 1 §2.3.3 has.
        case unknownForm
        /// The neutral point verifies nothing.
        case neutralPoint
        /// The coordinates are out of range or not on the curve.
        case notOnCurve
    }

    /// Reads a point in the uncompressed (04) or compressed (02, 03) form of SEC 1 §2.3.4 and validates it
    /// (SP 800-186 appendix D.1.1.1; with cofactor 1 the partial validation is the full one).
    public init(curve: NamedCurve, sec1 bytes: Span<UInt8>) throws(Problem) {
        let width = curve.coordinateByteCount
        guard bytes.count > 0 else { throw .unknownForm }
        let point: CurvePoint?
        switch (bytes[0], bytes.count) {
        case (0x00, 1): throw .neutralPoint
        case (0x04, 1 + 2 * width):
            point = CurvePoint(
                x: Natural(bigEndian: bytes.extracting(1..<1 + width)),
                y: Natural(bigEndian: bytes.extracting(1 + width..<1 + 2 * width)), on: curve.parameters)
        case (0x02, 1 + width), (0x03, 1 + width):
            point = CurvePoint(
                x: Natural(bigEndian: bytes.extracting(1..<1 + width)), yIsOdd: bytes[0] == 0x03, on: curve.parameters)
        default: throw .unknownForm
        }
        guard let point, let affine = point.affine() else { throw .notOnCurve }
        self.curve = curve
        (x, y) = affine
    }

    /// From a point that has just been computed.
    init?(curve: NamedCurve, point: borrowing CurvePoint) {
        guard let affine = point.affine() else { return nil }
        self.curve = curve
        (x, y) = affine
    }

    /// The uncompressed form of SEC 1 §2.3.3: 04, x, y.
    public var sec1Bytes: [UInt8] {
        let width = curve.coordinateByteCount
        return [0x04] + (x.bigEndianBytes(count: width) ?? []) + (y.bigEndianBytes(count: width) ?? [])
    }

    /// The point for computing.
    func point() -> CurvePoint? { CurvePoint(x: x, y: y, on: curve.parameters) }
}
