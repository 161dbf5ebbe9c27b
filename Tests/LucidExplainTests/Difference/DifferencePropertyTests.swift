import LucidDER
import LucidExplain
import LucidTestSupport
import Testing

@Suite("Differences of anything")
struct DifferencePropertyTests {
    /// The fixtures that may be compared: no private keys.
    private static let comparable = Samples.fixtures.filter { DifferenceProblem.ofKind($0.kind) == nil }
    private static let certificates = comparable.filter { $0.kind == .certificate }
    private static let pairCount = Samples.isExhaustive ? 3_000 : 150
    private static let damageCount = Samples.isExhaustive ? 15_000 : 2_000

    @Test func `nothing differs from itself`() {
        #expect(Self.comparable.count > 150 && !Samples.roots.isEmpty)
        for sample in Self.comparable {
            let explanation = Explanation(DERBytes(sample.octets), as: sample.kind)
            #expect(DifferenceInvariant.expect(explanation, explanation, sample.name).isEmpty)
        }
        for (index, der) in Samples.roots.enumerated() {
            let explanation = Explanation(DERBytes(der), as: .certificate)
            #expect((try? StructuralDifference(explanation, explanation))?.isSame == true, "root \(index)")
        }
    }

    @Test func `of any two of the system's roots every octet that differs is told`() {
        var dice = Dice(state: 3)
        let roots = Samples.roots.map { Explanation(DERBytes($0), as: .certificate) }
        for _ in 0..<Self.pairCount {
            guard let a = roots.indices.randomElement(using: &dice), let b = roots.indices.randomElement(using: &dice)
            else { return }
            DifferenceInvariant.expect(roots[a], roots[b], "roots \(a) and \(b)")
        }
    }

    @Test func `of any two fixtures of a kind every octet that differs is told`() {
        var dice = Dice(state: 4)
        for _ in 0..<Self.pairCount {
            guard let a = Self.comparable.randomElement(using: &dice),
                let b = Self.comparable.filter({ $0.kind == a.kind }).randomElement(using: &dice)
            else { return }
            DifferenceInvariant.expect(
                Explanation(DERBytes(a.octets), as: a.kind), Explanation(DERBytes(b.octets), as: b.kind),
                "\(a.name) and \(b.name)")
        }
    }

    @Test func `of a structure and the same damaged every octet that differs is told`() {
        var dice = Dice(state: 5)
        let seeds = Self.comparable.filter { $0.octets.count < 3000 && $0.kind != .contentInfo }
        for round in 0..<Self.damageCount {
            let seed = seeds[round % seeds.count]
            let whole = Explanation(DERBytes(seed.octets), as: seed.kind)
            let damaged = Explanation(DERBytes(dice.damaged(seed.octets)), as: seed.kind)
            DifferenceInvariant.expect(whole, damaged, "\(seed.name), round \(round)")
            guard round % 10 == 0 else { continue }
            let other = Explanation(DERBytes(dice.damaged(seed.octets)), as: seed.kind)
            DifferenceInvariant.expect(other, damaged, "\(seed.name), round \(round), both damaged")
        }
    }

    @Test func `of octets of every kind, and of none, something is told`() {
        let junk: [[UInt8]] = [[], [0], [0x30], [0x30, 0x80], [0x30, 0x82, 0xff, 0xff, 1], Array("hello".utf8)]
        for kind in Explanation.Kind.allCases where DifferenceProblem.ofKind(kind) == nil {
            for a in junk {
                for b in junk {
                    DifferenceInvariant.expect(
                        Explanation(DERBytes(a), as: kind), Explanation(DERBytes(b), as: kind), "\(kind) \(a) \(b)")
                }
            }
        }
    }

    @Test func `differing structures inside of larger arrays are compared in their places`() throws {
        guard let a = Self.certificates.first?.octets, let b = Self.certificates.last?.octets else { return }
        let shifted = Explanation(DERBytes([1, 2, 3] + a + [4], 3..<3 + a.count), as: .certificate)
        let plain = Explanation(DERBytes(a), as: .certificate)
        #expect(try StructuralDifference(shifted, plain).isSame)
        DifferenceInvariant.expect(shifted, Explanation(DERBytes(b), as: .certificate), "shifted")
    }
}
