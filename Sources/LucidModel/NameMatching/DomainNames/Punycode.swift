/// Text in any script as letters, digits and hyphens (RFC 3492): the ASCII characters first, then, behind a hyphen,
/// which other characters go in where, as a row of numbers.
///
/// Each number says how far to go on through all pairs of a code point and a place. Numbers are written in a base of 36
/// with digits of changing weight, which fits itself to the last number's size, so that small steps take few digits.
enum Punycode {
    // RFC 3492 §5
    private static let base = 36, tMin = 1, tMax = 26, skew = 38, damp = 700, initialBias = 72, initialN = 0x80

    /// The longest text that is worked on: the work grows with the square of it, and a label has 63 octets at most.
    static let longest = 63

    /// Encodes code points (RFC 3492 §6.3); nil where there are more than `longest`.
    static func encode(_ input: [UInt32]) -> [UInt8]? {
        guard input.count <= longest else { return nil }
        let input = input.map(Int.init)
        var output = input.filter { $0 < initialN }.map { UInt8(truncatingIfNeeded: $0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }

        var n = initialN
        var delta = 0
        var bias = initialBias
        var handledCount = basicCount
        while handledCount < input.count, let m = input.filter({ $0 >= n }).min() {
            delta += (m - n) * (handledCount + 1)
            n = m
            for code in input {
                if code < n { delta += 1 }
                guard code == n else { continue }
                appendNumber(delta, bias, to: &output)
                bias = adapt(delta, pointCount: handledCount + 1, isFirst: handledCount == basicCount)
                delta = 0
                handledCount += 1
            }
            delta += 1
            n += 1
        }
        return output
    }

    /// Decodes (RFC 3492 §6.2); nil where that is no Punycode, or longer than `longest`.
    static func decode(_ input: some Collection<UInt8>) -> [UInt32]? {
        guard input.count <= longest, input.allSatisfy({ $0 < initialN }) else { return nil }
        let input = Array(input)
        // Without a character before it, the hyphen would not have been written; it is no digit, so it is refused
        // below.
        let basicCount = input.lastIndex(of: UInt8(ascii: "-")) ?? 0
        var output = input[..<basicCount].map(UInt32.init)
        var rest = input[(basicCount > 0 ? basicCount + 1 : 0)...]

        var n = initialN
        var i = 0
        var bias = initialBias
        while !rest.isEmpty {
            guard let delta = takeNumber(bias, from: &rest) else { return nil }
            let count = output.count + 1
            bias = adapt(delta, pointCount: count, isFirst: output.count == basicCount)
            i += delta
            n += i / count
            i %= count
            guard n <= 0x10ffff, let code = Unicode.Scalar(UInt32(n)) else { return nil }
            output.insert(code.value, at: i)
            i += 1
        }
        return output
    }

    /// A number of digits whose weights depend on the bias, the last digit being one below its threshold (RFC 3492
    /// §3.3).
    private static func appendNumber(_ number: Int, _ bias: Int, to output: inout [UInt8]) {
        var q = number
        var k = base
        while true {
            let t = threshold(k, bias)
            guard q >= t else { break }
            output.append(digit(t + (q - t) % (base - t)))
            q = (q - t) / (base - t)
            k += base
        }
        output.append(digit(q))
    }

    private static func takeNumber(_ bias: Int, from rest: inout ArraySlice<UInt8>) -> Int? {
        var number = 0
        var weight = 1
        var k = base
        while let octet = rest.popFirst() {
            guard let digit = value(of: octet) else { return nil }
            number += digit * weight
            // No code point and place is further away; this bounds the weight as well, so that nothing overflows.
            guard number <= 0x10ffff * (longest + 1) else { return nil }
            let t = threshold(k, bias)
            if digit < t { return number }
            weight *= base - t
            guard weight <= 1 << 40 else { return nil }
            k += base
        }
        return nil
    }

    private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, tMin), tMax) }

    /// RFC 3492 §6.1: the next number will be about as large as this one.
    private static func adapt(_ delta: Int, pointCount: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / pointCount
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }

    /// `a` to `z` are 0 to 25, `0` to `9` are 26 to 35.
    private static func digit(_ value: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }

    private static func value(of octet: UInt8) -> Int? {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(octet) - 0x61
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(octet) - 0x41
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(octet) - 0x30 + 26
        default: nil
        }
    }
}
