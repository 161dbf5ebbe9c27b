import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// `lucid key new --explain` and `--teaching-seed`.
struct KeyExplainTests {
    private func key(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramResult {
        try Programs.run(try #require(Programs.lucid), ["key", "new"] + arguments + [folder.path("key.pem")])
    }

    @Test(arguments: ["lesson 1", "lesson 2", "an Übung ☕"])
    func `Python follows the search for a key, candidate by candidate`(seed: String) throws {
        let python = try #require(Programs.python3)
        let folder = try TemporaryFolder()
        let told = try key(["--kind", "rsa-2048", "--teaching-seed", seed, "--explain", "--json"], in: folder)
        #expect(told.exitCode == 0)
        let script = Checkout.fixtures.appending(path: "worked/recompute_key.py").path
        let followed = try Programs.run(python, [script, "2048"], stdin: told.stdout)
        #expect(followed.errors == "")
        let lines = followed.output.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].hasSuffix("candidates followed"), "\(lines.prefix(3))")
    }

    /// SHA-256 of the public key, by openssl. A hand-out that was printed once stays true.
    @Test(arguments: [
        ("rsa-2048", "RSA"), ("p256", "P256"), ("p384", "P384"), ("p521", "P521"), ("ed25519", "Ed25519"),
    ])
    func `a teaching seed makes the same key everywhere, and says how unsafe it is`(kind: String, name: String) throws {
        let openssl = try #require(Programs.openssl)
        var digests: Set<String> = []
        for seed in ["lesson 1", "lesson 1", "lesson 2"] {
            let folder = try TemporaryFolder()
            let made = try key(["--kind", kind, "--teaching-seed", seed], in: folder)
            #expect(made.exitCode == 0 && made.output == "" && made.errors.contains("UNSAFE"))
            let text = try String(contentsOfFile: folder.path("key.pem"), encoding: .utf8)
            #expect(text.hasPrefix("UNSAFE: made for a lesson with the teaching seed \"\(seed)\"."))
            let publicKey = try Programs.run(
                openssl, ["pkey", "-in", folder.path("key.pem"), "-pubout", "-outform", "DER"])
            #expect(publicKey.exitCode == 0)
            digests.insert(hex(HashAlgorithm.sha256.hash(publicKey.stdout)))
        }
        #expect(digests.count == 2)
        #expect(digests.contains(try #require(Self.known[name])), "\(digests)")
    }

    private static let known: [String: String] = [
        "RSA": "f59bc4f2149aecd7bf79bf7d52cac51cf9043c3ce344552b2ded225b74b15320",
        "P256": "199e1ab837b9915e3b697d73eccfc4ad7dbf511a59ba197b75b338cb9fa82366",
        "P384": "158f75f60d1ce478ef5ac749ce81d7334e3d60bc6d0f90db1767aab951976ae9",
        "P521": "7f6d32885e2889818695f5c0894632308bddab94d0bd8d9b7e3bb97400139d5f",
        "Ed25519": "2d17a9fc47e723bcf420884483fba45c48ea542c60f575636b38d297c978f84b",
    ]

    @Test(arguments: ["rsa-2048", "p256", "ed25519"])
    func `without --secret no secret number is told`(kind: String) throws {
        let openssl = try #require(Programs.openssl)
        let folder = try TemporaryFolder()
        for json in [[], ["--json"]] {
            let told = try key(["--kind", kind, "--explain", "--force"] + json, in: folder)
            #expect(told.exitCode == 0 && told.output.contains("secret"))
            // The private numbers as openssl prints them, in one piece.
            let text = try Programs.run(openssl, ["pkey", "-in", folder.path("key.pem"), "-noout", "-text"]).output
            let numbers = text.split(whereSeparator: { !"0123456789abcdef:\n ".contains($0) }).map { part in
                String(part.filter { $0 != ":" && $0 != "\n" && $0 != " " }.drop { $0 == "0" })
            }.filter { $0.count >= 60 }
            #expect(numbers.count >= 2)
            let shown = told.output.filter { !$0.isWhitespace }
            let toldNumbers = numbers.filter { shown.contains($0) }
            // The public key alone.
            #expect(toldNumbers.count <= 1, "\(toldNumbers)")
        }
        let withSecrets = try key(["--kind", kind, "--explain", "--secret", "--force"], in: folder)
        #expect(!withSecrets.output.contains("(secret)"))
    }

    @Test(arguments: ["rsa-2048", "p256", "ed25519"], [[], ["--secret"], ["--teaching-seed", "x"]])
    func `Documentation/json.md names every member`(kind: String, flags: [String]) throws {
        let folder = try TemporaryFolder()
        let told = try JSON(key(["--kind", kind, "--explain", "--json"] + flags, in: folder).stdout)
        let document = try JSONDocument()
        let named = document.members("lucid key new --explain").union(document.members("Step of a verification"))
        func members(_ value: JSON) -> Set<String> {
            guard case .object(let object) = value else {
                return (value.array ?? []).reduce([]) { $0.union(members($1)) }
            }
            return object.values.reduce(Set(object.keys)) { $0.union(members($1)) }
        }
        // The coordinates of a point.
        #expect(members(told).subtracting(named).subtracting(["x", "y"]) == [])
        #expect(members(told).isSuperset(of: ["search", "numbers", "name", "sentence", "secret"]))
        #expect((told["unsafe"] == .bool(true)) == (flags.first == "--teaching-seed"))
    }

    @Test func `an encrypted teaching key is refused, and --secret alone is`() throws {
        let folder = try TemporaryFolder()
        #expect(try key(["--teaching-seed", "x", "--encrypt"], in: folder).exitCode == 2)
        #expect(try key(["--secret"], in: folder).exitCode == 2)
    }
}
