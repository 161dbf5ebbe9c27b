import Foundation
import LucidTestSupport
import Testing

@Suite("Documentation/json.md names what sign, renew, revoke, release and crl print")
struct CAJSONMemberTests {
    /// The names of the members of every object in an array.
    private func members(_ json: Any) -> Set<String> {
        Set((json as? [[String: Any]] ?? [json as? [String: Any] ?? [:]]).flatMap(\.keys))
    }

    @Test("Every member is documented, and every documented one occurs")
    func members() throws {
        let document = try JSONDocument()
        let record = document.members("lucid ca issue and lucid ca list")
        let ca = try TeamCA("--dns", "example")
        for (name, host) in [("good", "good.example"), ("bad", "bad.test")] {
            _ = try runLucid("request", "new", "\(name).csr", "--new-key", "\(name).key", host, folder: ca.folder.url)
        }
        let nameless = try ca.openssl(
            "req", "-new", "-key", "good.key", "-subj", "/O=Nobody", "-out", "nameless.csr")
        #expect(nameless.exitCode == 0, "\(nameless.errors)")
        let signed = try ca.json("sign", "good.csr", "bad.csr", "nameless.csr", expecting: 1)
        #expect(members(signed) == document.members("lucid ca sign"))

        try ca.ca("issue", "changed.example")
        try ca.folder.write([1], to: "changed.example.pem")
        let renewed = members(try ca.json("renew", "--all", expecting: 2))
        #expect(renewed.subtracting(record) == document.members("lucid ca renew"))

        for arguments in [["revoke", "changed.example"], ["revoke", "--reason", "unspecified", "changed.example"]] {
            let result = try runLucid(["ca"] + arguments + ["--json"], folder: ca.folder.url)
            let revoked = members(try JSONSerialization.jsonObject(with: Data(result.stdout)))
            #expect(revoked.subtracting(record) == ["outcome"])
        }

        let complete = members(try ca.json("crl", "--out", "complete.crl"))
        let delta = members(try ca.json("crl", "--delta", "--out", "delta.crl"))
        #expect(complete.union(delta) == document.members("lucid ca crl"))
        #expect(delta.subtracting(complete) == ["baseNumber"])
    }
}
