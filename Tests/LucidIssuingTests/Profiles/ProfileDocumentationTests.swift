import Foundation
import LucidIssuing
import LucidModel
import LucidTestSupport
import Testing

@Suite("Documentation/profiles.md says what is so")
struct ProfileDocumentationTests {
    private func page() throws -> String {
        try String(contentsOf: Checkout.top.appending(path: "Documentation/profiles.md"), encoding: .utf8)
    }

    @Test("its examples are read")
    func examples() throws {
        let examples = try page().components(separatedBy: "```json\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(examples.count == 2)
        #expect(try CertificateProfile(json: Array(examples[0].utf8)).name == "printer")
        let policy = try IssuancePolicy(json: Array(examples[1].utf8))
        #expect(policy.names?.dns.count == 1 && policy.subject?.rules.count == 4)
    }

    @Test("its table has the built-in profiles as they are", arguments: CertificateProfile.known)
    func table(profile: CertificateProfile) throws {
        let row = try #require(try page().split(separator: "\n").first { $0.hasPrefix("| `\(profile.name)` | ") })
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst(2).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(cells[0] == profile.life.description)
        #expect(cells[1] == profile.keyUsage.names.joined(separator: ", "))
        #expect(cells[2] == profile.extendedKeyUsages.map(\.nameOrNumbers).joined(separator: ", "))
    }
}
