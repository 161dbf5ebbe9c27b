import Foundation
import LucidTestSupport
import Testing

/// The members that a section of `Documentation/json.md` names, held against JSON that a command printed.
enum DocumentedMembers {
    /// Checks that every member is documented, and that nothing is documented that is never there.
    static func expect(_ documents: [JSON], in heading: String) throws {
        let page = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        let rest = try #require(page.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
        let section = try #require(rest.components(separatedBy: "\n## ").first)
        let keys = members(of: .array(documents))
        for key in keys { #expect(section.contains("| `\(key)` |"), "\(key)") }
        for row in section.split(separator: "\n") where row.hasPrefix("| `") {
            let key = row.dropFirst(3).prefix { $0 != "`" }
            #expect(keys.contains(String(key)), "\(key)")
        }
    }

    /// The names of all members, at any depth.
    private static func members(of value: JSON) -> Set<String> {
        let inside = value.keys.compactMap { value[$0] } + (value.array ?? [])
        return inside.reduce(into: Set(value.keys)) { $0.formUnion(members(of: $1)) }
    }
}
