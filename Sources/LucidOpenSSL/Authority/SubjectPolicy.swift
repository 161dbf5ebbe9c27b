import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// The policy section of `openssl ca`: which attributes a subject must have, may have, and must share with the CA.
///
/// The subject of the certificate has the attributes that the policy names, in the policy's order; others are left out.
struct SubjectPolicy {
    /// The section's lines: an attribute and `match`, `supplied` or `optional`.
    let lines: [ConfigurationValue]
    let names: ObjectNames

    /// An attribute of the subject, and the line that let it in.
    struct Admitted {
        let attribute: AttributeTypeAndValue
        let line: ConfigurationValue
    }

    /// What the policy leaves of a name.
    ///
    /// - Parameters:
    ///   - name: the request's.
    ///   - authority: the CA's; where the certificate is to be self-signed, `name` again.
    func admit(_ name: Name, authority: Name) throws(Failure) -> [Admitted] {
        let wanted = name.relativeDistinguishedNames.flatMap(\.attributes)
        let own = authority.relativeDistinguishedNames.flatMap(\.attributes)
        var admitted: [Admitted] = []
        for line in lines {
            guard let type = names.identifier(line.name) else {
                throw Failure("\(line.name):unknown object type in 'policy' configuration\(place(line))")
            }
            let found = wanted.filter { $0.type == type }
            switch line.text {
            case "optional": break
            case "supplied":
                if found.isEmpty {
                    throw Failure("The \(line.name) field needed to be supplied and was missing\(place(line))")
                }
            case "match":
                if found.isEmpty { throw Failure("The mandatory \(line.name) field was missing\(place(line))") }
                for attribute in found {
                    try match(attribute, own.filter { $0.type == type }, line)
                }
            default: throw Failure("\(line.text):invalid type in 'policy' configuration\(place(line))")
            }
            admitted += found.map { Admitted(attribute: $0, line: line) }
        }
        return admitted
    }

    /// openssl compares octets and the type of the string: the same letters as PrintableString and as UTF8String differ.
    private func match(
        _ attribute: AttributeTypeAndValue, _ own: [AttributeTypeAndValue], _ line: ConfigurationValue
    ) throws(Failure) {
        guard let last = own.last else {
            throw Failure(
                """
                The \(line.name) field does not exist in the CA certificate,
                the 'policy' is misconfigured\(place(line))
                """)
        }
        if own.contains(where: { $0.value == attribute.value }) { return }
        throw Failure(
            """
            The \(line.name) field is different between
            CA certificate (\(last.shown)) and the request (\(attribute.shown))\(hint(attribute, last))\(place(line))
            """)
    }

    private func hint(_ attribute: AttributeTypeAndValue, _ own: AttributeTypeAndValue) -> String {
        guard attribute.shown == own.shown, case .string(let a) = attribute.value, case .string(let b) = own.value
        else {
            return ""
        }
        return ": the letters are the same, the string types \(b.kind) and \(a.kind) differ (see string_mask)"
    }

    private func place(_ line: ConfigurationValue) -> String {
        " (\(line.place.file), line \(line.place.line))"
    }
}

extension AttributeTypeAndValue {
    /// The value for people.
    fileprivate var shown: String { value.text ?? "octets" }
}
