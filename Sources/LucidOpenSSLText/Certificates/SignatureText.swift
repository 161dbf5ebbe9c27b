import LucidDER
import LucidObjectNames

/// A signature's algorithm and octets.
enum SignatureText {
    /// `    Signature Algorithm: sha256WithRSAEncryption`, and the parameters of RSASSA-PSS on lines of their own.
    static func writeAlgorithm(_ algorithm: AlgorithmParts, names: ObjectNames, to output: inout TextOutput) {
        output.put("    Signature Algorithm: " + names.long(algorithm.identifier))
        if algorithm.identifier == PSSText.identifier {
            PSSText.write(algorithm.parameters, indent: 8, names: names, to: &output)
        } else {
            output.endLine()
        }
    }

    /// The algorithm and, 18 octets on a line, the signature.
    static func write(
        _ algorithm: AlgorithmParts, _ signature: BitStringParts, names: ObjectNames, to output: inout TextOutput
    ) {
        output.put("    Signature Algorithm: " + names.long(algorithm.identifier))
        output.put("\n    Signature Value:")
        if algorithm.identifier == PSSText.identifier {
            PSSText.write(algorithm.parameters, indent: 8, names: names, to: &output)
        } else {
            output.endLine()
        }
        dump(signature.octets, indent: 8, to: &output)
    }

    /// Octets with colons between them, 18 on a line.
    static func dump(_ octets: [UInt8], indent: Int, to output: inout TextOutput) {
        for (index, octet) in octets.enumerated() {
            if index % 18 == 0 {
                if index > 0 { output.endLine() }
                output.indent(indent)
            }
            output.put(octet.lowerHex + (index == octets.count - 1 ? "" : ":"))
        }
        output.endLine()
    }
}
