import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca renew")
struct CARenewCommandTests {
    @Test("The same key is certified again, and the files are replaced where they are")
    func sameKey() throws {
        let ca = try TeamCA()
        try FileManager.default.createDirectory(atPath: ca.path("etc"), withIntermediateDirectories: false)
        try ca.ca("issue", "--out", "etc", "www.example", "192.0.2.1")
        let (key, old) = (try ca.folder.read("etc/www.example-key.pem"), try ca.serialNumber(of: "etc/www.example.pem"))
        try ca.ca("renew", "www.example")
        #expect(try ca.folder.read("etc/www.example-key.pem") == key)
        let new = try ca.serialNumber(of: "etc/www.example.pem")
        #expect(try new != old && ca.serialNumber(of: "etc/www.example-fullchain.pem") == new)
        #expect(try ca.fits("etc/www.example-key.pem", "etc/www.example.pem"))
        let text = try ca.openssl("x509", "-in", "etc/www.example.pem", "-noout", "-ext", "subjectAltName").output
        #expect(text.contains("DNS:www.example, IP Address:192.0.2.1"))
        let verified = try ca.openssl(
            "verify", "-x509_strict", "-CAfile", "ca/root.pem", "-untrusted", "ca/issuing.pem", "etc/www.example.pem")
        #expect(verified.exitCode == 0, "\(verified.errors)")
        let records = try ca.json("list", "--name", "www") as? [[String: Any]] ?? []
        #expect(records.map { $0["isReplaced"] as? Bool } == [true, false])
        // By its number the old one can not be renewed again.
        #expect(try ca.ca("renew", old, expecting: 1).errors.contains("name \(new), which has its place now"))
        let list = try ca.ca("list", "--name", "www").output.split(separator: "\n")
        #expect(list.map { $0.hasSuffix("  (replaced)") } == [true, false])
    }

    @Test("A new key comes with its certificate, and with nothing else of the old one", arguments: ["p384", "ed25519"])
    func newKey(kind: String) throws {
        let ca = try TeamCA()
        try ca.ca("issue", "--key-kind", kind, "www.example")
        let old = try ca.folder.read("www.example-key.pem")
        for round in 0..<3 {
            // In between with the same key: it must stay with its certificate, too.
            try ca.ca("renew", "www.example", round == 1 ? "--force" : "--new-key")
            #expect(try ca.fits("www.example-key.pem", "www.example.pem"))
            #expect(try ca.fits("www.example-key.pem", "www.example-fullchain.pem"))
        }
        #expect(try ca.folder.read("www.example-key.pem") != old)
        let versions = try FileManager.default.contentsOfDirectory(atPath: ca.path("www.example.versions"))
        #expect(try versions.sorted() == ["current", ca.serialNumber(of: "www.example.pem")].sorted())
        let attributes = try FileManager.default.attributesOfItem(
            atPath: ca.path("www.example.versions/current/key.pem"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("--due takes what ends in time, and --exit-code says with 3 that nothing did")
    func due() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "--days", "10", "soon.example")
        try ca.age(days: 30)
        try ca.ca("issue", "--days", "10", "new.example")
        try ca.ca("issue", "--days", "100", "later.example")
        try ca.ca("issue", "--days", "10", "revoked.example")
        try ca.ca("revoke", "revoked.example")
        let result = try ca.ca("renew", "--due", "30d", "--for", "90d", "--exit-code")
        #expect(result.output.contains("Renewed: soon.example"))
        #expect(!result.output.contains("later") && !result.output.contains("revoked.example"))
        // It ends as soon, but has just begun.
        #expect(!result.output.contains("new.example"))
        #expect(try ca.ca("renew", "--due", "30d", "--exit-code", expecting: 3).output == "Nothing is due within 30d\n")
        try ca.ca("renew", "--due", "30d")
        let all = try ca.json("renew", "--all") as? [[String: Any]] ?? []
        #expect(Set(all.compactMap { $0["label"] as? String }) == ["soon.example", "later.example", "new.example"])
        #expect(all.allSatisfy { $0["outcome"] as? String == "renewed" && $0["replaces"] is String })
    }

    @Test("Files that somebody changed are left alone without --force, and the others are renewed")
    func changed() throws {
        let ca = try TeamCA()
        for name in ["a.example", "b.example", "c.example", "d.example"] { try ca.ca("issue", name) }
        let mine = Array("mine\n".utf8)
        try ca.folder.write(mine, to: "a.example.pem")
        try ca.folder.write(try ca.folder.read("c.example-key.pem"), to: "b.example-key.pem")
        try ca.folder.write(try ca.folder.read("d.example.pem"), to: "d.example-fullchain.pem")
        let result = try ca.ca("renew", "--all", expecting: 2)
        #expect(result.errors.contains("a.example.pem is not as Lucid wrote it"))
        #expect(result.errors.contains("b.example-key.pem is not the certificate's key"))
        #expect(result.errors.contains("d.example-fullchain.pem is not as Lucid wrote it"))
        #expect(result.output.contains("Renewed: c.example"))
        #expect(try ca.folder.read("a.example.pem") == mine)
        // What was refused was not issued either.
        #expect(try ca.serialNumbers("--name", "a.example").count == 1)
        try ca.ca("renew", "--force", "a.example")
        #expect(try ca.fits("a.example-key.pem", "a.example.pem"))
        // Elsewhere there is nothing in the way, and that is the place from then on.
        try FileManager.default.createDirectory(atPath: ca.path("new"), withIntermediateDirectories: false)
        try ca.ca("renew", "--out", "new", "--new-key", "d.example")
        try ca.ca("renew", "d.example")
        #expect(try ca.fits("new/d.example-key.pem", "new/d.example-fullchain.pem"))
    }

    @Test("The policy is asked again, and a key that others know is not certified again")
    func refused() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        try ca.ca("issue", "lost.example")
        try ca.ca("revoke", "--reason", "keyCompromise", "lost.example")
        #expect(try ca.ca("renew", "lost.example", expecting: 1).errors.contains("not certified again; --new-key"))
        try ca.ca("renew", "--new-key", "lost.example")
        try ca.folder.write(Array(#"{"names": {"dns": ["example.internal"]}}"#.utf8), to: "ca/policy.json")
        let result = try ca.ca("renew", "www.example", expecting: 1)
        #expect(result.errors.contains("does not allow dNSName www.example; allowed is example.internal"))
        #expect(try ca.ca("renew", "ca/issuing.pem", expecting: 1).errors.contains("one of the CA's own"))
    }

    @Test(
        "A certificate for a request is renewed for the request's key, and a new key has to be made where that one was")
    func requests() throws {
        let ca = try TeamCA()
        #expect(
            try runLucid(
                "request", "new", "www.csr", "--new-key", "elsewhere.pem", "www.example", folder: ca.folder.url
            )
            .exitCode == 0)
        try ca.ca("sign", "www.csr")
        try ca.ca("renew", "www.example")
        #expect(try ca.fits("elsewhere.pem", "www.example.pem"))
        #expect(try ca.ca("renew", "--new-key", "www.example", expecting: 2).errors.contains("made elsewhere"))
    }
}
