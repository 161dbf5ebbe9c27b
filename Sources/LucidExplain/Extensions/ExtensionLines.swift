import LucidDER
import LucidModel
import LucidReport

// RFC 5280 §4.2: extensions.

extension Annotator {
    /// Extensions ::= SEQUENCE OF Extension
    mutating func extensions(
        _ field: String, _ sentence: String = "The list of extensions.", _ clause: String = "RFC 5280 §4.1"
    ) throws(DERError) {
        let asn1 = "Extensions  ::=  SEQUENCE SIZE (1..MAX) OF Extension"
        try list(Meaning(field, asn1, sentence, clause), minimumCount: 1) { inner throws(DERError) in
            try inner.anExtension()
        }
    }

    private mutating func anExtension() throws(DERError) {
        let line = nextLine
        // The name is known before the line is made, so that it stands in the path of all that follows.
        let ahead = identifierAhead(inside: .sequence)
        try structure(
            Meaning(
                ahead.map { "(\($0.shortest))" } ?? "", "Extension  ::=  SEQUENCE { extnID, critical, extnValue }",
                "One extension: which, whether it must be understood, and what it says.",
                "RFC 5280 §4.2")
        ) { inner throws(DERError) in
            let identifier = try inner.objectIdentifier(
                Meaning("extnID", "extnID      OBJECT IDENTIFIER", "Which extension it is.", "RFC 5280 §4.2"))
            if inner.isNext(.boolean) {
                try inner.flag(
                    Meaning(
                        "critical", "critical    BOOLEAN DEFAULT FALSE",
                        "TRUE: whoever does not know this extension must refuse the certificate.", "RFC 5280 §4.2"))
            }
            try inner.extensionValue(identifier)
        }
        summarize(line)
    }

    private mutating func extensionValue(_ identifier: ObjectIdentifier?) throws(DERError) {
        let (line, start) = (nextLine, offset)
        let meaning = Meaning(
            "extnValue", "extnValue   OCTET STRING",
            "A wrapping, so that who does not know the extension can skip its value.", "RFC 5280 §4.2")
        guard let identifier, let lines = ExtensionLines.known[identifier] else { return try unknownExtensionValue() }
        let outer = problems.count
        try container(meaning, tag: .octetString) { inner throws(DERError) in try lines(&inner) }
        guard problems.count == outer else { return }
        // What the extension's own rules ask for beyond its encoding.
        var cursor = DERCursor(DERBytes(source, start..<offset))
        guard let octets = try? cursor.octetString("") else { return }
        let problem = Extension(extnID: identifier, critical: false, extnValue: octets).problem
        if let problem { adopt(problem, fromLine: line) }
    }

    /// The value of an extension that nobody has described to Lucid. Where it is DER, that can be told all the same.
    private mutating func unknownExtensionValue() throws(DERError) {
        let meaning = Meaning(
            "extnValue", "extnValue   OCTET STRING",
            "The value of an extension that Lucid has no description of.", "RFC 5280 §4.2")
        var cursor = DERCursor(rest)
        if let octets = try? cursor.octetString(""), Self.isFlawless(octets) {
            try container(meaning, tag: .octetString) { inner throws(DERError) in
                try inner.anything(
                    Meaning(
                        "", "ANY", "It is DER at least: this is what its elements say, not what they mean.",
                        "RFC 5280 §4.2"))
            }
        } else {
            try octetString(meaning)
        }
    }

    /// Says on an extension's own line what its parts say.
    private mutating func summarize(_ line: Int) {
        let parts = lines[line...].dropFirst()
        var words = parts.contains { $0.meaning.field == "critical" && $0.value == "TRUE" } ? ["critical"] : []
        let values = parts.drop { $0.meaning.field != "extnValue" }.filter { !$0.value.isEmpty }.compactMap(
            Self.summary)
        words += values.prefix(6)
        if values.count > 6 { words.append("and \(values.count - 6) more") }
        setValue(words.joined(separator: ", "), ofLine: line)
    }

    /// A part's value in short; nil for the lines of structures.
    private static func summary(_ part: ExplainedLine) -> String? {
        guard case .value(let tag, _) = part.kind else { return nil }
        switch tag {
        case .objectIdentifier: return part.value.split(separator: " ").first.map { String($0) }
        case .boolean, .integer, .context(0), .context(1): return "\(part.meaning.field) \(part.value)".trimmedAtStart
        default: return part.value
        }
    }
}
