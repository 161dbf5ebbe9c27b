import Foundation
import LucidTestSupport

/// `Documentation/json.md`, section by section.
struct JSONDocument {
    /// What stands in backticks in a section's tables: in the first column, and for each of its rows in the others.
    private(set) var rows: [String: [(names: [String], mentions: Set<String>)]] = [:]

    init() throws {
        let text = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        var section = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("#") { section = String(line.drop { $0 == "#" || $0 == " " }) }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|").map(String.init)
            let mentions = Set(cells.dropFirst().flatMap(Self.quoted))
            rows[section, default: []].append((Self.quoted(cells[0]), mentions))
        }
    }

    private static func quoted(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    }

    /// The members that a section's tables list.
    func members(_ section: String) -> Set<String> { Set((rows[section] ?? []).flatMap(\.names)) }

    /// What a row of a section says.
    func mentions(_ section: String, _ name: String) -> Set<String>? {
        rows[section]?.first { $0.names == [name] }?.mentions
    }
}

/// The members of a JSON output, each with the place of `Documentation/json.md` that has to name it.
struct JSONInventory {
    /// A section, and in it a row where the member is not listed for itself.
    struct Place: Hashable {
        var section: String
        var row: String?
    }

    private(set) var members: [Place: Set<String>] = [:]

    /// Every element of what `lucid show --json` prints.
    mutating func addShown(_ output: JSON) {
        for item in output.array ?? [] {
            let kind = item["kind"]?.string ?? ""
            guard case .object(let members) = item else { continue }
            let common = ["file", "line", "kind"]
            add(.object(members.filter { common.contains($0.key) }), Place(section: "Every object"))
            add(.object(members.filter { !common.contains($0.key) }), Place(section: "Kind \(kind)"))
        }
    }

    /// What `lucid verify --json` prints.
    mutating func addVerdict(_ output: JSON) { add(output, Place(section: "Verdict")) }

    /// What `lucid request verify --json` prints.
    mutating func addVerifiedRequests(_ output: JSON) { add(output, Place(section: "lucid request verify")) }

    /// The report of a `RequestJudgement`.
    mutating func addJudgement(_ output: JSON) { add(output, Place(section: "Judgement of a request")) }

    /// What is in a bundle or a PKCS#12 file has its own members and those of its kind.
    private mutating func addContained(_ value: JSON, _ kind: String, _ place: Place) {
        for item in value.array ?? [] {
            guard case .object(let members) = item else { continue }
            let own = ["friendlyName", "localKeyID", "encryption"]
            add(.object(members.filter { !own.contains($0.key) }), Place(section: "Kind \(kind)"))
            add(.object(members.filter { own.contains($0.key) }), place)
        }
    }

    private static let contained = ["certificates": "certificate", "crls": "certificateList", "keys": "privateKey"]

    /// The output of `lucid ca list` and `lucid ca issue`.
    mutating func addIssued(_ output: JSON) { add(output, Place(section: "lucid ca issue and lucid ca list")) }

    /// The output of `lucid ca status`.
    mutating func addStatus(_ output: JSON) { add(output, Place(section: "lucid ca status")) }

    private mutating func add(_ value: JSON, _ place: Place) {
        switch value {
        case .array(let values): for value in values { add(value, place) }
        case .object(let object):
            members[place, default: []].formUnion(object.keys)
            for (key, inner) in object {
                if place.section == "Kind signedData" || place.section == "Kind pfx", let kind = Self.contained[key] {
                    addContained(inner, kind, Place(section: place.section, row: key))
                } else {
                    add(inner, next(place, key, object))
                }
            }
        default: break
        }
    }

    /// Where the members of a member are documented.
    private func next(_ place: Place, _ key: String, _ object: [String: JSON]) -> Place {
        if place.section == "Extension", key == "value" {
            return Place(section: "Values of extensions", row: object["name"]?.string ?? "")
        }
        if key == "parameters", let id = object["id"]?.string { return Place(section: "Checks", row: id) }
        if place.section.hasPrefix("Kind"), key == "attributes" { return Place(section: "Attribute with values") }
        if place.section.hasPrefix("lucid ca") {
            if key == "ending" { return Place(section: "lucid ca issue and lucid ca list") }
            return place.row == nil ? Place(section: place.section, row: key) : place
        }
        if place.section == "Judgement of a request", key == "findings" {
            return Place(section: "Finding of a request")
        }
        if place.section == "Verification of a signature", key == "steps" {
            return Place(section: "Step of a verification")
        }
        if place.section == "Signature with its numbers", ["hash", "subject"].contains(key) {
            return key == "hash" ? Place(section: "Hash block by block") : Place(section: place.section, row: key)
        }
        if let section = Self.sections[key] { return Place(section: section) }
        // Alternative names are the extension's value itself, and members of other values.
        if place.row != nil { return place }
        return Place(section: place.section, row: key)
    }

    private static let sections = [
        "issuer": "Name", "subject": "Name", "name": "Name", "rdns": "Attribute",
        "nameRelativeToCRLIssuer": "Attribute",
        "signature": "Algorithm", "signatureAlgorithm": "Algorithm", "subjectPublicKeyInfo": "Public key",
        "extensions": "Extension", "requestedExtensions": "Extension", "crlExtensions": "Extension",
        "crlEntryExtensions": "Extension", "base": "General name", "accessLocation": "General name",
        "fullName": "General name", "names": "General name", "cRLIssuer": "General name",
        "authorityCertIssuer": "General name",
        "path": "Certificate of a path", "findings": "Finding", "finding": "Finding", "trace": "Step",
        "variables": "State variables", "signatures": "Signature with its numbers",
        "verification": "Verification of a signature",
    ]
}
