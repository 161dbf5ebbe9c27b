import Foundation
import LucidTestSupport
import Testing

@Suite(
    "Documentation/json.md names every member of what fetch and expiry print",
    .enabled(if: Programs.openssl != nil && Programs.python3 != nil, "openssl or python3 is not installed"))
struct NetworkJSONTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ServerKeys.make(in: folder)
    }

    private func keys(_ value: JSON?) -> Set<String> {
        guard case .object(let members) = value else { return [] }
        return Set(members.keys)
    }

    @Test("lucid fetch --json")
    func fetch() throws {
        let document = try JSONDocument()
        let server = try ServerProgram.openssl(folder, "ecdsa")
        let answer = try JSON(runLucid("fetch", "--json", "localhost:\(server.port)").stdout)
        #expect(keys(answer) == document.members("lucid fetch"))
        #expect(answer["protocol"]?.string == "TLS 1.2" && answer["port"]?.number == server.port)
        let certificate = try #require(answer["certificates"]?.array?.first)
        let shown = try #require(try JSON(runLucid("show", "--json", folder.path("ecdsa.pem")).stdout).array?.first)
        #expect(keys(certificate) == keys(shown).subtracting(["file", "line", "kind"]).union(["pem"]))
        #expect(certificate["sha256"] == shown["sha256"])
        #expect(document.members("Certificate of a server") == ["pem", "problem"])
    }

    @Test("lucid expiry --json")
    func expiry() throws {
        let document = try JSONDocument()
        let server = try ServerProgram.openssl(folder, "ecdsa")
        let crls = Checkout.fixtures.path + "/openssl/crls"
        let items = try #require(
            try JSON(runLucid("expiry", "--json", server.place, folder.path("pki"), crls).stdout).array)
        #expect(items.reduce(into: []) { $0.formUnion(keys($1)) } == document.members("lucid expiry"))
        let places = items.flatMap { $0["places"]?.array ?? [] }
        #expect(places.reduce(into: []) { $0.formUnion(keys($1)) } == document.members("Place"))
        #expect(Set(items.compactMap { $0["kind"]?.string }) == ["certificate", "certificateList"])
        let ends = items.compactMap { $0["ends"]?.string }
        #expect(ends.count == items.count && ends == ends.sorted())
        for item in items {
            let left = try #require(item["secondsLeft"]?.number)
            #expect(item["state"]?.string == (left < 0 ? "ended" : left <= 30 * 86_400 ? "soon" : "later"))
        }
    }
}
