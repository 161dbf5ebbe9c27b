import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid openssl verify takes openssl's command lines",
    .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "there is no OpenSSL 3, or no lucid"))
struct VerifyCommandLineTests {
    private static let folder = Checkout.top.appending(path: "Fixtures/openssl/certs").path
    private static let leaf = "\(folder)/chain-p256-leaf.pem"
    private static let root = "\(folder)/chain-p256-root.pem"

    /// Arguments with spaces between them; `LEAF` and `ROOT` stand for certificates.
    @Test(arguments: [
        "-CAfile ROOT LEAF ROOT", "-CAfile ROOT -show_chain ROOT", "-trusted ROOT ROOT LEAF",
        "-trusted ROOT -CAfile ROOT LEAF",
        "-CAfile nowhere LEAF", "-trusted nowhere LEAF", "-untrusted nowhere LEAF", "-CRLfile nowhere LEAF",
        "-CRLfile ROOT LEAF", "-CApath nowhere LEAF", "nowhere", "nowhere LEAF", "-purpose nothing LEAF",
        "-verify_name nothing LEAF", "-verify_name ssl_server ROOT", "-attime x LEAF", "-attime 0x10 LEAF",
        "-attime -5 LEAF", "-verify_depth 99999999999 LEAF", "-verify_depth 0 ROOT", "-verify_depth -3 ROOT",
        "-policy nothing LEAF", "-policy anyPolicy LEAF", "-nothing LEAF", "-nameopt", "-crl_check LEAF",
        "-auth_level 5 -trusted ROOT ROOT", "-auth_level -1 -trusted ROOT ROOT", "-verify_email a@b -trusted ROOT ROOT",
        "-verify_ip ::1 -trusted ROOT ROOT", "-verify_hostname x -trusted ROOT ROOT",
        "-nameopt compat -trusted ROOT LEAF",
        "-nameopt RFC2253 -trusted ROOT -show_chain ROOT", "-verbose -trusted ROOT ROOT", "-- LEAF",
        "-issuer_checks -trusted_first -no_alt_chains LEAF",
    ])
    func `the same lines and the same exit code`(line: String) throws {
        let words = line.split(separator: " ").map { word in
            word == "LEAF" ? Self.leaf : word == "ROOT" ? Self.root : String(word)
        }
        let answers = try VerifyAnswers(words)
        #expect(answers.openssl == answers.lucid)
    }

    @Test func `a certificate comes from standard input where no file is named`() throws {
        let octets = Array(try Data(contentsOf: URL(filePath: Self.root)))
        for stdin in [octets, Array("no certificate\n".utf8), []] {
            let answers = try VerifyAnswers(["-CAfile", Self.root, "-show_chain"], stdin: stdin)
            #expect(answers.openssl == answers.lucid)
        }
    }

    @Test func `the environment names trusted certificates`() throws {
        let answers = try VerifyAnswers(
            [Self.root], environment: ["SSL_CERT_FILE": Self.root, "SSL_CERT_DIR": "/nowhere"])
        #expect(answers.openssl == answers.lucid)
        #expect(answers.lucid.exitCode == 0)
    }

    @Test func `a folder has certificates under the hash of their names`() throws {
        let openssl = try #require(Programs.openssl)
        let folder = try TemporaryFolder()
        try folder.write(Array(try Data(contentsOf: URL(filePath: Self.root))), to: "root.pem")
        #expect(try Programs.run(openssl, ["rehash", folder.url.path]).exitCode == 0)
        let words = ["-CApath", folder.url.path, "-no-CAfile", "-no-CAstore", "-show_chain", Self.root, Self.leaf]
        let answers = try VerifyAnswers(words)
        #expect(answers.openssl == answers.lucid)
        #expect(answers.lucid.output.contains("OK"))
    }

    @Test(arguments: ["-engine x", "-CAstore x", "-crl_download", "-suiteB_128", "-vfyopt x"])
    func `an option that Lucid has not is named, and never ignored`(option: String) throws {
        let result = try runLucid(["openssl", "verify"] + option.split(separator: " ").map(String.init) + [Self.root])
        let name = option.split(separator: " ")[0]
        #expect(result.exitCode == 1 && result.errors.hasPrefix("verify: \(name) is an option of openssl that Lucid"))
    }

    @Test func `--explain says what an error means, and by which clause`() throws {
        let result = try runLucid(
            "openssl", "verify", "--explain", "-no-CAfile", "-no-CApath", "-no-CAstore", Self.root)
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("error 18: "))
        #expect(
            result.errors.contains("it signed itself, and is not among the trusted certificates (RFC 5280 §6.1.1(d))"))
    }

    @Test func `--explain says where Lucid's own verdict is another`() throws {
        // A CA's certificate in the place of a server's: without -x509_strict OpenSSL minds its use alone.
        let result = try runLucid(
            "openssl", "verify", "--explain", "-CAfile", Self.root, "-purpose", "sslserver", Self.root)
        #expect(result.errors.contains("error 26: "))
        #expect(result.errors.contains("Lucid's own verdict: accepted; see lucid verify"))
        #expect(result.errors.contains("refused by "))
    }
}
