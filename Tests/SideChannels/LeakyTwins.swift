// What must not be done. Each twin does what a silent operation does, and lets a secret decide on a branch or an
// address: memcheck has to find it, else the test is blind. Scripts/side-channels looks for their `leaking` functions.

let leakyTwins: [Operation] = [
    Operation(name: "twin-early-exit-comparison", isLeaky: true) {
        let same = secret(octets(32)).withSpan { a in secret(octets(32)).withSpan { leakingComparison(a, $0) } }
        try expect(published([same]) == [1], "equal octets are equal")
    },
    Operation(name: "twin-square-and-multiply", isLeaky: true) {
        let power = secret([0x12, 0x34]).withSpan { leakingPower(3, $0, modulo: 257) }
        try expect(published([UInt8(truncatingIfNeeded: power)]) == [162], "3^4660 is 162 modulo 257")
    },
    Operation(name: "twin-table-lookup", isLeaky: true) {
        let square = secret([12]).withSpan { leakingSquare($0) }
        try expect(published([square]) == [144], "12 times 12 is 144")
    },
]

/// 1 for equal octets, else 0. Ends at the first difference: the time tells how many octets were right.
@inline(never) private func leakingComparison(_ a: Span<UInt8>, _ b: Span<UInt8>) -> UInt8 {
    for index in 0..<a.count where a[index] != b[index] { return 0 }
    return 1
}

/// Multiplies for the bits that are set, and for no others: the time tells how many there are.
@inline(never) private func leakingPower(_ base: UInt64, _ exponent: Span<UInt8>, modulo modulus: UInt64) -> UInt64 {
    var result: UInt64 = 1
    for index in 0..<exponent.count {
        for bit in stride(from: 7, through: 0, by: -1) {
            result = result * result % modulus
            if exponent[index] >> UInt8(bit) & 1 == 1 { result = result * base % modulus }
        }
    }
    return result
}

/// Reads from a place that a secret chooses: the processor's cache tells which.
@inline(never) private func leakingSquare(_ x: Span<UInt8>) -> UInt8 { squares[Int(x[0])] }

private let squares: [UInt8] = (0..<256).map { UInt8(truncatingIfNeeded: $0 * $0) }
