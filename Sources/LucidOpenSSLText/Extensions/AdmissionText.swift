import LucidDER
import LucidObjectNames

/// Which profession somebody may exercise, and who says so (Common PKI part 1, AdmissionSyntax).
///
///     AdmissionSyntax ::= SEQUENCE {
///         admissionAuthority    GeneralName OPTIONAL,
///         contentsOfAdmissions  SEQUENCE OF Admissions }
///     Admissions ::= SEQUENCE {
///         admissionAuthority [0] EXPLICIT GeneralName OPTIONAL,
///         namingAuthority    [1] EXPLICIT NamingAuthority OPTIONAL,
///         professionInfos        SEQUENCE OF ProfessionInfo }
///     ProfessionInfo ::= SEQUENCE {
///         namingAuthority [0] EXPLICIT NamingAuthority OPTIONAL,
///         professionItems     SEQUENCE OF DirectoryString,
///         professionOIDs      SEQUENCE OF OBJECT IDENTIFIER OPTIONAL,
///         registrationNumber  PrintableString OPTIONAL,
///         addProfessionInfo   OCTET STRING OPTIONAL }
struct AdmissionText {
    private let names: ObjectNames
    private var lines = TextOutput()

    private init(names: ObjectNames) { self.names = names }

    static func admissions(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        var text = AdmissionText(names: around.names)
        return text.write(element, indent: around.indent) ? .lines(text.lines) : .malformed
    }

    // Each function returns false where its element is malformed.

    private mutating func write(_ element: BERElement, indent: Int) -> Bool {
        guard let parts = element.children(of: .sequence), (1...2).contains(parts.count),
            let entries = parts.last?.children(of: .sequence)
        else { return false }
        if parts.count == 2, !writeAuthority(parts[0], indent: indent) { return false }
        for (index, entry) in entries.enumerated() {
            line("Entry \(index + 1):", indent)
            guard let fields = entry.children(of: .sequence), let infos = fields.last?.children(of: .sequence) else {
                return false
            }
            for field in fields.dropLast() {
                guard let inner = field.children, inner.count == 1 else { return false }
                let isWritten =
                    switch field.tag {
                    case .contextConstructed(0): writeAuthority(inner[0], indent: indent + 2)
                    case .contextConstructed(1): writeNaming(inner[0], indent: indent + 2)
                    default: false
                    }
                if !isWritten { return false }
            }
            for (index, info) in infos.enumerated() {
                line("Profession Info Entry \(index + 1):", indent + 2)
                if !writeProfession(info, indent: indent + 4) { return false }
            }
        }
        return true
    }

    private mutating func writeAuthority(_ element: BERElement, indent: Int) -> Bool {
        guard let name = GeneralNameParts(element) else { return false }
        line("admissionAuthority:", indent)
        lines.indent(indent + 2)
        GeneralNameText.write(name, names: names, to: &lines)
        lines.endLine()
        return true
    }

    /// `NamingAuthority ::= SEQUENCE { id OBJECT IDENTIFIER OPTIONAL, url IA5String OPTIONAL, text DirectoryString OPTIONAL }`
    private mutating func writeNaming(_ element: BERElement, indent: Int) -> Bool {
        guard let parts = element.children(of: .sequence) else { return false }
        line("namingAuthority:", indent)
        var url: BERElement?
        var text: BERElement?
        for part in parts {
            switch part.tag {
            case .objectIdentifier:
                guard let identifier = ObjectIdentifier(part) else { return false }
                line("namingAuthorityId: \(shown(identifier))", indent + 2)
            case .ia5String: url = part
            default: text = part
            }
        }
        if let text { line("namingAuthorityText: ", indent + 2, text) }
        if let url { line("namingAuthorityUrl: ", indent + 2, url) }
        return true
    }

    private mutating func writeProfession(_ element: BERElement, indent: Int) -> Bool {
        guard var parts = element.children(of: .sequence)?[...] else { return false }
        let naming = parts.first?.tag == .contextConstructed(0) ? parts.popFirst() : nil
        guard let items = parts.popFirst()?.children(of: .sequence) else { return false }
        let identifiers = parts.first?.tag == .sequence ? parts.popFirst()?.children : nil
        if let number = parts.first, number.tag == .printableString { line("registrationNumber: ", indent, number) }
        if let naming {
            guard let inner = naming.children, inner.count == 1, writeNaming(inner[0], indent: indent) else {
                return false
            }
        }
        line("Info Entries:", indent)
        for item in items { line("", indent + 2, item) }
        if let identifiers {
            line("Profession OIDs:", indent)
            for element in identifiers {
                guard let identifier = ObjectIdentifier(element) else { return false }
                line(shown(identifier), indent + 2)
            }
        }
        return true
    }

    private func shown(_ identifier: ObjectIdentifier) -> String {
        "\(names.name(of: identifier)?.long ?? "undefined") (\(identifier.description))"
    }

    private mutating func line(_ text: String, _ indent: Int, _ value: BERElement? = nil) {
        lines.indent(indent)
        lines.put(text)
        if let value { lines.put(printable: value.octets) }
        lines.endLine()
    }
}
