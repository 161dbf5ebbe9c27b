/// Odd multiples of a curve's base point G, with which `[k]G` takes few additions and next to no doublings.
///
/// It is computed when a curve is first used. Row t has the points `[(2j+1)·2^(w·v·t)]G` for j from 0 to 2^(w-1) - 1, where
/// w is the window's width in bits and v the stride: one row serves v windows.
struct GeneratorTable<Field: CurveField>: Sendable {
    /// w and v.
    let width, stride: Int
    /// The number of windows: as many as the order's bits need.
    let windowCount: Int
    /// The rows, one after the other.
    let points: [AffinePoint<Field>]

    /// The number of points in a row.
    var rowCount: Int { 1 << (width - 1) }

    /// Computes the table. The order's bit `width` must be zero: see `multiply`.
    init(base: AffinePoint<Field>, orderBitWidth: Int, width: Int, stride: Int) {
        self.width = width
        self.stride = stride
        windowCount = (orderBitWidth + width - 1) / width
        let rowCount = 1 << (width - 1)
        var all: [JacobianPoint<Field>] = []
        var first = JacobianPoint(base)
        for row in 0..<(windowCount + stride - 1) / stride {
            if row > 0 { for _ in 0..<width * stride { first = first.doubled() } }
            let twice = PreparedPoint(first.doubled())
            var point = first
            for _ in 0..<rowCount {
                all.append(point)
                point = point.adding(twice)
            }
        }
        points = AffinePoint.all(all)
    }

    /// `[k]G` for an odd secret k below n. No branch and no address depends on k.
    ///
    /// An odd k below 2^(wm) is the sum of m odd digits times powers of 2^w, each digit between -(2^w - 1) and 2^w - 1
    /// (M. Joye and M. Tunstall, "Exponent recoding and regular exponentiation algorithms", 2009): with b_i the w bits of k
    /// from bit w·i + 1 on, `d_i = 2·b_i + 1 - 2^w`, and for the uppermost window `2·b_i + 1`. The sum of `1 - 2^w` and all
    /// that telescopes to 1, the bit that no b_i has. As no digit is zero, no neutral point is ever added.
    ///
    /// Windows are taken by their index modulo v, the highest remainder first, and w doublings lie between two remainders;
    /// within a remainder the uppermost window comes first. `Documentation/fast-curves.md` shows that the sum so far is
    /// never equal or opposite to the point that is added, as long as bit w of n is zero.
    func multiply(odd k: Limbs) -> JacobianPoint<Field> {
        var sum = JacobianPoint<Field>.neutral
        for remainder in Swift.stride(from: stride &- 1, through: 0, by: -1) {
            if remainder < stride &- 1 { for _ in 0..<width { sum = sum.doubled() } }
            for row in Swift.stride(from: (windowCount &- 1 &- remainder) / stride, through: 0, by: -1) {
                let window = row &* stride &+ remainder
                let bits = k.bits(at: width &* window &+ 1, count: width)
                // The first window of all begins the sum, and the uppermost window's digit is positive.
                let isTop = window == windowCount &- 1
                let isNegative: UInt64 = isTop ? 0 : zeroMask(bits &>> UInt64(width &- 1))
                // |d| = 2j+1: j is the bits below the uppermost for a positive digit, their complement for a negative one.
                let low = (1 as UInt64) &<< UInt64(width &- 1) &- 1
                let point = entry((bits ^ isNegative) & low, row: row, negatedIf: isNegative)
                sum =
                    remainder == stride &- 1 && row == (windowCount &- stride) / stride
                    ? JacobianPoint(point) : sum.addingDistinct(point)
            }
        }
        return sum
    }

    /// Point j of a row, negated where the mask is all ones. All points of the row are read, whatever j is.
    @inline(__always)
    private func entry(_ j: UInt64, row: Int, negatedIf isNegative: UInt64) -> AffinePoint<Field> {
        var x = Field.zero, y = Field.zero
        let count = rowCount, span = points.span
        for index in 0..<count {
            let point = span[row &* count &+ index]
            let mask = zeroMask(UInt64(truncatingIfNeeded: index) ^ j)
            x = point.x.masked(mask, or: x)
            y = point.y.masked(mask, or: y)
        }
        return AffinePoint(x: x, y: Field.select(isNegative, .zero - y, y))
    }
}
