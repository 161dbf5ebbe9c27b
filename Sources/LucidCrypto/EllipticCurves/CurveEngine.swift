import LucidNumber

/// What ECDSA asks of a curve: the few computations in which all its time goes.
///
/// There are two engines. `ReferenceEngine` works over GMP's numbers, for any curve, and is written to be read. The fast
/// ones (`Fast/`) work over limbs of fixed number, and the tests compare them with the reference.
///
/// Whatever takes a `SecretNatural` does its work without branches or addresses that depend on it. Secrets have as many
/// limbs as the order n.
protocol CurveEngine: Sendable {
    /// x of `[k]G` for a secret k from 1 to n-1.
    func x(ofBaseTimes k: borrowing SecretNatural) -> SecretNatural
    /// x and y of `[k]G`, which become public, for a secret k from 1 to n-1.
    func publicPoint(_ k: borrowing SecretNatural) -> (x: Natural, y: Natural)
    /// Whether `[u]G + [v]Q`, for public u and v below n and a point Q of the curve, is not the neutral point and has an x
    /// that is r modulo n, for an r below n.
    func sum(_ u: Natural, _ v: Natural, times q: (x: Natural, y: Natural), hasX r: Natural) -> Bool
    /// `k⁻¹ · (e + r·d) mod n` for residues modulo n, k not zero.
    func signatureScalar(
        k: borrowing SecretNatural, e: borrowing SecretNatural, r: borrowing SecretNatural, d: borrowing SecretNatural
    ) -> SecretNatural
    /// Whether a public point's coordinates are below p and on the curve (SP 800-186 appendix D.1.1).
    func contains(x: Natural, y: Natural) -> Bool
    /// The odd or even y that belongs to a public x (SEC 1 §2.3.4, compressed form); nil where the curve has none.
    func y(of x: Natural, isOdd: Bool) -> Natural?
}

extension NamedCurve {
    /// The engine that computes on this curve.
    var engine: any CurveEngine {
        switch self {
        case .p256: FastP256()
        case .p384: FastP384()
        case .p521: FastP521()
        }
    }

    /// The engine with which the fast one is compared.
    var referenceEngine: any CurveEngine { ReferenceEngine(curve: parameters) }
}
