import Foundation
import LucidTestSupport
import Testing

/// A CA of Lucid's and one of another program's take each other's requests, certificates and lists.
@Suite("lucid ca with openssl ca and keytool")
struct CAPeerTests {
    private let ca: TeamCA

    init() throws { ca = try TeamCA("--root-only") }

    @discardableResult
    private func run(_ program: String?, _ arguments: String..., exitCode: Int32 = 0) throws -> ProgramResult {
        let result = try Programs.run(try #require(program), arguments, folder: ca.folder.url)
        #expect(result.exitCode == exitCode, "\(arguments): \(result.output)\(result.errors)")
        return result
    }

    /// The least that `openssl ca` wants, with Lucid's root and key as the CA.
    private func makeOpenSSLAuthority() throws {
        let settings = """
            [ca]
            default_ca = it
            [it]
            certificate = ca/root.pem
            private_key = ca/keys/root-key.pem
            database = index.txt
            serial = serial
            crlnumber = serial
            new_certs_dir = .
            default_md = sha256
            default_days = 90
            default_crl_days = 7
            policy = any
            copy_extensions = copy
            x509_extensions = server
            unique_subject = no
            [any]
            commonName = optional
            [server]
            basicConstraints = critical, CA:false
            keyUsage = critical, digitalSignature
            extendedKeyUsage = serverAuth
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            """
        try ca.folder.write(Array(settings.utf8), to: "openssl.cnf")
        try ca.folder.write([], to: "index.txt")
        try ca.folder.write(Array("1000\n".utf8), to: "serial")
    }

    @Test("openssl ca runs on a root of Lucid's: it signs Lucid's requests, revokes, and Lucid reads its list")
    func opensslAuthority() throws {
        try makeOpenSSLAuthority()
        let made = try runLucid(
            "request", "new", "www.csr", "--new-key", "www-key.pem", "www.example.test", folder: ca.folder.url)
        #expect(made.exitCode == 0, "\(made.errors)")
        try run(
            Programs.openssl, "ca", "-config", "openssl.cnf", "-batch", "-notext", "-in", "www.csr", "-out", "www.pem")
        let verify = ["verify", "--trust", "ca/root.pem", "--host", "www.example.test", "www.pem"]
        #expect(try runLucid(verify, folder: ca.folder.url).exitCode == 0)

        try run(Programs.openssl, "ca", "-config", "openssl.cnf", "-gencrl", "-out", "before.crl")
        let listed = ["--revocation", "require", "--crl"]
        #expect(try runLucid(verify + listed + ["before.crl"], folder: ca.folder.url).exitCode == 0)
        try run(
            Programs.openssl, "ca", "-config", "openssl.cnf", "-revoke", "www.pem", "-crl_reason", "keyCompromise")
        try run(Programs.openssl, "ca", "-config", "openssl.cnf", "-gencrl", "-out", "after.crl")
        let refused = try runLucid(verify + listed + ["after.crl"], folder: ca.folder.url)
        #expect(refused.exitCode == 1 && refused.output.contains("(keyCompromise)"), "\(refused.output)")
    }

    @Test("A key in keytool's store gets a certificate by request", .enabled(if: Programs.keytool != nil, "no keytool"))
    func keytoolRequest() throws {
        let store = ["-keystore", "store.p12", "-storepass", "changeit", "-alias", "www"]
        func keytool(_ arguments: String...) throws -> String {
            let result = try Programs.run(
                try #require(Programs.keytool), arguments + store, folder: ca.folder.url)
            #expect(result.exitCode == 0, "\(arguments): \(result.output)\(result.errors)")
            return result.output + result.errors
        }
        _ = try keytool("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=www.example.test")
        _ = try keytool("-certreq", "-ext", "san=dns:www.example.test,ip:192.0.2.1", "-file", "www.csr")
        try ca.ca("sign", "--out", "www.pem", "www.csr")
        // keytool wants the whole path in its answer, with the root.
        let converted = try runLucid(
            "convert", "--to", "p7b", "--out", "www.p7b", "www.pem", "ca/root.pem", folder: ca.folder.url)
        #expect(converted.exitCode == 0, "\(converted.errors)")
        let installed = try keytool("-importcert", "-noprompt", "-file", "www.p7b")
        #expect(installed.contains("Certificate reply was installed in keystore"))
        let shown = try keytool("-list", "-v")
        #expect(shown.contains("Certificate chain length: 2") && shown.contains("DNSName: www.example.test"))
    }

    @Test("keytool prints a list of Lucid's", .enabled(if: Programs.keytool != nil, "no keytool"))
    func keytoolList() throws {
        try ca.ca("issue", "www.example.test")
        try ca.ca("revoke", "--reason", "superseded", "www.example.test")
        try ca.ca("crl", "--out", "root.crl")
        let printed = try run(Programs.keytool, "-printcrl", "-file", "root.crl").output
        #expect(printed.contains("Reason Code: SUPERSEDED"), "\(printed)")
        #expect(printed.contains("CRL Number:"), "\(printed)")
    }
}
