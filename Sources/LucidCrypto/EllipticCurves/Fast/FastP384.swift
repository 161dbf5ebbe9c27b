/// P-384 (SP 800-186 §3.2.1.4) on the fast engine.
struct FastP384: FastCurve {
    static var parameters: EllipticCurve { .p384 }
    static let order = ScalarModulus<6>(EllipticCurve.p384.order)
    private static let orderInverter = ModularInverter<7>(EllipticCurve.p384.order)
    static let b = P384Field(Limbs(EllipticCurve.p384.b))
    static let table = makeTable(width: 7, stride: 5)
    static let publicRow: GeneratorTable<P384Field> = makeTable(width: 7, stride: 1000)

    static func signature(k: Limbs, e: Limbs, r: Limbs, d: Limbs) -> Limbs {
        order.signature(kInverse: orderInverter.inverse(of: k), e: e, r: r, d: d)
    }
}
