import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("Documentation/json.md names every member of the JSON")
struct JSONDocumentationTests {
    private static let folder = Checkout.fixtures.path + "/openssl/"

    /// What the command prints over all fixtures.
    private static let inventory: JSONInventory = {
        var inventory = JSONInventory()
        do {
            let folders = ["certs", "csrs", "crls", "keys", "bundles"]
            let files = try folders.flatMap { try Checkout.fixtures(in: "openssl/\($0)") }
                .filter { !$0.contains("/enc-") }.map { Checkout.fixtures.appending(path: $0).path }
            inventory.addShown(try JSON(runLucid(["show", "--json", "--secret"] + files).stdout))
            let containers = try ["pkcs7", "pkcs12"].flatMap {
                try Checkout.fixtures(in: "openssl/\($0)", endings: ["p7b", "p7m", "pem", "p12"])
            }
            .filter { !$0.contains("unsupported") && !$0.contains("empty") }
            .map { Checkout.fixtures.appending(path: $0).path }
            let opened = try runLucid(
                ["show", "--json", "--secret"] + containers, environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
            inventory.addShown(try JSON(opened.stdout))
            let system = "/etc/ssl/certs/ca-certificates.crt"
            if FileManager.default.fileExists(atPath: system) {
                inventory.addShown(try JSON(runLucid("show", "--json", system).stdout))
            }
            let leaves =
                #/\/certs\/(chain-p256-leaf|chain-rsa-leaf|cross|date|serial|v1|ext-many|ext-name|ext-policy|ext-unknown).*pem/#
            for leaf in files where leaf.contains(leaves) {
                let certs = folder + "certs/"
                let result = try runLucid(
                    "verify", "--json", "--explain", "--deep", "--host", "p256.chain.example.test", "--trust",
                    certs + "chain-p256-root.pem",
                    "--trust", certs + "chain-rsa-root.pem", "--intermediates", certs + "chain-rsa-intermediate.pem",
                    "--trust", certs + "shape-ca.pem", "--trust", certs + "cross-root-b.pem", "--intermediates",
                    certs + "chain-p256-intermediate.pem", "--intermediates", certs + "cross-intermediate-by-a.pem",
                    "--intermediates", certs + "cross-intermediate-by-b.pem", leaf)
                if result.exitCode != 2 { inventory.addVerdict(try JSON(result.stdout)) }
            }
            inventory.addVerdict(try verdictWithDroppedIssuer())
            let requests = try requests()
            inventory.addVerifiedRequests(requests.verified)
            inventory.addJudgement(requests.judged)
            let ca = try CommandAuthority()
            inventory.addIssued(try JSON(ca.run("issue", "--json", "a.test").stdout))
            inventory.addStatus(try JSON(ca.run("status", "--json", "--within", "1y").stdout))
        } catch { Issue.record(error) }
        return inventory
    }()

    /// A good request and one with a broken signature, verified; and one judged of which a name is granted, one altered, an
    /// attribute dropped and the key refused.
    private static func requests() throws -> (verified: JSON, judged: JSON) {
        let key = try SigningKey.generate(.p256)
        var contents = CertificateRequestContents(
            subject: try Name("CN=b.test,O=x"), names: [try #require(GeneralName(parsing: "a.test"))],
            key: key.publicKey)
        contents.extensions.append(Extension(BasicConstraints(cA: true), critical: true))
        let request = try contents.signed(with: key)
        let folder = try TemporaryFolder()
        var der = request.der.array
        try folder.write(der, to: "good.der")
        der[der.count - 1] ^= 1
        try folder.write(der, to: "broken.der")
        let verified = try runLucid("request", "verify", "--json", folder.path("good.der"), folder.path("broken.der"))
        let policy = try IssuancePolicy(json: Array(#"{"keys": ["p384"]}"#.utf8))
        let judgement = try RequestJudgement(
            request, profile: .server, policy: policy, authority: Name(commonName: "CA"))
        let judged = RequestJudgementReport.json(judgement).text
        return (try JSON(verified.stdout), try JSON(Array(judged.utf8)))
    }

    /// Two PKIs of one name: the root of one does not sign for the other.
    private static func verdictWithDroppedIssuer() throws -> JSON {
        let folder = try TemporaryFolder()
        for name in ["one", "other"] { _ = try runLucid("demo", folder.path(name)) }
        return try JSON(
            runLucid(
                "verify", "--json", "--trace", "--host", "localhost", "--trust", folder.path("other/root.pem"),
                folder.path("one/localhost-fullchain.pem")
            ).stdout)
    }

    @Test("Every member that occurs is named where it belongs")
    func everyMemberIsNamed() throws {
        let document = try JSONDocument()
        #expect(Self.inventory.members.count > 50)
        for (place, members) in Self.inventory.members {
            let named = place.row.map { document.mentions(place.section, $0) } ?? document.members(place.section)
            // General names and the attributes of names stand in values of extensions, too.
            let nested = place.section == "Values of extensions" ? document.members("General name") : []
            #expect(members.subtracting((named ?? []).union(nested)) == [], "\(place.section) \(place.row ?? "")")
        }
    }

    @Test("Every member that is named occurs, but for what no fixture has")
    func everyNamedMemberOccurs() throws {
        let document = try JSONDocument()
        let withoutFixture: [String: Set<String>] = [
            "Kind certificate": ["issuerUniqueID", "subjectUniqueID"],
            // Debian's bundle has such extensions, but not every machine is Debian.
            "Extension": ["problem"],
            // A signature that nothing can be computed of never gets as far as a path.
            "Signature with its numbers": ["problem"],
            // `lucid ca issue` neither revokes nor takes requests.
            "lucid ca issue and lucid ca list": ["revocation", "requestSHA256"],
        ]
        let elsewhere = [
            "Checks", "Values of extensions", "Request", "lucid fetch", "Certificate of a server", "lucid expiry",
            "Place", "lucid explain", "lucid diff", "lucid key new --explain", "lucid tamper", "lucid evidence",
        ]
        // What `lucid ca` prints is held against the document in the tests of its commands.
        for section in document.rows.keys where !elsewhere.contains(section) && !section.hasPrefix("lucid ca ") {
            let found = Self.inventory.members[.init(section: section)] ?? []
            let missing = document.members(section).subtracting(found).subtracting(withoutFixture[section] ?? [])
            #expect(missing == [], "\(section)")
        }
    }

    @Test("Every check is listed with its clause")
    func checks() throws {
        let text = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        for check in Check.allCases { #expect(text.contains("| `\(check.id)` | \(check.clause) | "), "\(check.id)") }
        #expect(try JSONDocument().members("Checks") == Set(Check.allCases.map(\.id)))
    }

    @Test("Every member of a request is listed, and no other is taken")
    func requests() throws {
        let members = try JSONDocument().members("Request")
        #expect(members.count == 12)
        for member in members {
            // No member takes an object; the complaint has to be about the value, not about the member.
            let answer = try runLucid("verify", "--ndjson", stdin: Array("{\"\(member)\":{}}".utf8))
            #expect(answer.exitCode == 2 && !answer.output.contains("requests have none"), "\(answer.output)")
        }
        let unknown = try runLucid("verify", "--ndjson", stdin: Array("{\"frobnicate\":{}}".utf8))
        #expect(unknown.output.contains("requests have none"))
    }

    @Test("Every link leads to a heading")
    func links() throws {
        let text = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        for link in text.matches(of: #/\]\(\#([a-z-]+)\)/#) {
            let heading = link.1.replacing("-", with: " ")
            #expect(text.lowercased().contains("# \(heading)\n"), "#\(link.1) leads nowhere")
        }
    }
}
