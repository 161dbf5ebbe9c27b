import Foundation
import LucidTestSupport
import Testing

@Suite("Documentation/json.md names every member of the JSON")
struct DocumentationTests {
    /// Every word that the document sets in code type.
    private func documented() throws -> Set<String> {
        let text = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        let parts = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        return Set(parts.filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }

    /// The names of all members, but not those of a finding's parameters, which depend on the check.
    private func members(_ value: JSON, into names: inout Set<String>) {
        switch value {
        case .object(let members):
            for (name, inner) in members {
                names.insert(name)
                if name != "parameters" || inner.string != nil { self.members(inner, into: &names) }
            }
        case .array(let values): for inner in values { members(inner, into: &names) }
        default: break
        }
    }

    @Test("over all fixtures, shown and verified")
    func allFixtures() throws {
        let folders = ["certs", "csrs", "crls", "keys", "bundles"]
        let paths = try folders.flatMap { try Checkout.fixtures(in: "openssl/\($0)") }
        let full = paths.map { Checkout.fixtures.appending(path: $0).path }
        let shown = try runLucid(
            ["show", "--json", "--secret"] + full, environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
        var names: Set<String> = []
        members(try JSON(shown.stdout), into: &names)
        let chain = Checkout.fixtures.appending(path: "openssl/bundles/chain-p256.pem").path
        for host in ["localhost", "other.example"] {
            let verdict = try runLucid("verify", "--trust", chain, "--host", host, "--trace", "--json", chain)
            members(try JSON(verdict.stdout), into: &names)
        }
        #expect(names.count > 90, "\(names.count)")
        let missing = names.subtracting(try documented())
        #expect(missing.isEmpty, "not in Documentation/json.md: \(missing.sorted())")
    }
}
