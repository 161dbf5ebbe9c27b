/// Odd multiples of a curve's base point G, with which `[k]G` takes few additions and next to no doublings.
///
/// It is computed when a curve is first used. Row t has the points `[(2j+1)·2^(w·v·t)]G` for j from 0 to 2^(w-1) - 1, where
/// w is the window's width in bits and v the stride: one row serves v windows.
struct GeneratorTable<Field: WeierstrassField>: Sendable {
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
            if row > 0 { for _ in 0..<width * stride { first.double() } }
            var point = first
            point.double()
            let twice = PreparedPoint(point)
            point = first
            for _ in 0..<rowCount {
                all.append(point)
                point.add(twice)
            }
        }
        points = AffinePoint.all(all)
    }

    /// `[k]G` for an odd secret k below n. No branch and no address depends on k.
    ///
    /// `OddDigit` says which digits k has. As none is zero, no neutral point is ever added.
    ///
    /// Windows are taken by their index modulo v, the highest remainder first, and w doublings lie between two remainders;
    /// within a remainder the uppermost window comes first. `Documentation/fast-curves.md` shows that the sum so far is
    /// never equal or opposite to the point that is added, as long as bit w of n is zero.
    func multiply(odd k: Limbs) -> JacobianPoint<Field> {
        let hidden = hiddenZero(points.count)
        var sum = JacobianPoint<Field>.neutral
        for remainder in Swift.stride(from: stride &- 1, through: 0, by: -1) {
            if remainder < stride &- 1 { for _ in 0..<width { sum.double() } }
            for row in Swift.stride(from: (windowCount &- 1 &- remainder) / stride, through: 0, by: -1) {
                let window = row &* stride &+ remainder
                let digit = OddDigit(of: k, window: window, width: width, isTop: window == windowCount &- 1)
                let point = entry(digit, row: row, hidden)
                if remainder == stride &- 1 && row == (windowCount &- stride) / stride {
                    sum = JacobianPoint(point)
                } else {
                    sum.add(distinct: point)
                }
            }
        }
        return sum
    }

    /// The point of a row that belongs to a digit.
    @inline(__always)
    private func entry(_ digit: OddDigit, row: Int, _ hiddenZero: UInt64) -> AffinePoint<Field> {
        let start = row &* rowCount
        let point = Field.pick(digit.index, from: points.span.extracting(start..<start &+ rowCount))
        return AffinePoint(
            x: point.x, y: Field.select(digit.isNegative ^ hiddenZero, .zero - point.y, point.y))
    }
}
