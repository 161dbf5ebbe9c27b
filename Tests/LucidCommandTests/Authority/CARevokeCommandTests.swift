import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca revoke, release and crl: what is said and refused")
struct CARevokeCommandTests {
    @Test("To revoke again says so and changes nothing; another reason is refused; a hold ends")
    func again() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        #expect(
            try ca.ca("revoke", "--reason", "certificateHold", "www.example").output.contains(
                "Put on hold: www.example"))
        #expect(try ca.ca("release", "www.example").output.contains("Released: www.example"))
        #expect(try ca.ca("release", "www.example", expecting: 1).errors.contains("is not revoked"))
        try ca.ca("revoke", "--reason", "certificateHold", "www.example")
        let ended = try ca.ca("revoke", "--reason", "key-compromise", "www.example")
        #expect(ended.output.contains("keyCompromise; it was on hold since"))
        for arguments in [["www.example"], ["--reason", "keyCompromise", "www.example"]] {
            let again = try runLucid(["ca", "revoke"] + arguments, folder: ca.folder.url)
            #expect(
                again.exitCode == 0 && again.output.contains("Revoked already") && again.output.contains("nothing has"))
        }
        let refused = try ca.ca("revoke", "--reason", "superseded", "www.example", expecting: 1)
        #expect(refused.errors.contains("that reason stays") && refused.errors.contains("RFC 5280 §5.3.1"))
        #expect(try ca.ca("release", "www.example", expecting: 1).errors.contains("revoked for good"))
    }

    @Test("A name that stands for several certificates is refused with the list of them")
    func ambiguous() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        try ca.ca("renew", "www.example")
        let numbers = try ca.serialNumbers("--name", "www.example")
        #expect(numbers.count == 2)
        let refused = try ca.ca("revoke", "www.example", expecting: 2)
        #expect(numbers.allSatisfy { refused.errors.contains($0) } && refused.errors.contains("(renewed since)"))
        #expect(try ca.serialNumbers("--state", "revoked").isEmpty)
        // By number, in the form that openssl prints, and by file: each is one.
        let first = numbers[0].uppercased()
        let pairs = stride(from: 0, to: first.count, by: 2).map { String(Array(first)[$0..<$0 + 2]) }
        try ca.ca("revoke", pairs.joined(separator: ":"))
        try ca.ca("revoke", "www.example-fullchain.pem")
        #expect(try ca.serialNumbers("--state", "revoked") == numbers)
    }

    @Test("What can not be done with one argument does not stop the others")
    func others() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        let result = try ca.ca("revoke", "nobody.example", "www.example", expecting: 2)
        #expect(
            result.errors.contains("nobody.example: no certificate with this serial number or name was issued here"))
        #expect(result.output.contains("Revoked: www.example"))
    }

    @Test(
        "Reasons and times that there are not are refused",
        arguments: [
            (["--reason", "removeFromCRL", "x"], "lucid ca release"),
            (["--reason", "boredom", "x"], "allowed are unspecified, keyCompromise"),
            (["--invalid-since", "2200-01-01", "x"], "still to come"),
        ])
    func arguments(arguments: [String], message: String) throws {
        let ca = try TeamCA()
        let result = try runLucid(["ca", "revoke"] + arguments, folder: ca.folder.url)
        #expect(result.exitCode == 2 && result.errors.contains(message), "\(result.errors)")
    }

    @Test("--out replaces an earlier list of the same CA and kind, and nothing else without --force")
    func replacing() throws {
        let ca = try TeamCA()
        try ca.ca("crl", "--out", "issuing.crl")
        try ca.ca("crl", "--out", "issuing.crl")
        #expect(try ca.openssl("crl", "-in", "issuing.crl", "-noout", "-crlnumber").output == "crlNumber=0x02\n")
        try ca.ca("crl", "--authority", "root", "--out", "root.crl")
        for arguments in [["--delta", "--out", "issuing.crl"], ["--out", "root.crl"], ["--out", "ca/issuing.pem"]] {
            let result = try runLucid(["ca", "crl"] + arguments, folder: ca.folder.url)
            #expect(result.exitCode == 2 && result.errors.contains("use --force"), "\(arguments)")
        }
        // A list that is refused uses up no number.
        let third = try ca.json("crl", "--out", "issuing.crl") as? [String: Any]
        #expect(third?["number"] as? Int == 3 && third?["entryCount"] as? Int == 0)
        #expect(try ca.ca("crl", "--delta").output.hasPrefix("-----BEGIN X509 CRL-----\n"))
    }

    @Test("There is no delta without a complete list, and no list without the key")
    func missing() throws {
        let ca = try TeamCA()
        #expect(try ca.ca("crl", "--delta", expecting: 2).errors.contains("make one with `lucid ca crl`"))
        try FileManager.default.removeItem(atPath: ca.path("ca/offline"))
        #expect(try ca.ca("crl", "--authority", "root", expecting: 2).errors.contains("must be brought back"))
        let alone = try TeamCA("--root-only")
        #expect(try alone.ca("crl", "--authority", "issuing", expecting: 2).errors.contains("no issuing authority"))
        try alone.ca("crl", "--out", "root.crl")
    }

    @Test("However many make lists at once, numbers grow, and the file has the newest")
    func concurrent() throws {
        let ca = try TeamCA()
        let makers = try (0..<6).map { _ in try ca.start("crl", "--json", "--out", "issuing.crl") }
        var numbers: [Int] = []
        for maker in makers {
            let result = try #require(try maker.wait(seconds: 120))
            #expect(result.exitCode == 0, "\(result.errors)")
            let list = try JSONSerialization.jsonObject(with: Data(result.stdout)) as? [String: Any]
            numbers.append(try #require(list?["number"] as? Int))
        }
        #expect(numbers.allSatisfy { (1...6).contains($0) })
        #expect(try ca.openssl("crl", "-in", "issuing.crl", "-noout", "-crlnumber").output == "crlNumber=0x06\n")
        let next = try ca.json("crl", "--out", "issuing.crl") as? [String: Any]
        #expect(next?["number"] as? Int == 7)
    }
}
