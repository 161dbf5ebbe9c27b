/// Octets as `BIO_dump` prints them: an offset, sixteen octets, and the same as text.
enum HexDump {
    static func write(_ octets: some Sequence<UInt8>, indent: Int, to output: inout TextOutput) {
        let all = Array(octets)
        // A deep indent leaves room for fewer octets.
        let indent = min(max(0, indent), 64)
        let width = 16 - (max(0, indent - 6) + 3) / 4
        for start in stride(from: 0, to: all.count, by: width) {
            let line = all[start..<min(start + width, all.count)]
            let offset = String(start, radix: 16)
            output.indent(indent)
            output.put(String(repeating: "0", count: max(0, 4 - offset.count)) + offset + " - ")
            for index in 0..<width {
                if start + index < all.count {
                    output.put(all[start + index].lowerHex + (index == 7 ? "-" : " "))
                } else {
                    output.put("   ")
                }
            }
            output.put("  ")
            output.put(octets: line.map { (0x20...0x7e).contains($0) ? $0 : 0x2e })
            output.endLine()
        }
    }
}
