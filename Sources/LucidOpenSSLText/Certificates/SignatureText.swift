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
            if dsaIdentifiers.contains(algorithm.identifier), writeDSA(signature.octets, to: &output) { return }
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

    /// The two numbers of a DSA signature, `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 §2.2.2). Returns false, and appends
    /// nothing, where the octets are something else.
    private static func writeDSA(_ octets: [UInt8], to output: inout TextOutput) -> Bool {
        guard let parts = BERElement(whole: octets)?.children(of: .sequence), parts.count == 2,
            let r = IntegerParts(parts[0]), let s = IntegerParts(parts[1])
        else { return false }
        var lines = KeyLines(indent: 8)
        lines.number("r:   ", r)
        lines.number("s:   ", s)
        output.put(octets: lines.output.octets)
        return true
    }

    /// DSA with SHA-1, twice, and with SHA-2.
    private static let dsaIdentifiers: Set<ObjectIdentifier> = [
        ObjectIdentifier(1, 2, 840, 10040, 4, 3), ObjectIdentifier(1, 3, 14, 3, 2, 27),
        ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 1), ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 2),
        ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 3), ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 4),
    ]
}
