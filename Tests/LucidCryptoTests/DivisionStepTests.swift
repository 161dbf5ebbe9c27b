import Testing

@testable import LucidCrypto

/// Whether `ModularInverter` does enough division steps, by the method of P. Wuille, "Bounds on divsteps iterations in
/// safegcd" (2021).
///
/// Which (f, g) can be reached from any start is not known point by point, but a convex set that has them all is: a step
/// is a linear map, so it takes the corners of a convex polygon to those of another. For each δ there is one polygon, the
/// hull of what all ways to that δ lead to. Once |g| is below 1 in all of a polygon, g is zero there.
@Suite("Division steps")
struct DivisionStepTests {
    @Test(
        "as many division steps are done as are enough, whatever is inverted",
        arguments: [64, 256, 384, 521].prefix(rounds(1, exhaustive: 4)))
    func enough(bitWidth: Int) {
        #expect(stepsUntilZero(bitWidth: bitWidth) <= ModularInverter<5>.stepCount(bitWidth: bitWidth))
    }

    /// After how many steps g is zero for every f below 2^bitWidth and every g from 0 to f.
    private func stepsUntilZero(bitWidth: Int) -> Int {
        // In units of 2^(bitWidth/2), so that products of two numbers are neither too large nor too small for a Double.
        let limit = Double(sign: .plus, exponent: bitWidth - bitWidth / 2, significand: 1)
        let one = Double(sign: .plus, exponent: -(bitWidth / 2), significand: 1)
        // The keys are 2δ, which is odd.
        var polygons = [1: [Corner(f: 0, g: 0), Corner(f: limit, g: 0), Corner(f: limit, g: limit)]]
        var count = 0
        while !polygons.isEmpty {
            var next: [Int: [Corner]] = [:]
            for (delta, corners) in polygons {
                // An even g.
                next[delta + 2, default: []] += corners.map { Corner(f: $0.f, g: $0.g / 2) }
                // An odd g.
                if delta > 0 {
                    next[2 - delta, default: []] += corners.map { Corner(f: $0.g, g: ($0.g - $0.f) / 2) }
                } else {
                    next[delta + 2, default: []] += corners.map { Corner(f: $0.f, g: ($0.g + $0.f) / 2) }
                }
            }
            polygons = next.mapValues(hull).filter { $0.value.contains { abs($0.g) >= one } }
            count += 1
        }
        return count
    }

    /// A corner of a polygon, as exact as a floating-point number is: the bound has room for more.
    private struct Corner {
        let f, g: Double
    }

    /// The corners of the convex hull (A. M. Andrew, 1979): below and above, from left to right and back.
    private func hull(_ points: [Corner]) -> [Corner] {
        let sorted = points.sorted { ($0.f, $0.g) < ($1.f, $1.g) }
        return half(sorted) + half(sorted.reversed())
    }

    private func half(_ points: [Corner]) -> [Corner] {
        var corners: [Corner] = []
        for point in points {
            while corners.count >= 2 {
                let a = corners[corners.count - 2], b = corners[corners.count - 1]
                if (b.f - a.f) * (point.g - a.g) > (b.g - a.g) * (point.f - a.f) { break }
                corners.removeLast()
            }
            corners.append(point)
        }
        return corners.dropLast()
    }
}
