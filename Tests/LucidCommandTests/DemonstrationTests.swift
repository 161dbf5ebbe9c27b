import Foundation
import LucidTestSupport
import Testing

private let certificates = ["root.pem", "intermediate.pem", "localhost.pem", "localhost-fullchain.pem"]
private let keys = ["root-key.pem", "intermediate-key.pem", "localhost-key.pem"]

@Suite("lucid demo makes a PKI in a folder")
struct DemonstrationTests {
    @Test("The files that it names, with keys that only their owner reads")
    func files() throws {
        let folder = try TemporaryFolder()
        let result = try runLucid("demo", folder.path("pki"))
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.stderr == [])
        for file in certificates + keys {
            let path = folder.path("pki/\(file)")
            #expect(result.output.contains("  \(path)\n"))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == (keys.contains(file) ? 0o600 : 0o644), "\(file)")
        }
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path("pki"))
        #expect(Set(found) == Set(certificates + keys + [".lucid-demo"]))
    }

    @Test("It says the verdict for each name, every step, and who accepts the chain")
    func output() throws {
        let folder = try TemporaryFolder()
        let output = try runLucid("demo", folder.path("pki")).output
        for name in ["localhost", "127.0.0.1", "::1"] {
            #expect(output.contains("✓ accepted: the server's certificate for \(name)\n"))
        }
        #expect(output.contains("└─ CN=Lucid Demo Issuing CA"))
        #expect(output.contains("curl --cacert \(folder.path)/pki/root.pem https://localhost:8443/"))
    }

    @Test("The full chain is the server's certificate and the intermediate one")
    func fullChain() throws {
        let folder = try TemporaryFolder()
        _ = try runLucid("demo", folder.path)
        #expect(
            try folder.read("localhost-fullchain.pem") == folder.read("localhost.pem") + folder.read("intermediate.pem")
        )
    }

    @Test("Run again, it makes everything anew")
    func again() throws {
        let folder = try TemporaryFolder()
        let first = try runLucid("demo", folder.path)
        let old = try (certificates + keys).map { try folder.read($0) }
        let second = try runLucid("demo", folder.path)
        #expect(first.exitCode == 0 && second.exitCode == 0, "\(second.errors)")
        for (file, old) in zip(certificates + keys, old) { #expect(try folder.read(file) != old, "\(file)") }
    }

    @Test("Somebody's file in the way is named and left as it was", arguments: certificates + keys)
    func foreignFile(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("mine".utf8), to: name)
        let result = try runLucid("demo", folder.path)
        #expect(result.exitCode == 2)
        #expect(result.stdout == [])
        #expect(result.errors.contains("\(folder.path)/\(name): was not made by lucid demo"))
        #expect(try folder.read(name) == Array("mine".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }

    @Test("One of its own files that somebody changed is somebody's file")
    func changedFile() throws {
        let folder = try TemporaryFolder()
        _ = try runLucid("demo", folder.path)
        let changed = try folder.read("root.pem") + Array("# my remark\n".utf8)
        try folder.write(changed, to: "root.pem")
        let others = try folder.read("intermediate.pem")
        let result = try runLucid("demo", folder.path)
        #expect(result.exitCode == 2 && result.errors.contains("root.pem"))
        #expect(try folder.read("root.pem") == changed)
        #expect(try folder.read("intermediate.pem") == others)
    }

    @Test("A stranger's file is left alone and named")
    func stranger() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("notes".utf8), to: "notes.txt")
        let result = try runLucid("demo", folder.path)
        #expect(result.exitCode == 0)
        #expect(result.errors == "Left alone: \(folder.path)/notes.txt\n")
        #expect(try folder.read("notes.txt") == Array("notes".utf8))
    }

    @Test("A folder that can not be made or written")
    func unusableFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("a file".utf8), to: "file")
        for path in [folder.path("file"), folder.path("missing/pki"), folder.path("file/pki")] {
            let result = try runLucid("demo", path)
            #expect(result.exitCode == 2 && result.stdout == [] && result.errors.contains(path), "\(result.errors)")
        }
    }

    @Test("A folder without permission to write", .disabled(if: getuid() == 0, "root may write everywhere"))
    func forbiddenFolder() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        let result = try runLucid("demo", folder.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        #expect(result.exitCode == 2 && result.errors.contains(folder.path))
    }

    @Test("A folder whose name a shell would take apart is quoted in what to try next")
    func quotedFolder() throws {
        let folder = try TemporaryFolder()
        let result = try runLucid("demo", folder.path("it's my pki"))
        #expect(result.exitCode == 0)
        #expect(result.output.contains("--cacert '\(folder.path)/it'\\''s my pki/root.pem' "))
    }
}

@Suite("openssl accepts what lucid demo makes", .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct DemonstrationWithOpenSSLTests {
    private func openssl(_ folder: TemporaryFolder, _ arguments: [String]) throws -> ProgramResult {
        try Programs.run(try #require(Programs.openssl), arguments, folder: folder.url)
    }

    @Test("The chain, by openssl's strictest rules")
    func chain() throws {
        let folder = try TemporaryFolder()
        _ = try runLucid("demo", folder.path)
        let strict = [
            "verify", "-x509_strict", "-check_ss_sig", "-policy_check", "-no-CApath", "-no-CAstore", "-CAfile",
            "root.pem",
        ]
        let names = [["-verify_hostname", "localhost"], ["-verify_ip", "127.0.0.1"], ["-verify_ip", "::1"]]
        for name in names {
            let leaf = strict + name + ["-purpose", "sslserver", "-untrusted", "intermediate.pem", "localhost.pem"]
            let result = try openssl(folder, leaf)
            #expect(result.exitCode == 0 && result.output == "localhost.pem: OK\n", "\(result.errors)")
        }
        for file in ["root.pem", "intermediate.pem"] {
            let result = try openssl(folder, strict + [file])
            #expect(result.exitCode == 0 && result.output == "\(file): OK\n", "\(result.errors)")
        }
        // Without the intermediate certificate, or for another name, the answer is no.
        #expect(try openssl(folder, strict + ["localhost.pem"]).exitCode == 2)
        let other = strict + ["-verify_hostname", "other.example", "-untrusted", "intermediate.pem", "localhost.pem"]
        #expect(try openssl(folder, other).errors.contains("hostname mismatch"))
    }

    @Test(
        "Certificates can be shown, keys are sound and belong to them",
        arguments: ["root", "intermediate", "localhost"])
    func pair(_ name: String) throws {
        let folder = try TemporaryFolder()
        _ = try runLucid("demo", folder.path)
        #expect(try openssl(folder, ["x509", "-noout", "-text", "-in", "\(name).pem"]).exitCode == 0)
        let check = try openssl(folder, ["pkey", "-check", "-noout", "-in", "\(name)-key.pem"])
        #expect(check.exitCode == 0 && (check.output + check.errors).contains("Key is valid"), "\(check.errors)")
        let fromKey = try openssl(folder, ["pkey", "-pubout", "-in", "\(name)-key.pem"]).output
        #expect(try openssl(folder, ["x509", "-pubkey", "-noout", "-in", "\(name).pem"]).output == fromKey)
    }
}
