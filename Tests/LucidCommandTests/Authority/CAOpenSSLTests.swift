import Foundation
import LucidTestSupport
import Testing

/// A CA that `openssl ca` runs, with certificates in every state.
private final class OpenSSLAuthority: Sendable {
    let folder: TemporaryFolder
    static let states = ["valid", "superseded", "held", "lost", "revoked", "expired"]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["ca", "ca/newcerts", "ca/private"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
        }
        try folder.write([], to: "ca/index.txt")
        try folder.write(Array("1000\n".utf8), to: "ca/serial")
        try folder.write(Array("2A\n".utf8), to: "ca/crlnumber")
        try folder.write(Array(Self.configuration.utf8), to: "ca/openssl.cnf")
        try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1000", "-utf8",
            "-subj", "/C=DE/O=A\\/B GmbH/CN=Alte Wurzel ü", "-keyout", "ca/private/cakey.pem", "-out", "ca/cacert.pem",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign",
        ])
        for name in Self.states {
            try request(name)
            let ended = name == "expired" ? ["-startdate", "200101000000Z", "-enddate", "200201000000Z"] : []
            try run(
                ["ca", "-config", "ca/openssl.cnf", "-batch", "-notext", "-in", "\(name).csr", "-out", "\(name).pem"]
                    + ended)
        }
        for (name, reason) in [
            ("superseded", ["-crl_reason", "superseded"]), ("held", ["-crl_hold", "holdInstructionReject"]),
            ("lost", ["-crl_compromise", "20240101000000Z"]), ("revoked", []),
        ] {
            try run(["ca", "-config", "ca/openssl.cnf", "-revoke", "\(name).pem"] + reason)
        }
        try run(["ca", "-config", "ca/openssl.cnf", "-updatedb"])
    }

    func request(_ name: String) throws {
        try run([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key",
            "-out", "\(name).csr", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name).test",
        ])
    }

    /// Runs openssl, which must succeed.
    @discardableResult
    func run(_ arguments: [String]) throws -> ProgramResult {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        let result = try Programs.run(openssl, arguments, folder: folder.url)
        guard result.exitCode == 0 else { throw ProgramProblem("\(arguments): \(result.errors)") }
        return result
    }

    func lucid(_ arguments: String...) throws -> ProgramResult { try runLucid(arguments, folder: folder.url) }

    /// Lucid's list, by name.
    func states() throws -> [String: String] {
        let listed = try JSON(try lucid("ca", "list", "--ca", "lucid", "--json").stdout).array ?? []
        let pairs = listed.compactMap { record in
            record["names"]?.strings.first.flatMap { name in record["state"]?.string.map { (name, $0) } }
        }
        return Dictionary(pairs) { $1 }
    }

    private static let configuration = """
        [ca]
        default_ca = own
        [own]
        dir = ca
        certificate = $dir/cacert.pem
        private_key = $dir/private/cakey.pem
        new_certs_dir = $dir/newcerts
        database = $dir/index.txt
        serial = $dir/serial
        crlnumber = $dir/crlnumber
        default_md = sha256
        default_days = 30
        default_crl_days = 10
        unique_subject = no
        policy = any
        copy_extensions = copy
        [any]
        commonName = supplied

        """
}

@Suite("CAs of openssl's, and for openssl", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct CAOpenSSLTests {
    @Test func `a CA of openssl's goes on in Lucid, and back in openssl`() throws {
        let old = try OpenSSLAuthority()
        // Into Lucid: every state, and the numbers.
        let imported = try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "ca", "--no-passphrase", "--json")
        #expect(imported.exitCode == 0, "\(imported.errors)")
        let report = try JSON(imported.stdout)
        #expect(report.keys == (try JSONDocument().members("lucid ca import")))
        #expect(report["tookOver"]?.bool == true)
        #expect(report["added"]?.number == OpenSSLAuthority.states.count)
        #expect(report["lineOnly"]?.number == 0)
        #expect(report["nextCRLNumber"]?.number == 0x2a)
        let states = try old.states()
        for name in OpenSSLAuthority.states {
            let state = ["valid", "expired"].contains(name) ? name : "revoked"
            #expect(states["\(name).test"] == state)
        }
        // Once more changes nothing.
        let again = try JSON(try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "ca", "--json").stdout)
        #expect(again["unchanged"]?.number == OpenSSLAuthority.states.count)
        #expect(again["tookOver"]?.bool == false)
        // Lucid issues by the same CA.
        #expect(try old.lucid("ca", "issue", "--ca", "lucid", "new.test").exitCode == 0)
        #expect(try old.run(["verify", "-CAfile", "ca/cacert.pem", "new.test.pem"]).output == "new.test.pem: OK\n")

        // And back: the key encrypted by somebody, so that it goes along as it is.
        try old.run([
            "pkcs8", "-topk8", "-in", "ca/private/cakey.pem", "-out", "lucid/keys/root-key.pem", "-passout",
            "pass:secret",
        ])
        let exported = try old.lucid("ca", "export", "--ca", "lucid", "--openssl", "back", "--key", "--json")
        #expect(exported.exitCode == 0, "\(exported.errors)")
        #expect(try JSON(exported.stdout).keys == JSONDocument().members("lucid ca export"))
        let index = String(decoding: try old.folder.read("back/index.txt"), as: UTF8.self)
        let before = String(decoding: try old.folder.read("ca/index.txt"), as: UTF8.self)
        #expect(index.hasPrefix(before.replacing("holdInstruction,holdInstructionReject", with: "certificateHold")))
        try old.request("later")
        let config = ["ca", "-config", "back/openssl.cnf", "-passin", "pass:secret"]
        try old.run(config + ["-batch", "-notext", "-in", "later.csr", "-out", "later.pem"])
        #expect(try old.run(["verify", "-CAfile", "ca/cacert.pem", "later.pem"]).output == "later.pem: OK\n")
        #expect(
            try old.run(["x509", "-in", "later.pem", "-noout", "-ext", "subjectAltName"]).output.contains("later.test"))
        try old.run(config + ["-revoke", "new.test.pem", "-crl_reason", "keyCompromise"])
        try old.run(config + ["-updatedb"])
        try old.run(config + ["-gencrl", "-out", "crl.pem"])
        let list = try old.run(["crl", "-in", "crl.pem", "-noout", "-text", "-CAfile", "ca/cacert.pem"])
        #expect(list.errors.contains("verify OK"))
        #expect(list.output.components(separatedBy: "Serial Number:").count - 1 == 5)
        #expect(list.output.contains("X509v3 CRL Number: \n                42"))

        // What openssl did since comes back.
        let back = try JSON(try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "back", "--json").stdout)
        #expect(back["added"]?.number == 1)
        #expect(back["updated"]?.number == 1)
        #expect(back["nextCRLNumber"]?.number == 0x2b)
        #expect(try old.states()["new.test"] == "revoked")
    }

    @Test func `a root that Lucid's own rules refuse is taken over with a warning that says why`() throws {
        let old = try OpenSSLAuthority()
        let fine = try old.lucid("ca", "import", "--ca", "fine", "--openssl", "ca", "--no-passphrase")
        #expect(fine.exitCode == 0 && !fine.errors.contains("warning"), "\(fine.errors)")
        try FileManager.default.createDirectory(atPath: old.folder.path("bare"), withIntermediateDirectories: false)
        try old.folder.write([], to: "bare/index.txt")
        try old.folder.write(Array(Self.bareConfiguration.utf8), to: "bare.cnf")
        try old.run([
            "req", "-x509", "-config", "bare.cnf", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "1000", "-subj", "/CN=Bare", "-keyout", "bare/cakey.pem", "-out", "bare/cacert.pem",
        ])
        let bare = try old.lucid("ca", "import", "--ca", "taken", "--openssl", "bare", "--no-passphrase")
        #expect(bare.exitCode == 0, "\(bare.errors)")
        #expect(
            bare.errors.contains("warning: bare/cacert.pem: Lucid refuses this CA")
                && bare.errors.contains("it is a CA and has no keyUsage (RFC 5280 §4.2.1.3)"), "\(bare.errors)")
    }

    /// For a root without keyUsage.
    private static let bareConfiguration = """
        [req]
        distinguished_name = name
        x509_extensions = root
        [name]
        [root]
        basicConstraints = critical,CA:TRUE
        subjectKeyIdentifier = hash

        """

    @Test func `openssl's responder answers from an exported index, and Lucid's verifier believes it`() throws {
        let old = try OpenSSLAuthority()
        #expect(try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "ca", "--no-passphrase").exitCode == 0)
        #expect(try old.lucid("ca", "export", "--ca", "lucid", "--openssl", "back").exitCode == 0)
        for (name, exitCode) in [("valid", 0), ("superseded", 1)] as [(String, Int32)] {
            try old.run([
                "ocsp", "-index", "back/index.txt", "-CA", "back/cacert.pem", "-rsigner", "ca/cacert.pem", "-rkey",
                "ca/private/cakey.pem", "-issuer", "back/cacert.pem", "-cert", "\(name).pem", "-ndays", "1", "-respout",
                "\(name).der",
            ])
            let verified = try old.lucid(
                "verify", "--profile", "pathValidation", "--trust", "ca/cacert.pem", "--ocsp", "\(name).der",
                "\(name).pem")
            #expect(verified.exitCode == exitCode, "\(verified.output) \(verified.errors)")
        }
    }

    @Test func `certificates alone can be imported, and others are refused`() throws {
        let old = try OpenSSLAuthority()
        try old.folder.write([], to: "empty.txt")
        let made = try old.lucid(
            "ca", "import", "--ca", "lucid", "--openssl", "ca", "--index", "empty.txt", "--no-passphrase")
        #expect(made.exitCode == 0, "\(made.errors)")
        let imported = try old.lucid("ca", "import", "--ca", "lucid", "valid.pem", "expired.pem", "--json")
        #expect(try JSON(imported.stdout)["added"]?.number == 2)
        #expect(try old.states() == ["valid.test": "valid", "expired.test": "expired"])
        let foreign = Checkout.fixtures.path + "/openssl/certs/chain-p256-leaf.pem"
        let refused = try old.lucid("ca", "import", "--ca", "lucid", "superseded.pem", foreign)
        #expect(refused.exitCode == 1)
        #expect(refused.errors.contains("nothing was imported"))
        #expect(try old.states().count == 2)
        #expect(try old.lucid("ca", "import", "--ca", "elsewhere", "valid.pem").exitCode == 2)
    }

    @Test(
        "A damaged folder is refused with its place, and nothing is made of it",
        arguments: [
            ("ca/index.txt", "V\tsoon\t\t01\tunknown\t/CN=a\n", "line 1, expiry date: “soon” is no time"),
            (
                "ca/index.txt", "V\t301231235959Z\t\t1000\tunknown\t/CN=a\n",
                "ends at another time than the index says (the index has it on line 1)"
            ),
            ("ca/crlnumber", "many\n", "is no CRL number"), ("ca/cacert.pem", "nothing\n", "has no usable certificate"),
            ("ca/private/cakey.pem", "nothing\n", "ca/private/cakey.pem: "),
        ])
    func damage(file: String, text: String, message: String) throws {
        let old = try OpenSSLAuthority()
        try old.folder.write(Array(text.utf8), to: file)
        let result = try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "ca", "--no-passphrase")
        #expect(result.exitCode == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: old.folder.path("lucid")))
    }

    @Test func `an intermediate joins its root, whose key moves to where it can be carried away`() throws {
        let old = try OpenSSLAuthority()
        for name in ["sub", "sub/private"] {
            try FileManager.default.createDirectory(atPath: old.folder.path(name), withIntermediateDirectories: false)
        }
        try old.run([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            "sub/private/cakey.pem",
            "-out", "sub.csr", "-subj", "/CN=Zwischen",
        ])
        try old.folder.write(
            Array(
                "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
                    .utf8), to: "sub.ext")
        try old.run([
            "ca", "-config", "ca/openssl.cnf", "-batch", "-notext", "-in", "sub.csr", "-out", "sub/cacert.pem",
            "-extfile",
            "sub.ext", "-days", "500",
        ])
        try old.folder.write([], to: "sub/index.txt")
        let alone = try old.lucid("ca", "import", "--ca", "lucid", "--openssl", "sub", "--no-passphrase")
        #expect(alone.exitCode == 2)
        #expect(alone.errors.contains("import the folder of its root"))
        for folder in ["ca", "sub"] {
            let imported = try old.lucid("ca", "import", "--ca", "lucid", "--openssl", folder, "--no-passphrase")
            #expect(imported.exitCode == 0, "\(imported.errors)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: old.folder.path("lucid/keys")) == ["issuing-key.pem"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: old.folder.path("lucid/offline")) == ["root-key.pem"])
        let issued = try old.lucid("ca", "issue", "--ca", "lucid", "--days", "20", "leaf.test")
        #expect(issued.exitCode == 0, "\(issued.errors)")
        let verified = try old.lucid(
            "verify", "--trust", "lucid/root.pem", "--host", "leaf.test", "leaf.test-fullchain.pem")
        #expect(verified.exitCode == 0, "\(verified.output)")
        let chain = try old.lucid("ca", "export", "--ca", "lucid", "leaf.test", "--chain")
        #expect(chain.output.components(separatedBy: "BEGIN CERTIFICATE").count - 1 == 3)
        let fullChain = try old.lucid("ca", "export", "--ca", "lucid", "leaf.test", "--fullchain")
        #expect(Array(fullChain.output.utf8) == (try old.folder.read("leaf.test-fullchain.pem")))
    }
}
