import LucidDER
import LucidIssuing
public import LucidModel
import LucidReport

extension CertificateChange {
    /// Changes a name: the first DNS name of subjectAltName, or the subject's commonName where there is none.
    ///
    /// - Parameter new: the whole new name; nil to change one letter into one that looks like it.
    public static func name(to new: String?, of certificate: Certificate) throws(Problem) -> CertificateChange {
        let surgery = DERSurgery(certificate.der.array)
        let list = surgery.lines.first { $0.path.hasSuffix("(subjectAltName).extnValue") && $0.title == "GeneralNames" }
        let entries = surgery.lines.filter { line in
            list.map { line.path.hasPrefix($0.path + "[") && line.depth == $0.depth + 1 } ?? false
        }
        if let new, !entries.isEmpty { return try replaceEntry(entries, with: new, surgery, certificate) }
        if let entry = entries.first(where: { $0.path.hasSuffix(".dNSName") }) {
            return try changeLetter(of: entry, "the DNS name", surgery, certificate)
        }
        guard let line = subjectLine(surgery) else { throw Problem("its subject is empty, and it has no DNS name") }
        if let new { return try replaceText(of: line, with: new, surgery, certificate) }
        return try changeLetter(of: line, "the subject's name", surgery, certificate)
    }

    /// The commonName's value, else the last value of the subject.
    private static func subjectLine(_ surgery: DERSurgery) -> ExplainedLine? {
        let inSubject = surgery.lines.filter { $0.path.hasPrefix("tbsCertificate.subject[") }
        let values = inSubject.filter { $0.path.hasSuffix(".value") }
        let common = inSubject.first { $0.path.hasSuffix(".type") && $0.value.hasPrefix("commonName ") }
        let path = common.map { $0.path.dropLast(".type".count) + ".value" }
        return values.first { $0.path == path ?? "" } ?? values.last
    }

    private static func replaceEntry(
        _ entries: [ExplainedLine], with new: String, _ surgery: DERSurgery, _ certificate: Certificate
    ) throws(Problem) -> CertificateChange {
        var surgery = surgery
        guard let name = GeneralName(parsing: new), let tag = name.derEncoded.first else {
            throw Problem("\(new.safeToShow) is no DNS name, IP address, e-mail address or URI")
        }
        // One of the same kind, or the first one becomes another kind.
        guard let line = entries.first(where: { $0.tag?.octet == tag }) ?? entries.first else {
            throw Problem("it has no subjectAltName")
        }
        guard Array(surgery.octets[line.wholeRange]) != name.derEncoded else {
            throw Problem("the name in subjectAltName is \(new.safeToShow) already")
        }
        surgery.replace(line.wholeRange, with: name.derEncoded)
        return CertificateChange(
            .name, certificate, surgery.octets, "subjectAltName’s \(line.value) → “\(new.safeToShow)”")
    }

    private static func replaceText(
        of line: ExplainedLine, with new: String, _ surgery: DERSurgery, _ certificate: Certificate
    ) throws(Problem) -> CertificateChange {
        var surgery = surgery
        // The same type of string, where that has the characters.
        let kind = line.tag.flatMap { DERString.Kind(tag: $0) } ?? .utf8
        guard let text = DERString(new, as: kind) ?? DERString(new, as: .utf8) else {
            throw Problem("\(new.safeToShow) can not be written as a name")
        }
        let element = DERWriter.encode { $0.string(text) }
        guard Array(surgery.octets[line.range]) != element else {
            throw Problem("the subject's name is \(new.safeToShow) already")
        }
        surgery.replace(line.range, with: element)
        return CertificateChange(
            .name, certificate, surgery.octets, "the subject's name \(line.value) → “\(new.safeToShow)”")
    }

    private static func changeLetter(
        of line: ExplainedLine, _ what: String, _ surgery: DERSurgery, _ certificate: Certificate
    ) throws(Problem) -> CertificateChange {
        guard let content = line.content,
            let place = content.first(where: { lookAlikes[surgery.octets[$0]] != nil })
                ?? content.first(where: { isLetter(surgery.octets[$0]) })
        else { throw Problem("\(what) has no letter; --to says what it is to be") }
        var octets = surgery.octets
        let old = octets[place]
        let isLast = [UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "9")].contains(old)
        octets[place] = lookAlikes[old] ?? (isLast ? old - 1 : old + 1)
        let after = DERSurgery(octets).explanation
        let new = after.line(owning: place).map { after.lines[$0].value } ?? "?"
        return CertificateChange(.name, certificate, octets, "\(what) \(line.value) → \(new)")
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }

    /// Signs that people take for one another.
    private static let lookAlikes: [UInt8: UInt8] = [
        UInt8(ascii: "l"): UInt8(ascii: "1"), UInt8(ascii: "o"): UInt8(ascii: "0"),
        UInt8(ascii: "O"): UInt8(ascii: "0"),
        UInt8(ascii: "i"): UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "l"),
        UInt8(ascii: "s"): UInt8(ascii: "5"),
    ]
}
