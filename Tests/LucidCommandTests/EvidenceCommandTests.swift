import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("lucid evidence")
struct EvidenceCommandTests {
    @Test func `without an id all checks are listed, with their clauses`() throws {
        let result = try runLucid("evidence")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
        for check in Check.allCases {
            #expect(
                result.output.contains("  \(check.id) ") || result.output.contains("  \(check.id)\n"), "\(check.id)")
            #expect(result.output.contains(check.clause))
        }
        #expect(result.output.hasPrefix("\(Check.allCases.count) checks."))
    }

    @Test(arguments: ["path.is-ca", "RFC 5280 §6.1.4(k)", "6.1.4(k)", "PATH.ISCA"])
    func `one is shown with its sentence, lines, tests and cases`(id: String) throws {
        let result = try runLucid("evidence", id)
        #expect(result.exitCode == 0)
        #expect(result.output.hasPrefix("path.is-ca  RFC 5280 §6.1.4(k)\n"))
        for part in [
            "Made in", "PreparationForNextCertificate.swift:", "in checkIsCA", "Fails, as it has to, in",
            "intermediate is no CA (private)", "PathValidationTests.swift:", "in the shape of PKITS 4.6.1",
            "x509-limbo: ",
        ] { #expect(result.output.contains(part), "\(part)") }
    }

    @Test func `a beginning stands for several, each once`() throws {
        let result = try runLucid("evidence", "identity", "identity.mailbox", "--json")
        let ids = try #require(try LucidTestSupport.JSON(result.stdout).array).compactMap { $0["id"]?.string }
        #expect(ids == ["identity.subject-alt-name", "identity.dns-name", "identity.ip-address", "identity.mailbox"])
    }

    @Test(arguments: [
        ("path.key-cert-sing", "did you mean path.key-cert-sign?"), ("xqzwvj", "lucid evidence lists all"),
        ("", "lucid evidence lists all"), ("\u{1b}[31m", "\\u{1B}[31m"), ("a\u{202E}b", "\\u{202E}"),
    ])
    func `what no check is called ends with 2, and says what is near`(id: String, part: String) throws {
        let result = try runLucid("evidence", id)
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(result.errors.contains(part) && !result.errors.contains("\u{1b}"), "\(result.errors)")
    }

    @Test func `a long word is not repeated whole`() throws {
        let result = try runLucid("evidence", String(repeating: "x", count: 50_000))
        #expect(result.exitCode == 2 && result.errors.utf8.count < 300)
    }

    @Test func `the JSON has all cases, and its members are documented`() throws {
        let checks = try #require(try LucidTestSupport.JSON(runLucid("evidence", "--json").stdout).array)
        #expect(checks.compactMap { $0["id"]?.string } == Check.allCases.map(\.id))
        let names = try #require(checks.first { $0["id"]?.string == "identity.dns-name" }?["suites"]?.array?.first)
        #expect(names["suite"]?.string == "limbo" && (names["withOthers"]?.array?.count ?? 0) > 1000)
        var keys: Set<String> = []
        func collect(_ value: LucidTestSupport.JSON) {
            keys.formUnion(value.keys)
            for key in value.keys { value[key].map(collect) }
            for element in value.array ?? [] { collect(element) }
        }
        collect(.array(checks))
        let members = try JSONDocument().members("lucid evidence")
        #expect(members.subtracting(keys) == [])
        // Members of an object in a row are named in the row.
        #expect(keys.subtracting(members) == ["function", "accepted", "refused"])
    }

    @Test func `the page is written, and overwritten only when told to`() throws {
        let folder = try TemporaryFolder()
        let page = folder.path("evidence.html")
        #expect(try runLucid("evidence", "--html", page).exitCode == 0)
        let html = String(decoding: try folder.read("evidence.html"), as: UTF8.self)
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        for check in Check.allCases { #expect(html.contains("<article id=\"check-\(check.id)\""), "\(check.id)") }
        let second = try runLucid("evidence", "--html", page)
        #expect(second.exitCode == 2 && second.errors.contains("--force"))
        #expect(try runLucid("evidence", "--force", "--html", page).exitCode == 0)
        let one = try runLucid("evidence", "path.is-ca", "--html", "-")
        #expect(one.output.contains("check-path.is-ca") && !one.output.contains("check-path.path-length"))
        #expect(try runLucid("evidence", "--json", "--html", "-").exitCode == 2)
    }
}
