// Used twice: with libFuzzer's counters by the package in Fuzzing/, and without them by the tests, which give the inputs in
// Fixtures/fuzzing to the same code.

/// What can be fuzzed.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case der, certificate, crl, ocsp, pem, key, constraints, verifier

    /// Gives one input to the target's code. It must end soon, without a trap, and keep its promises.
    public func run(_ input: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .der: try fuzzDER(input)
        case .certificate: try fuzzCertificate(input)
        case .crl: try fuzzCRL(input)
        case .ocsp: try fuzzOCSP(input)
        case .pem: try fuzzPEM(input)
        case .key: try fuzzKey(input)
        case .constraints: try fuzzConstraints(input)
        case .verifier: try fuzzVerifier(input)
        }
    }
}

/// Something that must hold for every input, and did not.
public struct BrokenPromise: Error, Hashable {
    /// What should have held.
    public let promise: String
}

/// Throws unless the promise is kept.
func expect(_ isKept: Bool, _ promise: String) throws(BrokenPromise) {
    guard isKept else { throw BrokenPromise(promise: promise) }
}
