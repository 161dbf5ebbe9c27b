import LucidDER
import LucidObjectNames

/// What OpenSSL keeps behind a certificate in a TRUSTED CERTIFICATE block.
///
///     CertAux ::= SEQUENCE {
///         trust   SEQUENCE OF OBJECT IDENTIFIER OPTIONAL,
///         reject  [0] SEQUENCE OF OBJECT IDENTIFIER OPTIONAL,
///         alias   UTF8String OPTIONAL,
///         keyid   OCTET STRING OPTIONAL,
///         other   [1] SEQUENCE OF AlgorithmIdentifier OPTIONAL }
struct TrustSettings {
    var trusted: [ObjectIdentifier]?
    var rejected: [ObjectIdentifier]?
    var alias: [UInt8]?
    var keyIdentifier: [UInt8]?

    init?(_ source: [UInt8], at range: Range<Int>) {
        guard let whole = BERElement(source, at: range.lowerBound, end: range.upperBound),
            let parts = whole.children(of: .sequence)
        else { return nil }
        for part in parts {
            switch part.tag {
            case .sequence: trusted = part.children?.compactMap { ObjectIdentifier($0) }
            case .contextConstructed(0): rejected = part.children?.compactMap { ObjectIdentifier($0) }
            case .utf8String: alias = Array(part.octets)
            case .octetString: keyIdentifier = Array(part.octets)
            default: break
            }
        }
    }

    func write(names: ObjectNames, to output: inout TextOutput) {
        write("Trusted Uses", trusted, empty: "No Trusted Uses.\n", names: names, to: &output)
        write("Rejected Uses", rejected, empty: "No Rejected Uses.\n", names: names, to: &output)
        if let alias {
            output.put("Alias: ")
            output.put(octets: alias)
            output.endLine()
        }
        if let keyIdentifier {
            output.put("Key Id: " + keyIdentifier.map(\.upperHex).joined(separator: ":") + "\n")
        }
    }

    private func write(
        _ title: String, _ uses: [ObjectIdentifier]?, empty: String, names: ObjectNames, to output: inout TextOutput
    ) {
        guard let uses else {
            output.put(empty)
            return
        }
        output.put("\(title):\n  " + uses.map { names.long($0) }.joined(separator: ", ") + "\n")
    }
}
