import LucidDER
@testable import LucidExplain
import Testing

/// What must hold of every comparison, whatever is compared.
enum DifferenceInvariant {
    /// Compares two structures, and checks that nothing that differs in its octets is passed over, that each difference is told
    /// whole, and that the other way round the same is told.
    @discardableResult
    static func expect(_ a: Explanation, _ b: Explanation, _ comment: @autoclosure () -> String) -> [Difference] {
        guard let difference = try? StructuralDifference(a, b) else {
            Issue.record("\(comment()): not compared")
            return []
        }
        #expect(difference.isSame == (a.octets == b.octets), "\(comment())")
        #expect((difference.summary.relation == .same) == difference.isSame, "\(comment())")
        expectAccounted(difference, comment())
        for one in difference.differences { expectWhole(one, difference, comment()) }
        if let mirrored = try? StructuralDifference(b, a) { expectMirrored(difference, mirrored, comment()) }
        return difference.differences
    }

    /// Outside of what is told, both have the same: element for element, but for lengths, which follow from what is told.
    private static func expectAccounted(_ difference: StructuralDifference, _ comment: @autoclosure () -> String) {
        // That a file is BER is told of the whole, of which the rest is told piece by piece.
        let told = difference.differences.filter { $0.kind != .order && !($0.path.isEmpty && $0.kind == .encoding) }
        let a = UntoldElements(difference.a, without: told.compactMap { $0.a?.octets.range })
        let b = UntoldElements(difference.b, without: told.compactMap { $0.b?.octets.range })
        // Where another order is told, the same is there in another order.
        let isReordered = difference.differences.contains { $0.kind == .order }
        if let place = isReordered ? a.firstLack(in: b) : a.firstDifference(from: b) {
            Issue.record("\(comment()): passed over: \(place)")
        }
    }

    /// Each side has the octets of its place, and each difference its words.
    private static func expectWhole(
        _ one: Difference, _ difference: StructuralDifference, _ comment: @autoclosure () -> String
    ) {
        #expect(one.a != nil || one.b != nil, "\(comment())")
        #expect(one.a?.octets != one.b?.octets, "\(comment()): \(one.path)")
        #expect(
            one.sentence.hasSuffix(".") && !one.sentence.contains("..") && !one.clause.isEmpty, "\(comment()): \(one)")
        #expect((one.a == nil || one.b == nil) ? one.kind != .value && one.kind != .type : one.kind != .presence)
    }

    /// What is told of A and B is told of B and A.
    private static func expectMirrored(
        _ difference: StructuralDifference, _ mirrored: StructuralDifference, _ comment: @autoclosure () -> String
    ) {
        struct Shape: Hashable {
            let kind: Difference.Kind
            let a, b: Range<Int>?
        }
        let there = Set(
            difference.differences.map { Shape(kind: $0.kind, a: $0.a?.octets.range, b: $0.b?.octets.range) })
        let back = Set(mirrored.differences.map { Shape(kind: $0.kind, a: $0.b?.octets.range, b: $0.a?.octets.range) })
        #expect(there == back, "\(comment())")
        #expect(difference.summary.relation == mirrored.summary.relation, "\(comment())")
        #expect(difference.summary.facts.map(\.answer) == mirrored.summary.facts.map(\.answer), "\(comment())")
    }
}
