import LucidDER

/// The extensions whose values are a line or two.
enum SimpleExtensions {
    typealias Surroundings = ExtensionSurroundings

    /// An OCTET STRING: `0A:1B`.
    static func octets(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard element.tag.isUniversal, element.tag.number == 4, let octets = element.joinedOctets else {
            return .malformed
        }
        return .text(octets.map(\.upperHex).joined(separator: ":"))
    }

    /// An INTEGER.
    static func number(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard let number = IntegerParts(element) else { return .malformed }
        return .text(number.text)
    }

    /// An IA5String, as it is.
    static func text(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard element.tag == .ia5String else { return .malformed }
        return .text(Array(element.octets))
    }

    static func null(_ element: BERElement, _: Surroundings) -> ExtensionText {
        element.tag == .null && element.content.isEmpty ? .text("NULL") : .malformed
    }

    /// A NULL of which nothing is printed.
    static func nothing(_ element: BERElement, _: Surroundings) -> ExtensionText {
        element.tag == .null && element.content.isEmpty ? .lines(TextOutput()) : .malformed
    }

    /// An OBJECT IDENTIFIER.
    static func object(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let object = ObjectIdentifier(element) else { return .malformed }
        return .text(around.names.long(object))
    }

    static func generalizedTime(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard element.tag == .generalizedTime else { return .malformed }
        var lines = TextOutput()
        lines.indent(around.indent)
        lines.time(element)
        return .lines(lines)
    }

    /// SEQUENCE OF OBJECT IDENTIFIER, as extKeyUsage is.
    static func objects(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let elements = element.children(of: .sequence) else { return .malformed }
        let objects = elements.compactMap { ObjectIdentifier($0) }
        guard objects.count == elements.count else { return .malformed }
        // OpenSSL has room for so many characters.
        return .values(objects.map { ExtensionValue(String(around.names.long($0).prefix(79))) })
    }

    /// RFC 5280 §4.2.1.9.
    static func basicConstraints(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard var parts = element.children(of: .sequence)?[...] else { return .malformed }
        var isCA = false
        if let first = parts.first, first.tag == .boolean {
            guard first.content.count == 1 else { return .malformed }
            isCA = first.octets.first != 0
            parts.removeFirst()
        }
        var values = [ExtensionValue("CA", isCA ? "TRUE" : "FALSE")]
        if let length = parts.first {
            guard let number = IntegerParts(length), parts.count == 1 else { return .malformed }
            values.append(ExtensionValue("pathlen", number.text))
        }
        return .values(values)
    }

    /// RFC 5280 §5.3.1.
    static func reasonCode(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard let number = IntegerParts(element, tag: .enumerated) else { return .malformed }
        let names = [
            0: "Unspecified", 1: "Key Compromise", 2: "CA Compromise", 3: "Affiliation Changed", 4: "Superseded",
            5: "Cessation Of Operation", 6: "Certificate Hold", 8: "Remove From CRL", 9: "Privilege Withdrawn",
            10: "AA Compromise",
        ]
        return .text(number.small.flatMap { names[$0] } ?? number.text)
    }

    /// RFC 3280 §4.2.1.4.
    static func privateKeyUsagePeriod(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let parts = element.children(of: .sequence) else { return .malformed }
        var lines = TextOutput()
        lines.indent(around.indent)
        for (index, part) in parts.enumerated() {
            guard part.tag.kind == 2, part.tag.number <= 1, !part.tag.isConstructed else { return .malformed }
            if index > 0 { lines.put(", ") }
            lines.put(part.tag.number == 0 ? "Not Before: " : "Not After: ")
            if let time = TimeParts(part.octets, isGeneralized: true) {
                lines.put(time.text(.rfc822))
            } else {
                lines.put("Bad time value")
            }
        }
        return .lines(lines)
    }

    /// RFC 5280 §4.2.1.1.
    static func authorityKeyIdentifier(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let parts = element.children(of: .sequence) else { return .malformed }
        var values: [ExtensionValue] = []
        for part in parts {
            switch part.tag {
            case .context(0):
                let hexadecimal = part.octets.map(\.upperHex).joined(separator: ":")
                values.append(parts.count > 1 ? ExtensionValue("keyid", hexadecimal) : ExtensionValue(hexadecimal))
            case .contextConstructed(1):
                guard let names = part.children else { return .malformed }
                let texts = names.map { GeneralNameText.pair($0, around.names) }
                if texts.contains(where: { $0 == .malformed }) { return .malformed }
                for case .pair(let name, let value) in texts { values.append(ExtensionValue(name, value)) }
            case .context(2):
                guard let number = IntegerParts(content: part.octets) else { return .malformed }
                values.append(
                    ExtensionValue("serial", number.magnitude.map(\.upperHex).joined(separator: ":")))
            default: return .malformed
            }
        }
        return .values(values, onLines: true)
    }

    /// RFC 5280 §4.2.2: SEQUENCE OF AccessDescription.
    static func informationAccess(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let descriptions = element.children(of: .sequence) else { return .malformed }
        var values: [ExtensionValue] = []
        for description in descriptions {
            guard let parts = description.children(of: .sequence), parts.count == 2,
                let method = ObjectIdentifier(parts[0])
            else { return .malformed }
            switch GeneralNameText.pair(parts[1], around.names) {
            case .malformed: return .malformed
            case .unprintable: return .unprintable
            case .pair(let name, let value):
                values.append(ExtensionValue("\(around.names.long(method)) - \(name)", value))
            }
        }
        return values.isEmpty ? .names([]) : .values(values, onLines: true)
    }

    /// RFC 7633: SEQUENCE OF INTEGER, numbers of TLS extensions.
    static func tlsFeatures(_ element: BERElement, _: Surroundings) -> ExtensionText {
        guard let elements = element.children(of: .sequence) else { return .malformed }
        let numbers = elements.compactMap { IntegerParts($0) }
        guard numbers.count == elements.count else { return .malformed }
        return .values(
            numbers.map { number in
                switch number.small {
                case 5: ExtensionValue("status_request")
                case 17: ExtensionValue("status_request_v2")
                default: ExtensionValue(number.text)
                }
            })
    }

    /// RFC 3820 §3.8.
    static func proxyInformation(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard var parts = element.children(of: .sequence)?[...] else { return .malformed }
        var lines = TextOutput()
        lines.indent(around.indent)
        lines.put("Path Length Constraint: ")
        if let first = parts.first, first.tag == .integer {
            guard let number = IntegerParts(first) else { return .malformed }
            lines.put(number.brokenHexadecimal)
            parts.removeFirst()
        } else {
            lines.put("infinite")
        }
        guard parts.count == 1, let policy = parts.first?.children(of: .sequence), let first = policy.first,
            policy.count <= 2, let language = ObjectIdentifier(first)
        else { return .malformed }
        lines.endLine()
        lines.indent(around.indent)
        lines.put("Policy Language: " + around.names.long(language))
        if policy.count == 2 {
            guard policy[1].tag == .octetString else { return .malformed }
            lines.endLine()
            lines.indent(around.indent)
            lines.put("Policy Text: ")
            lines.put(untilNUL: policy[1].octets)
        }
        return .lines(lines)
    }

    /// Thawte's extension: a version and zones with users.
    static func strongExtranet(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let parts = element.children(of: .sequence), parts.count == 2,
            let version = IntegerParts(parts[0])?.small,
            let zones = parts[1].children(of: .sequence), version < .max
        else { return .malformed }
        var lines = TextOutput()
        lines.indent(around.indent)
        lines.put("Version: \(version + 1) (0x\(String(UInt(bitPattern: version), radix: 16, uppercase: true)))")
        for zone in zones {
            guard let fields = zone.children(of: .sequence), fields.count == 2, let number = IntegerParts(fields[0]),
                fields[1].tag == .octetString
            else { return .malformed }
            lines.endLine()
            lines.indent(around.indent)
            lines.put("Zone: \(number.text), User: ")
            lines.put(printable: fields[1].octets)
        }
        return .lines(lines)
    }

    /// Russia's extension about the program that signed: four texts.
    static func issuerSignTool(_ element: BERElement, _ around: Surroundings) -> ExtensionText {
        guard let parts = element.children(of: .sequence), parts.count == 4,
            parts.allSatisfy({ $0.tag == .utf8String })
        else { return .malformed }
        var lines = TextOutput()
        for (index, title) in ["signTool    : ", "cATool      : ", "signToolCert: ", "cAToolCert  : "].enumerated() {
            if index > 0 { lines.endLine() }
            lines.indent(around.indent)
            lines.put(title)
            lines.put(untilNUL: parts[index].octets)
        }
        return .lines(lines)
    }
}

extension TextOutput {
    /// Octets up to the first that is zero, as a C string ends.
    mutating func put(untilNUL octets: some Sequence<UInt8>) { put(octets: octets.prefix { $0 != 0 }) }
}
