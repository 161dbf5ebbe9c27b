import LucidObjectNames

/// Where CRLs are, and what they are about (RFC 5280 §4.2.1.13 and §5.2.5).
enum DistributionPointText {
    /// CRLDistributionPoints.
    static func distributionPoints(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let points = element.children(of: .sequence) else { return .malformed }
        let writer = Writer(indent: around.indent, names: around.names)
        var lines = TextOutput()
        for (index, point) in points.enumerated() {
            guard let fields = point.children(of: .sequence) else { return .malformed }
            if index > 0 { lines.endLine() }
            for field in fields {
                let isWritten =
                    switch field.tag {
                    case .contextConstructed(0): writer.pointName(field, to: &lines)
                    case .context(1): writer.reasons("Reasons", field, to: &lines)
                    case .contextConstructed(2), .context(2): writer.generalNames("CRL Issuer", field, to: &lines)
                    default: false
                    }
                guard isWritten else { return .malformed }
            }
        }
        return .lines(lines)
    }

    /// IssuingDistributionPoint.
    static func issuingDistributionPoint(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let fields = element.children(of: .sequence) else { return .malformed }
        let writer = Writer(indent: around.indent, names: around.names)
        var lines = TextOutput()
        func flag(_ field: BERElement, _ text: String) -> Bool {
            guard field.content.count == 1 else { return false }
            if field.octets.first != 0 {
                lines.indent(around.indent)
                lines.put(text + "\n")
            }
            return true
        }
        // OpenSSL prints onlySomeReasons behind indirectCRL.
        let order = [0, 1, 2, 4, 3, 5]
        let sorted = order.flatMap { number in fields.filter { $0.tag.number == number } }
        guard sorted.count == fields.count else { return .malformed }
        for field in sorted {
            let isWritten =
                switch field.tag {
                case .contextConstructed(0): writer.pointName(field, to: &lines)
                case .context(1): flag(field, "Only User Certificates")
                case .context(2): flag(field, "Only CA Certificates")
                case .context(3): writer.reasons("Only Some Reasons", field, to: &lines)
                case .context(4): flag(field, "Indirect CRL")
                case .context(5): flag(field, "Only Attribute Certificates")
                default: false
                }
            guard isWritten else { return .malformed }
        }
        if lines.octets.isEmpty {
            lines.indent(around.indent)
            lines.put("<EMPTY>\n")
        }
        return .lines(lines)
    }

    /// The parts of a distribution point; each function returns false where its field is malformed.
    private struct Writer {
        let indent: Int
        let names: ObjectNames

        func pointName(_ field: BERElement, to lines: inout TextOutput) -> Bool {
            guard let inner = field.children, inner.count == 1 else { return false }
            switch inner[0].tag {
            // OpenSSL does not ask whether a list's tag says that it is constructed.
            case .contextConstructed(0), .context(0): return generalNames("Full Name", inner[0], to: &lines)
            case .contextConstructed(1):
                guard let name = NameParts(relative: inner[0]) else { return false }
                lines.indent(indent)
                lines.put("Relative Name:\n")
                lines.indent(indent + 2)
                NameFormat.oneline.write(name, indent: 0, names: names, to: &lines)
                lines.endLine()
                return true
            default: return false
            }
        }

        func generalNames(_ title: String, _ field: BERElement, to lines: inout TextOutput) -> Bool {
            guard let elements = field.elementsInContent else { return false }
            lines.indent(indent)
            lines.put("\(title):\n")
            for (index, element) in elements.enumerated() {
                guard let name = GeneralNameParts(element) else { return false }
                if index > 0 { lines.endLine() }
                lines.indent(indent + 2)
                GeneralNameText.write(name, names: names, to: &lines)
            }
            return true
        }

        func reasons(_ title: String, _ field: BERElement, to lines: inout TextOutput) -> Bool {
            guard let bits = BitStringParts(field, tag: field.tag) else { return false }
            let all = BitNames.reasons.names.enumerated().filter { bits.hasBit($0.offset) }.map(\.element)
            lines.indent(indent)
            lines.put("\(title):\n")
            lines.indent(indent + 2)
            lines.put((all.isEmpty ? "<EMPTY>" : all.joined(separator: ", ")) + "\n")
            return true
        }
    }
}
