import LucidNumber
import Testing

@testable import LucidCrypto

@Suite("The fast engine's points beside the reference engine")
struct FastCurveTests {
    @Test("P-256: multiples of the base point")
    func multiples256() { compareMultiples(FastP256.self, seed: 2561) }

    @Test("P-256: public sums, neutral, equal and opposite points included")
    func sums256() throws { try compareSums(FastP256.self, seed: 2562) }

    @Test("P-256: the table is what it says")
    func table256() { checkTable(FastP256.self) }

    @Test("P-256: points on and off the curve, and roots")
    func points256() { comparePoints(FastP256.self, seed: 2563) }

    @Test("P-384: multiples of the base point")
    func multiples384() { compareMultiples(FastP384.self, seed: 3841) }

    @Test("P-384: public sums, neutral, equal and opposite points included")
    func sums384() throws { try compareSums(FastP384.self, seed: 3842) }

    @Test("P-384: the table is what it says")
    func table384() { checkTable(FastP384.self) }

    @Test("P-384: points on and off the curve, and roots")
    func points384() { comparePoints(FastP384.self, seed: 3843) }

    @Test("P-521: multiples of the base point")
    func multiples521() { compareMultiples(FastP521.self, seed: 5211) }

    @Test("P-521: public sums, neutral, equal and opposite points included")
    func sums521() throws { try compareSums(FastP521.self, seed: 5212) }

    @Test("P-521: the table is what it says")
    func table521() { checkTable(FastP521.self) }

    @Test("P-521: points on and off the curve, and roots")
    func points521() { comparePoints(FastP521.self, seed: 5213) }

    /// `[k]G` for scalars at both ends and for every digit at each place of the recoding's windows.
    private func compareMultiples<Curve: FastCurve>(_: Curve.Type, seed: UInt64) {
        let n = Curve.parameters.order
        // In a short run every few of them: the reference engine takes its time in debug builds.
        let edges = edgeNumbers(below: n)
        var scalars = stride(from: 0, to: edges.count, by: rounds(9, exhaustive: 1)).map { edges[$0] }
        let width = Curve.table.width
        for distance in 1...rounds(4, exhaustive: 1 << (width + 2)) {
            scalars.append(Natural(UInt(distance)))
            scalars.append(n.value.subtracting(Natural(UInt(distance)))!)
        }
        for place in stride(from: 0, to: n.bitWidth, by: rounds(167, exhaustive: 1)) {
            for digit in stride(from: 1, to: 1 << width, by: rounds(50, exhaustive: 5)) {
                scalars.append(n.reduce(Natural(UInt(digit)) * .powerOfTwo(place)))
            }
        }
        var random = RepeatableRandom(seed)
        for _ in 0..<rounds(5, exhaustive: 2000) { scalars.append(random.number(below: n)) }
        let reference = ReferenceEngine(curve: Curve.parameters)
        for k in scalars where !k.isZero {
            let fast = Curve.baseMultiple(k.limbs9)
            let slow = reference.publicPoint(n.residue(k))
            let same = fast.x.number.natural == slow.x && fast.y.number.natural == slow.y
            if !same { Issue.record("differs for k = \(k)") }
        }
    }

    /// `[u]G + [v]Q` where Q is a small multiple of G or its opposite, so that every addition meets its exceptional cases.
    private func compareSums<Curve: FastCurve>(_: Curve.Type, seed: UInt64) throws {
        let n = Curve.parameters.order
        let reference = ReferenceEngine(curve: Curve.parameters)
        func agree(_ u: Natural, _ v: Natural, _ q: (x: Natural, y: Natural)) {
            let point = AffinePoint(x: Curve.Field(q.x.limbs9), y: Curve.Field(q.y.limbs9))
            let fast = Curve.publicSum(u.limbs9, v.limbs9, point)
            let affine = fast.affine()
            let slow = reference.sum(u, v, times: q)
            let same = slow.map { affine.x.number.natural == $0.x && affine.y.number.natural == $0.y } ?? fast.z.isZero
            if !same { Issue.record("differs for u = \(u), v = \(v), Q = \(q)") }
        }
        var random = RepeatableRandom(seed)
        let small = (0...UInt(rounds(1, exhaustive: 16))).map { Natural($0) }
        let ends = small + small.dropFirst().map { n.value.subtracting($0)! }
        for multiple: UInt in [1, 2, 3, 5, 15].prefix(rounds(2, exhaustive: 5)) {
            let q = reference.publicPoint(n.residue(Natural(multiple)))
            let opposite = (x: q.x, y: Curve.parameters.field.modulus.subtract(.zero, q.y))
            for u in ends where multiple < 3 || u.bitWidth < 6 {
                for v in ends where multiple < 3 || v.bitWidth < 6 {
                    agree(u, v, q)
                    agree(u, v, opposite)
                }
            }
            // [u]G + [v]Q is neutral for u = -v·m.
            for _ in 0..<rounds(1, exhaustive: 200) {
                let v = random.number(below: n)
                agree(n.subtract(.zero, n.multiply(v, Natural(multiple))), v, q)
                agree(n.multiply(v, Natural(multiple)), v, q)
            }
        }
        for _ in 0..<rounds(3, exhaustive: 2000) {
            let q = reference.publicPoint(n.residue(n.add(random.number(below: n), .one)))
            agree(random.number(below: n), random.number(below: n), q)
        }
    }

    /// Every point of the table, computed another way: by adding G·2^place with the reference engine's formulas.
    private func checkTable<Curve: FastCurve>(_: Curve.Type) {
        let table = Curve.table
        // What `GeneratorTable.multiply` needs so that no addition meets an exceptional case.
        #expect(!Curve.parameters.order.value.bit(table.width))
        let rows = (table.windowCount + table.stride - 1) / table.stride
        #expect(table.points.count == rows * table.rowCount)
        let every = rounds(16, exhaustive: 1)
        var first = CurvePoint.base(of: Curve.parameters)
        for row in 0..<rows {
            if row > 0 { for _ in 0..<table.width * table.stride { first = first + first } }
            let twice = first + first
            var point = first.copy()
            for index in 0..<table.rowCount {
                if index % every == every - 1 || row == 0 && index == 0 {
                    let entry = table.points[row * table.rowCount + index]
                    let expected = point.affine()
                    #expect(entry.x.number.natural == expected?.x)
                    #expect(entry.y.number.natural == expected?.y)
                }
                point = point + twice
            }
        }
    }

    private func comparePoints<Curve: FastCurve & Sendable>(_ curve: Curve.Type, seed: UInt64) {
        let p = Curve.parameters.field.modulus
        let fast = Curve.engine
        let reference = ReferenceEngine(curve: Curve.parameters)
        var random = RepeatableRandom(seed)
        var found = 0
        for index in 0..<rounds(6, exhaustive: 3000) {
            let x = index < 3 ? Natural(UInt(index)) : random.number(below: p)
            let odd = fast.y(of: x, isOdd: true), even = fast.y(of: x, isOdd: false)
            #expect(odd == reference.y(of: x, isOdd: true))
            #expect(even == reference.y(of: x, isOdd: false))
            if let odd {
                found += 1
                #expect(fast.contains(x: x, y: odd))
                #expect(!fast.contains(x: x, y: p.add(odd, .one)))
                #expect(!fast.contains(x: x + p.value, y: odd))
                #expect(!fast.contains(x: x, y: odd + p.value))
            }
        }
        #expect(found > 0)
    }
}

extension FastCurve {
    /// The engine, for tests that only know its type.
    fileprivate static var engine: any CurveEngine {
        NamedCurve.allCases.first { $0.name == parameters.name }?.engine ?? ReferenceEngine(curve: parameters)
    }
}
