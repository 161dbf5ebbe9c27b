/// P-521 (SP 800-186 §3.2.1.5) on the fast engine.
struct FastP521: FastCurve {
    static var parameters: EllipticCurve { .p521 }
    static let order = ScalarModulus<9>(EllipticCurve.p521.order)
    private static let orderInverter = ModularInverter<9>(EllipticCurve.p521.order)
    static let b = P521Field(Limbs(EllipticCurve.p521.b))
    static let table = makeTable(width: 6, stride: 3)
    static let publicRow: GeneratorTable<P521Field> = makeTable(width: 6, stride: 1000)

    static func signature(k: Limbs, e: Limbs, r: Limbs, d: Limbs) -> Limbs {
        order.signature(kInverse: orderInverter.inverse(of: k), e: e, r: r, d: d)
    }
}
