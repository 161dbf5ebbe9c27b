/// P-256 (SP 800-186 §3.2.1.3) on the fast engine.
struct FastP256: FastCurve {
    static var parameters: EllipticCurve { .p256 }
    static let order = ScalarModulus<4>(EllipticCurve.p256.order)
    private static let orderInverter = ModularInverter<5>(EllipticCurve.p256.order)
    static let b = P256Field(Limbs(EllipticCurve.p256.b))
    static func signature(k: Limbs, e: Limbs, r: Limbs, d: Limbs) -> Limbs {
        order.signature(kInverse: orderInverter.inverse(of: k), e: e, r: r, d: d)
    }
    static let table = makeTable(width: 7, stride: 1)
    static let publicRow: GeneratorTable<P256Field> = makeTable(width: 7, stride: 1000)
}
