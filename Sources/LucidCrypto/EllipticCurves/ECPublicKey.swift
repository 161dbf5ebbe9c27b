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
        let first = Natural(bigEndian: bytes.extracting(min(1, bytes.count)..<min(1 + width, bytes.count)))
        switch (bytes[0], bytes.count) {
        case (0x00, 1): throw .neutralPoint
        case (0x04, 1 + 2 * width):
            let second = Natural(bigEndian: bytes.extracting(1 + width..<1 + 2 * width))
            guard curve.engine.contains(x: first, y: second) else { throw .notOnCurve }
            (x, y) = (first, second)
        case (0x02, 1 + width), (0x03, 1 + width):
            guard let second = curve.engine.y(of: first, isOdd: bytes[0] == 0x03) else { throw .notOnCurve }
            (x, y) = (first, second)
        default: throw .unknownForm
        }
        self.curve = curve
    }

    /// From a point of the curve that has just been computed.
    init(curve: NamedCurve, computed point: (x: Natural, y: Natural)) {
        self.curve = curve
        (x, y) = point
    }

    /// The uncompressed form of SEC 1 §2.3.3: 04, x, y.
    public var sec1Bytes: [UInt8] { sec1Bytes(.uncompressed) }

    /// How a point is written.
    public enum PointForm: Hashable, Sendable {
        /// 04 and both coordinates (SEC 1 §2.3.3).
        case uncompressed
        /// 02 or 03, which tell whether y is even or odd, and x (SEC 1 §2.3.3).
        case compressed
        /// 06 or 07, which tell whether y is even or odd, and both coordinates (X9.62 §4.3.6).
        case hybrid
    }

    /// The point in one of its forms.
    public func sec1Bytes(_ form: PointForm) -> [UInt8] {
        let width = curve.coordinateByteCount
        let first = x.bigEndianBytes(count: width) ?? []
        let second = y.bigEndianBytes(count: width) ?? []
        let oddBit = (second.last ?? 0) & 1
        return switch form {
        case .uncompressed: [0x04] + first + second
        case .compressed: [0x02 | oddBit] + first
        case .hybrid: [0x06 | oddBit] + first + second
        }
    }
}
