import Foundation
import LucidTestSupport
import Testing

/// What other programs write is read, and what Lucid writes is read by them.
@Suite("PKCS#7 and PKCS#12 with other programs")
struct ContainerPeerTests {
    private let folder: TemporaryFolder
    private let fixtures = Checkout.fixtures.appending(path: "openssl").path
    private var leaf: String { fixtures + "/certs/chain-p256-leaf.pem" }
    private var intermediate: String { fixtures + "/certs/chain-p256-intermediate.pem" }
    private var root: String { fixtures + "/certs/chain-p256-root.pem" }
    private var key: String { fixtures + "/keys/chain-p256-leaf.pem" }
    private static let word = "a wörd of their own"

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Array((Self.word + "\n").utf8), to: "word")
    }

    private func lucid(_ arguments: String...) throws -> ProgramResult {
        let result = try runLucid(arguments, environment: ["LUCID_PASSPHRASE": Self.word])
        #expect(result.exitCode == 0, "\(arguments): \(result.errors)")
        return result
    }

    @discardableResult
    private func run(_ program: String?, _ arguments: [String]) throws -> ProgramResult {
        let result = try Programs.run(try #require(program), arguments)
        #expect(result.exitCode == 0, "\(arguments): \(result.errors) \(result.output)")
        return result
    }

    /// Writes a p12 of the fixture's chain.
    private func writeFile(_ isLegacy: Bool, _ word: String = word) throws -> String {
        let path = folder.path("lucid.p12")
        let result = try runLucid(
            ["convert", "--to", "p12", "--iterations", "2048", "--name", "fixture", "--key", key, "--out", path]
                + (isLegacy ? ["--legacy"] : []) + [leaf, intermediate, root],
            environment: ["LUCID_PASSPHRASE": word])
        #expect(result.exitCode == 0, "\(result.errors)")
        return path
    }

    /// The key and the three certificates of a file by Lucid's reckoning.
    private func expectChain(_ path: String, certificates count: Int = 3) throws {
        let item = try #require(try JSON(lucid("show", "--json", path).stdout).array?.first)
        #expect(item["certificates"]?.array?.count == count)
        let keys = try #require(item["keys"]?.array)
        #expect(keys.count == 1)
        let own = item["certificates"]?.array?.first { $0["localKeyID"] == keys[0]["localKeyID"] }
        #expect(own?["subjectPublicKeyInfo"] == keys[0]["subjectPublicKeyInfo"])
    }

    // MARK: OpenSSL

    @Test("openssl pkcs12 reads both forms", .enabled(if: Programs.openssl != nil), arguments: [false, true])
    func opensslReads(isLegacy: Bool) throws {
        let path = try writeFile(isLegacy)
        let command = ["pkcs12", "-in", path, "-passin", "file:" + folder.path("word")] + (isLegacy ? ["-legacy"] : [])
        let all = try run(Programs.openssl, command + ["-nodes"])
        #expect(all.output.components(separatedBy: "BEGIN CERTIFICATE").count == 4)
        #expect(all.output.contains("friendlyName: fixture"))
        let own = try run(Programs.openssl, ["pkey", "-in", key, "-pubout"]).output
        try folder.write(all.stdout, to: "all.pem")
        #expect(try run(Programs.openssl, ["pkey", "-in", folder.path("all.pem"), "-pubout"]).output == own)
        let info = try run(Programs.openssl, command + ["-info", "-noout"]).errors
        #expect(
            info.contains(
                isLegacy
                    ? "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048"
                    : "AES-256-CBC, Iteration 2048, PRF hmacWithSHA256"))
        #expect(info.contains(isLegacy ? "MAC: sha1, Iteration 2048" : "MAC: sha256, Iteration 2048"))
    }

    @Test(
        "openssl pkcs12 is read, whichever way it encrypts", .enabled(if: Programs.openssl != nil),
        arguments: [
            "", "-legacy", "-legacy -descert", "-legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-RC2-40",
            "-certpbe NONE", "-keypbe NONE", "-nomac", "-macalg sha384", "-iter 1 -maciter", "-noiter -nomaciter",
            "-keypbe aes-192-cbc -certpbe des-ede3-cbc",
        ])
    func opensslIsRead(options: String) throws {
        let path = folder.path("openssl.p12")
        try run(
            Programs.openssl,
            ["pkcs12", "-export", "-inkey", key, "-in", leaf, "-certfile", intermediate, "-name", "x"]
                + options.split(separator: " ").map(String.init)
                + ["-passout", "file:" + folder.path("word"), "-out", path])
        try expectChain(path, certificates: 2)
    }

    @Test("openssl pkcs7 and Lucid read each other, in PEM and in DER", .enabled(if: Programs.openssl != nil))
    func opensslBundles() throws {
        for (form, options) in [("PEM", [String]()), ("DER", ["--der"])] {
            let path = folder.path("lucid-\(form).p7b")
            let list = fixtures + "/crls/with-reasons.pem"
            let made = try runLucid(
                ["convert", "--to", "p7b", "--out", path] + options + [leaf, intermediate, root, list])
            #expect(made.exitCode == 0, "\(made.errors)")
            let read = try run(Programs.openssl, ["pkcs7", "-inform", form, "-in", path, "-print_certs"])
            #expect(read.output.components(separatedBy: "BEGIN CERTIFICATE").count == 4)
            #expect(read.output.contains("BEGIN X509 CRL"))
            let theirs = folder.path("openssl-\(form).p7b")
            try run(
                Programs.openssl,
                ["crl2pkcs7", "-in", list, "-certfile", leaf, "-certfile", root, "-outform", form, "-out", theirs])
            let pem = try lucid("convert", "--to", "pem", theirs).output
            #expect(pem.components(separatedBy: "BEGIN CERTIFICATE").count == 3 && pem.contains("BEGIN X509 CRL"))
        }
    }

    // MARK: Java

    @Test(
        "Java's keytool reads both forms", .enabled(if: Programs.keytool != nil, "no keytool"),
        arguments: [false, true])
    func javaReads(isLegacy: Bool) throws {
        // keytool takes passphrases of ASCII only on its command line.
        let path = try writeFile(isLegacy, "changeit")
        let listed = try run(Programs.keytool, ["-list", "-v", "-keystore", path, "-storepass", "changeit"]).output
        #expect(listed.contains("Alias name: fixture") && listed.contains("Entry type: PrivateKeyEntry"))
        #expect(listed.contains("Certificate chain length: 3"))
    }

    @Test("Java trusts the certificates of a file without keys", .enabled(if: Programs.keytool != nil, "no keytool"))
    func javaTrusts() throws {
        let path = folder.path("trust.p12")
        let made = try runLucid(
            ["convert", "--to", "p12", "--iterations", "2048", "--out", path, root, intermediate],
            environment: ["LUCID_PASSPHRASE": "changeit"])
        #expect(made.exitCode == 0, "\(made.errors)")
        let listed = try run(Programs.keytool, ["-list", "-keystore", path, "-storepass", "changeit"]).output
        #expect(listed.components(separatedBy: "trustedCertEntry").count == 3)
    }

    @Test("Java's key stores and bundles are read", .enabled(if: Programs.keytool != nil, "no keytool"))
    func javaIsRead() throws {
        let path = folder.path("java.p12")
        let store = ["-keystore", path, "-storetype", "PKCS12", "-storepass", "changeit"]
        try run(Programs.keytool, ["-genkeypair", "-alias", "one", "-keyalg", "EC", "-dname", "CN=one"] + store)
        try run(Programs.keytool, ["-genkeypair", "-alias", "two", "-keyalg", "RSA", "-dname", "CN=two"] + store)
        try run(Programs.keytool, ["-importcert", "-noprompt", "-alias", "three", "-file", root] + store)
        let shown = try runLucid("show", "--json", path, environment: ["LUCID_PASSPHRASE": "changeit"])
        #expect(shown.exitCode == 0, "\(shown.errors)")
        let item = try #require(try JSON(shown.stdout).array?.first)
        #expect(Set(item["keys"]?.array?.compactMap { $0["friendlyName"]?.string } ?? []) == ["one", "two"])
        #expect(item["certificates"]?.array?.count == 3)
        // keytool reads a PKCS#7 bundle as the answer to a request; here as a file to print.
        let bundle = folder.path("chain.p7b")
        try #require(try runLucid("convert", "--to", "p7b", "--out", bundle, leaf, intermediate, root).exitCode == 0)
        let printed = try run(Programs.keytool, ["-printcert", "-file", bundle]).output
        #expect(printed.components(separatedBy: "Owner: ").count == 4)
    }

    // MARK: pyca/cryptography

    @Test(
        "Python's cryptography and Lucid read each other",
        .enabled(if: Programs.pythonWithCryptography != nil, "python3 has no cryptography"), arguments: [false, true])
    func python(isLegacy: Bool) throws {
        let path = try writeFile(isLegacy)
        let theirs = folder.path("python.p12")
        let script = """
            import sys
            from cryptography.hazmat.primitives.serialization import pkcs12, BestAvailableEncryption
            word = open(sys.argv[3], "rb").readline().rstrip()
            file = pkcs12.load_pkcs12(open(sys.argv[1], "rb").read(), word)
            assert file.key.public_key() == file.cert.certificate.public_key()
            assert len(file.additional_certs) == 2
            print(file.cert.friendly_name.decode())
            others = [entry.certificate for entry in file.additional_certs]
            data = pkcs12.serialize_key_and_certificates(
                b"python", file.key, file.cert.certificate, others, BestAvailableEncryption(word))
            open(sys.argv[2], "wb").write(data)
            """
        let python = try #require(Programs.pythonWithCryptography)
        #expect(try run(python, ["-c", script, path, theirs, folder.path("word")]).output == "fixture\n")
        try expectChain(theirs)
    }

    // MARK: NSS

    @Test(
        "NSS's pk12util and Lucid read each other", .enabled(if: Programs.nss != nil, "no NSS tools"),
        arguments: [false, true])
    func nss(isLegacy: Bool) throws {
        let programs = try #require(Programs.nss)
        let store = folder.path("nss")
        try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: false)
        try run(programs.certutil, ["-N", "-d", store, "--empty-password"])
        let path = try writeFile(isLegacy)
        try run(programs.pk12util, ["-i", path, "-d", store, "-w", folder.path("word")])
        // NSS takes 600,000 iterations three times, for which a debug build needs a minute: once is enough.
        if isLegacy { return }
        let theirs = folder.path("nss.p12")
        try run(programs.pk12util, ["-o", theirs, "-n", "fixture", "-d", store, "-w", folder.path("word")])
        try expectChain(theirs)
    }
}
