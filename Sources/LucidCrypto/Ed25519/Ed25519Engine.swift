import LucidNumber

/// What Ed25519 asks of its curve. As with `CurveEngine`, there is a reference engine to read and to compare with, over
/// GMP's numbers, and a fast one over limbs of fixed number.
protocol Ed25519Engine: Sendable {
    /// The encoding of `[k]B`, which becomes public, for a secret k below 2^256. No branch and no address depends on k.
    func encodedBaseMultiple(_ k: borrowing SecretNatural) -> [UInt8]
    /// Whether octets are the one encoding of a point (RFC 8032 §5.1.3).
    func isPoint(_ bytes: Span<UInt8>) -> Bool
    /// The encoding of `[s]B - [k]A` for public s and k below L and an encoded point A; nil where that is no point.
    func encodedDifference(_ s: Natural, _ k: Natural, times a: Span<UInt8>) -> [UInt8]?
}
