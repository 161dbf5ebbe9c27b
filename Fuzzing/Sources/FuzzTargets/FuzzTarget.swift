// Used twice: with libFuzzer's counters by the package in Fuzzing/, and without them by the tests, which give the inputs in
// Fixtures/fuzzing to the same code.

/// What can be fuzzed.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case der, certificate, crl, ocsp, pem, key, pkcs7, pkcs12, constraints, verifier, tls, http

    /// Gives one input to the target's code. It must end soon, without a trap, and keep its promises.
    public func run(_ input: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .der: try fuzzDER(input)
        case .certificate: try fuzzCertificate(input)
        case .crl: try fuzzCRL(input)
        case .ocsp: try fuzzOCSP(input)
        case .pem: try fuzzPEM(input)
        case .key: try fuzzKey(input)
        case .pkcs7: try fuzzPKCS7(input)
        case .pkcs12: try fuzzPKCS12(input)
        case .constraints: try fuzzConstraints(input)
        case .verifier: try fuzzVerifier(input)
        case .tls: try fuzzTLS(input)
        case .http: try fuzzHTTP(input)
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

/// Throws where a text for people has a character that a terminal would obey, or that turns the direction of what follows.
func expectSafe(_ text: String) throws(BrokenPromise) {
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x0a: true
        case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: false
        default: true
        }
    }
    try expect(isSafe, "a text for people has no control characters")
}
