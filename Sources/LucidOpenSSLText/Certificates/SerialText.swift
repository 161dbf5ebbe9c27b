/// The serial number of a certificate.
enum SerialText {
    /// A small number in decimal and hexadecimal, a larger one as octets.
    static func write(_ serial: IntegerParts, to output: inout TextOutput) {
        output.put("        Serial Number:")
        // OpenSSL's function returns -1 for what it can not tell, so that the number -1 counts as large.
        if let small = serial.small, small != -1 {
            let sign = serial.isNegative ? "-" : ""
            output.put(" \(sign)\(small.magnitude) (\(sign)0x\(String(small.magnitude, radix: 16)))\n")
            return
        }
        output.put("\n            " + (serial.isNegative ? " (Negative)" : ""))
        output.put(serial.magnitude.map(\.lowerHex).joined(separator: ":") + "\n")
    }
}
