import LucidNumber
import Testing

@testable import LucidCrypto

@Suite("The fast engine's fields and scalars beside GMP")
struct FastFieldTests {
    @Test("P-256: sums, products, squares, halves and inverses")
    func p256() {
        compare(P256Field.self, EllipticCurve.p256.field.modulus, seed: 256)
        compareHalves(P256Field.self, EllipticCurve.p256.field.modulus, seed: 256)
    }

    @Test("P-384: sums, products, squares, halves and inverses")
    func p384() {
        compare(P384Field.self, EllipticCurve.p384.field.modulus, seed: 384)
        compareHalves(P384Field.self, EllipticCurve.p384.field.modulus, seed: 384)
    }

    @Test("P-521: sums, products, squares, halves and inverses")
    func p521() {
        compare(P521Field.self, EllipticCurve.p521.field.modulus, seed: 521)
        compareHalves(P521Field.self, EllipticCurve.p521.field.modulus, seed: 521)
    }

    @Test("Ed25519: sums, products, squares and inverses")
    func ed25519() { compare(Field25519.self, PrimeField.ed25519.modulus, seed: 25519) }

    @Test("P-256: the last step of a signature, modulo the order")
    func scalars256() { compareSignatures(FastP256.self, seed: 1256) }

    @Test("P-384: the last step of a signature, modulo the order")
    func scalars384() { compareSignatures(FastP384.self, seed: 1384) }

    @Test("P-521: the last step of a signature, modulo the order")
    func scalars521() { compareSignatures(FastP521.self, seed: 1521) }

    /// Every pair of edge numbers, then random ones.
    private func compare<Field: CurveField>(_: Field.Type, _ p: OddModulus, seed: UInt64) {
        let edges = edgeNumbers(below: p)
        for a in edges {
            for b in edges { compare(Field.self, p, a, b) }
            let inverse = Field(a.limbs9).inverse().number.natural
            #expect(inverse == p.inverse(of: a) ?? .zero)
        }
        var random = RepeatableRandom(seed)
        for _ in 0..<rounds(300, exhaustive: 1_000_000) {
            compare(Field.self, p, random.number(below: p), random.number(below: p))
        }
        for _ in 0..<rounds(3, exhaustive: 3000) {
            let a = random.number(below: p)
            #expect(Field(a.limbs9).inverse().number.natural == p.inverse(of: a) ?? .zero)
        }
    }

    private func compare<Field: CurveField>(_: Field.Type, _ p: OddModulus, _ a: Natural, _ b: Natural) {
        let (x, y) = (Field(a.limbs9), Field(b.limbs9))
        let sum = x + y, difference = x - y
        var same = x.number.natural == a
        same = same && sum.number.natural == p.add(a, b)
        same = same && difference.number.natural == p.subtract(a, b)
        same = same && (x * y).number.natural == p.multiply(a, b)
        same = same && x.squared().number.natural == p.multiply(a, a)
        // Elements that were not just read in: their limbs may be larger where a field allows it.
        same = same && (sum * difference).number.natural == p.multiply(p.add(a, b), p.subtract(a, b))
        same = same && (difference - sum).squared().number.natural == p.multiply(p.add(b, b), p.add(b, b))
        same = same && (difference.zeroMask == (a == b ? .max : 0))
        same = same && Field.select(.max, x, y).number.natural == a && Field.select(0, x, y).number.natural == b
        if !same { Issue.record("differs from GMP for \(a) and \(b)") }
    }

    /// A half and itself are the whole, for elements that were just read in, for differences and for products.
    private func compareHalves<Field: WeierstrassField>(_: Field.Type, _ p: OddModulus, seed: UInt64) {
        var random = RepeatableRandom(seed)
        let numbers =
            edgeNumbers(below: p) + (0..<rounds(100, exhaustive: 100_000)).map { _ in random.number(below: p) }
        for (a, b) in zip(numbers, numbers.reversed()) {
            let (x, y) = (Field(a.limbs9), Field(b.limbs9))
            for element in [x, x - y, x * y, x.halved()] {
                let half = element.halved()
                if !(half + half).equals(element) { Issue.record("twice the half differs for \(a) and \(b)") }
            }
        }
    }

    private func compareSignatures<Curve: FastCurve>(_: Curve.Type, seed: UInt64) {
        let n = Curve.parameters.order
        let reference = ReferenceEngine(curve: Curve.parameters)
        var random = RepeatableRandom(seed)
        let edges = edgeNumbers(below: n)
        for index in 0..<rounds(20, exhaustive: 20_000) + edges.count {
            let k = index < edges.count ? edges[index] : random.number(below: n)
            if k.isZero { continue }
            let (e, r, d) = (random.number(below: n), random.number(below: n), random.number(below: n))
            let fast = Curve.signature(k: k.limbs9, e: e.limbs9, r: r.limbs9, d: d.limbs9).natural
            let slow = reference.signatureScalar(
                k: n.residue(k), e: n.residue(e), r: n.residue(r), d: n.residue(d)
            ).revealed()
            if fast != slow { Issue.record("differs from GMP for k = \(k), e = \(e), r = \(r), d = \(d)") }
        }
    }
}
