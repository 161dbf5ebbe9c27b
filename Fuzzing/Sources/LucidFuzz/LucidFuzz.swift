import LucidX509

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Called by libFuzzer with one input after the other. A trap, a failed `precondition` here, or a time-out is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// What is fuzzed: one of these in a process, chosen by the environment variable LUCID_FUZZ_TARGET.
enum FuzzTarget: String, CaseIterable {
    case der, certificate, crl, ocsp, pem, key, constraints, verifier

    static let chosen: FuzzTarget = {
        let name = getenv("LUCID_FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            let names = allCases.map(\.rawValue).joined(separator: ", ")
            print("LUCID_FUZZ_TARGET must be one of \(names), not “\(name)”")
            exit(2)
        }
        return target
    }()

    func run(_ input: [UInt8]) {
        switch self {
        case .der: fuzzDER(input)
        case .certificate: fuzzCertificate(input)
        case .crl: fuzzCRL(input)
        case .ocsp: fuzzOCSP(input)
        case .pem: fuzzPEM(input)
        case .key: fuzzKey(input)
        case .constraints: fuzzConstraints(input)
        case .verifier: fuzzVerifier(input)
        }
    }
}
