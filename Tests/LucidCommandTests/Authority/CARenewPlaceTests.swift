import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca renew, where places and keys are not as they were")
struct CARenewPlaceTests {
    @Test("OCSP responders are replaced by the next one, are no cause for alarm, and are not renewed")
    func responders() throws {
        let ca = try TeamCA()
        try ca.ca("ocsp", "--new-responder")
        try ca.ca("ocsp", "--new-responder")
        #expect(try ca.ca("status").output.contains("no certificate is due"))
        let records = try ca.json("list", "--name", "responder") as? [[String: Any]] ?? []
        #expect(records.map { $0["isReplaced"] as? Bool } == [true, false])
        try ca.ca("renew", "--all", "--exit-code", expecting: 3)
        try ca.age(days: 60)
        try ca.ca("renew", "--due", "30d", "--exit-code", expecting: 3)
        #expect(try ca.ca("status", expecting: 1).output.contains("due within 30d: 1"))
        let number = try #require(records.last?["serialNumber"] as? String)
        let named = try ca.ca("renew", "--out", ".", number, expecting: 1)
        #expect(named.errors.contains("lucid ca ocsp --new-responder"))
        // Nobody made the next one.
        try ca.database("UPDATE certificate SET not_after = not_before + 86400 WHERE profile = 'ocsp'")
        #expect(try ca.ca("status", expecting: 1).output.contains("due within 30d: 1"))
    }

    @Test("What the CA knows no files of is passed over with a note, unless it is named")
    func unknownPlaces() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        try ca.ca("issue", "other.example")
        try ca.database(
            "UPDATE certificate SET output_folder = NULL, output_name = NULL, origin = 'imported' WHERE label = 'www.example'"
        )
        let number = try ca.serialNumber(of: "www.example.pem")
        let all = try ca.ca("renew", "--all")
        #expect(all.output.contains("Renewed: other.example"))
        #expect(all.errors.contains("`lucid ca renew --out DIR \(number)`"))
        try ca.age(days: 800)
        #expect(try ca.ca("renew", "--due", "999d", "--exit-code").errors.contains("passed over 1"))
        let json = try ca.json("renew", "--all") as? [[String: Any]] ?? []
        #expect(json.map { $0["outcome"] as? String } == ["skipped", "renewed"])
        #expect(try ca.ca("renew", number, expecting: 2).errors.contains("--out"))
        try ca.ca("renew", "--out", ".", number)
    }

    @Test("A certificate that another one's files were written over is replaced, and none comes beside a wrong key")
    func overwritten() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        try ca.ca("issue", "--force", "www.example")
        let records = try ca.json("list", "--name", "www") as? [[String: Any]] ?? []
        #expect(records.map { $0["isReplaced"] as? Bool } == [true, false])
        try ca.ca("renew", "--all")
        try ca.ca("issue", "other.example")
        try ca.folder.write(try ca.folder.read("other.example-key.pem"), to: "www.example-key.pem")
        let refused = try ca.ca("renew", "--force", "www.example", expecting: 2)
        #expect(refused.errors.contains("is not the certificate's key; --out writes elsewhere"))
        #expect(try ca.serialNumbers("--name", "www").count == 3)
        try ca.ca("renew", "--force", "--new-key", "www.example")
        #expect(try ca.fits("www.example-key.pem", "www.example.pem"))
    }

    @Test("A renewal that can never be written ends by --out or by revoking", arguments: [true, false])
    func unwritable(isRevoked: Bool) throws {
        let ca = try TeamCA()
        for name in ["etc", "new"] {
            try FileManager.default.createDirectory(atPath: ca.path(name), withIntermediateDirectories: false)
        }
        try ca.ca("issue", "--out", "etc", "www.example")
        try ca.ca("renew", "www.example")
        try ca.database("INSERT INTO undelivered SELECT max(id) FROM certificate")
        let number = try ca.serialNumber(of: "etc/www.example.pem")
        try FileManager.default.moveItem(atPath: ca.path("etc"), toPath: ca.path("moved"))
        let failed = try ca.ca("renew", "--due", "1d", expecting: 2)
        #expect(failed.errors.contains("`lucid ca renew --out DIR \(number)` goes elsewhere"))
        if isRevoked {
            try ca.ca("revoke", number)
        } else {
            let renewed = try ca.ca("renew", "--out", "new", number)
            #expect(renewed.output.contains("Renewed: ") && !renewed.output.contains("Finished"))
            #expect(renewed.errors.contains("www.example-key.pem is not there"))
        }
        let next = try ca.ca("renew", "--due", "1d", "--exit-code", expecting: 3)
        #expect(next.errors == "" && next.output == "Nothing is due within 1d\n")
    }

    @Test("A folder that was made anew gets the certificate, and standard error says that the key is missing")
    func newFolder() throws {
        let ca = try TeamCA()
        try FileManager.default.createDirectory(atPath: ca.path("etc"), withIntermediateDirectories: false)
        try ca.ca("issue", "--out", "etc", "www.example")
        #expect(try ca.ca("renew", "www.example").errors == "")
        // Once for one that was issued with its key, and once for a renewed one.
        for round in 0..<2 {
            if round == 0 { try ca.ca("issue", "--out", "etc", "--force", "www.example") }
            if round == 1 { try ca.ca("renew", "www.example") }
            try FileManager.default.removeItem(atPath: ca.path("etc"))
            try FileManager.default.createDirectory(atPath: ca.path("etc"), withIntermediateDirectories: false)
            #expect(try ca.ca("renew", "www.example").errors.contains("etc/www.example-key.pem is not there"))
        }
    }

    @Test("Several choices of what is renewed are refused as such")
    func choices() throws {
        let ca = try TemporaryFolder()
        let result = try runLucid("ca", "renew", "--all", "--due", "3d", folder: ca.url)
        #expect(result.exitCode == 2 && result.errors.contains("give only one of these: certificates, --due, --all"))
    }
}
