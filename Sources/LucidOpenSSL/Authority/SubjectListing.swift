import LucidObjectNames
import LucidX509

/// How `openssl ca` shows a subject where no `name_opt` or `cert_opt` says how: an attribute a line, with the type of its string.
enum SubjectListing {
    static func text(_ attributes: [AttributeTypeAndValue], names: ObjectNames) -> String {
        "The Subject's Distinguished Name is as follows\n"
            + attributes.map { attribute in
                let (type, octets) = parts(attribute.value)
                return "\(names.long(attribute.type).padded(to: 22)):\(type):'\(octets.map(shown).joined())'\n"
            }.joined()
    }

    private static func parts(_ value: AttributeTypeAndValue.Value) -> (type: String, octets: DERBytes) {
        switch value {
        case .other(let element): return ("ASN.1 \(paddedNumber(Int((element.first ?? 0) & 0x1f)))", element)
        case .string(let string):
            let type =
                switch string.kind {
                case .printable: "PRINTABLE"
                case .teletex: "T61STRING"
                case .ia5: "IA5STRING"
                case .universal: "UNIVERSALSTRING"
                default: "ASN.1 \(paddedNumber(Int(string.kind.tag.octet & 0x1f)))"
                }
            return (type, string.content)
        }
    }

    private static func paddedNumber(_ number: Int) -> String { number < 10 ? " \(number)" : "\(number)" }

    /// Octets above 0x7f are shown as the negative numbers that C takes them for.
    private static func shown(_ octet: UInt8) -> String {
        switch octet {
        case 0x20...0x7e: return String(Unicode.Scalar(octet))
        case 0x80...: return "\\0x" + String(0xffff_ff00 | UInt32(octet), radix: 16, uppercase: true)
        case 0x7f: return "^?"
        default: return "^" + String(Unicode.Scalar(octet + 0x40))
        }
    }
}
