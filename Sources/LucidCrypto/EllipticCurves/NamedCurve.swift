/// The curves that Lucid knows.
public enum NamedCurve: Hashable, Sendable, CaseIterable {
    case p256, p384, p521

    /// SECG's name: `secp256r1`.
    public var name: String { parameters.name }
    /// NIST's name: `P-256`.
    public var nistName: String {
        switch self {
        case .p256: "P-256"
        case .p384: "P-384"
        case .p521: "P-521"
        }
    }
    /// The length of a coordinate in octets: 32, 48, 66.
    public var coordinateByteCount: Int { parameters.coordinateByteCount }
    /// The length of the base point's order in bits: 256, 384, 521.
    public var orderBitCount: Int { parameters.order.bitWidth }
    /// The hash function that goes with the curve where nothing else is asked for (RFC 5480 §4: equal strength).
    public var usualHash: HashAlgorithm {
        switch self {
        case .p256: .sha256
        case .p384: .sha384
        case .p521: .sha512
        }
    }

    var parameters: EllipticCurve {
        switch self {
        case .p256: .p256
        case .p384: .p384
        case .p521: .p521
        }
    }
}
