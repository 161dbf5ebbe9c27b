import LucidDER
import LucidReport

// What is said about lines: their names, and what turns out when their parts have been read.

extension Annotator {
    /// `tbsCertificate.extensions[2](keyUsage).critical`.
    static func joined(_ path: [String]) -> String {
        path.reduce(into: "") { text, name in
            guard let first = name.first else { return }
            text += text.isEmpty || first == "[" || first == "(" ? name : "." + name
        }
    }

    /// The line's field, or the type of what has no field, behind its place in the list.
    func title(_ meaning: Meaning, _ kind: ExplainedLine.Kind) -> String {
        let place = path.dropLast().last.flatMap { $0.hasPrefix("[") ? $0 + " " : nil } ?? ""
        if meaning.field.hasPrefix("(") { return place + "\(meaning.field.dropFirst().dropLast())" }
        if !meaning.field.isEmpty { return place + meaning.field }
        if let type = Self.typeName(meaning.asn1) { return place + type }
        switch kind {
        case .structure(let tag, _), .value(let tag, _): return place + tag.description
        case .part, .raw: return place + "octets"
        }
    }

    /// The name of the type that a line of ASN.1 begins with; nil for ANY.
    private static func typeName(_ asn1: String) -> String? {
        if let simple = ["OCTET STRING", "BIT STRING", "OBJECT IDENTIFIER"].first(where: asn1.hasPrefix) {
            return simple
        }
        let type = asn1.prefix { $0 != " " && $0 != ":" }
        return type.isEmpty || type == "ANY" ? nil : String(type)
    }

    /// The number of the line that comes next.
    var nextLine: Int { lines.count }

    /// Puts a value to a line that stands already, when its parts have told what it is.
    mutating func setValue(_ value: String, ofLine index: Int) {
        if lines.indices.contains(index) { lines[index].value = value.safeToShow }
    }

    /// Marks the lines from `index` on as secret.
    mutating func hide(fromLine index: Int) {
        for line in index..<max(index, lines.count) { lines[line].isSecret = true }
    }

    /// Tells an error of `LucidModel`'s readers at the line, from `first` on, whose octets it is about.
    mutating func adopt(_ error: DERError, fromLine first: Int) {
        guard first < lines.count else { return }
        let owner = lines[first...].lastIndex { $0.range.lowerBound <= error.offset } ?? first
        report(error, ofLine: owner)
    }

    // MARK: Looking ahead

    /// The object identifier that the next element, which must have this tag, begins with; nil where there is none.
    func identifierAhead(inside tag: DERTag) -> ObjectIdentifier? {
        var cursor = DERCursor(rest)
        var found: ObjectIdentifier?
        _ = try? cursor.constructed(tag, "") { inner throws(DERError) in
            found = try inner.objectIdentifier("")
        }
        return found
    }

    /// Whether octets are DER to the last one, with no rule of X.690 broken.
    static func isFlawless(_ octets: DERBytes) -> Bool {
        guard !octets.isEmpty else { return false }
        var probe = Annotator(octets)
        probe.finish { a throws(DERError) in try a.anything(.unnamed) }
        return probe.problems.isEmpty
    }
}
