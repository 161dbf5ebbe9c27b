import LucidDER
import LucidObjectNames

/// The parameters of RSASSA-PSS under a signature.
enum PSSText {
    static let identifier = ObjectIdentifier(1, 2, 840, 113549, 1, 1, 10)

    /// Appends the rest of the line that is begun, and a line for each parameter. Returns false, after one line that says so,
    /// where the parameters are none.
    static func write(
        _ element: BERElement?, indent: Int, names: ObjectNames, to output: inout TextOutput
    ) {
        output.indent(indent)
        guard let parameters = PSSParameters(element) else {
            output.put("(INVALID PSS PARAMETERS)\n")
            return
        }
        output.endLine()
        func line(_ title: String, _ value: String) {
            output.indent(indent)
            output.put(title + value + "\n")
        }
        line("Hash Algorithm: ", parameters.hash.map { names.long($0) } ?? "sha1 (default)")
        var mask = "mgf1 with sha1 (default)"
        if let generator = parameters.maskGenerator {
            mask = names.long(generator) + " with " + (parameters.maskHash.map { names.long($0) } ?? "INVALID")
        }
        line("Mask Algorithm: ", mask)
        line(" Salt Length: 0x", parameters.saltLength?.brokenHexadecimal ?? "14 (default)")
        line("Trailer Field: 0x", parameters.trailer?.brokenHexadecimal ?? "01 (default)")
    }
}

/// RSASSA-PSS-params, read leniently (RFC 4055 §3.1). What is absent is the default.
struct PSSParameters {
    var hash: ObjectIdentifier?
    var maskGenerator: ObjectIdentifier?
    /// The hash function of the mask generator.
    var maskHash: ObjectIdentifier?
    var saltLength: IntegerParts?
    var trailer: IntegerParts?

    private static let mgf1 = ObjectIdentifier(1, 2, 840, 113549, 1, 1, 8)

    init?(_ element: BERElement?) {
        guard let fields = element?.children(of: .sequence) else { return nil }
        for field in fields {
            guard let inner = field.children, inner.count == 1 else { return nil }
            switch field.tag {
            case .contextConstructed(0):
                guard let algorithm = AlgorithmParts(inner[0]) else { return nil }
                hash = algorithm.identifier
            case .contextConstructed(1):
                // MGF1 is the only mask generator that there is (RFC 8017 appendix B.2).
                guard let algorithm = AlgorithmParts(inner[0]), algorithm.identifier == Self.mgf1,
                    let hash = algorithm.parameters.flatMap({ AlgorithmParts($0) })
                else { return nil }
                maskGenerator = algorithm.identifier
                maskHash = hash.identifier
            case .contextConstructed(2):
                guard let number = IntegerParts(inner[0]) else { return nil }
                saltLength = number
            case .contextConstructed(3):
                guard let number = IntegerParts(inner[0]) else { return nil }
                trailer = number
            default: return nil
            }
        }
    }
}
