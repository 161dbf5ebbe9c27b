/// The lines that the texts of keys are made of.
struct KeyLines {
    let indent: Int
    private(set) var output = TextOutput()

    init(indent: Int) { self.indent = indent }

    mutating func line(_ text: some StringProtocol) {
        output.indent(indent)
        output.put(text)
        output.endLine()
    }

    /// A number: behind its title where it fits 64 bits, else as octets on the lines below.
    mutating func number(_ title: String, _ number: IntegerParts) {
        if number.isZero { return line(title + " 0") }
        let sign = number.isNegative ? "-" : ""
        if number.magnitude.count <= 8 {
            let value = number.magnitude.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return line("\(title) \(sign)\(value) (\(sign)0x\(String(value, radix: 16)))")
        }
        let octets = number.magnitude
        // A zero in front keeps the first bit from being taken for a sign.
        self.octets(title + (number.isNegative ? " (Negative)" : ""), (octets[0] >= 0x80 ? [0] : []) + octets)
    }

    /// A title, and octets on the lines below, 15 each.
    mutating func octets(_ title: String, _ octets: some Sequence<UInt8>) {
        line(title)
        let all = Array(octets)
        for (index, octet) in all.enumerated() {
            if index % 15 == 0 {
                if index > 0 { output.endLine() }
                output.indent(indent + 4)
            }
            output.put(octet.lowerHex + (index == all.count - 1 ? "" : ":"))
        }
        output.endLine()
    }
}
