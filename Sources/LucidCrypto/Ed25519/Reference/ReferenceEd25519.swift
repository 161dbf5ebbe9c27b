import LucidNumber

/// The reference engine: points over GMP's numbers.
struct ReferenceEd25519: Ed25519Engine {
    func encodedBaseMultiple(_ k: borrowing SecretNatural) -> [UInt8] { Ed25519Point.base.multiplied(by: k).encoded }

    func isPoint(_ bytes: Span<UInt8>) -> Bool {
        switch Ed25519Point(encoded: bytes) {
        case .some: true
        case .none: false
        }
    }

    func encodedDifference(_ s: Natural, _ k: Natural, times a: Span<UInt8>) -> [UInt8]? {
        guard let point = Ed25519Point(encoded: a) else { return nil }
        return Ed25519Point.publicSum(s, times: .base, plus: k, times: point.negated()).encoded
    }
}
