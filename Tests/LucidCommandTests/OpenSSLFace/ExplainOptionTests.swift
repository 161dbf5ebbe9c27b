import LucidTestSupport
import Testing

/// `-explain`, which is Lucid's own, where there is no table to print.
@Suite(.enabled(if: Programs.openssl != nil, "openssl is missing"))
struct ExplainOptionTests {
    private let faces: BothFaces

    init() throws {
        var files = FaceKeys.files
        files["list.pem"] = try Checkout.fixture("openssl/crls/v1.pem")
        files["leaf.pem"] = try Checkout.fixture("openssl/certs/chain-p256-leaf.pem")
        files["empty.cnf"] = Array("[req]\ndistinguished_name=d\n[d]\n".utf8)
        faces = try BothFaces(files: files)
        _ = try faces.runLucid("req -new -key p256.pem -subj /CN=a -out r.pem")
        try faces.hand("r.pem", from: faces.lucid, to: faces.openssl)
    }

    @Test(arguments: [
        "x509 -in leaf.pem -noout", "x509 -in leaf.pem -noout -subject", "x509 -in leaf.pem -out z",
        "req -in r.pem -noout", "req -in r.pem -out q", "rsa -in rsa.pem -noout -modulus",
        "pkey -in p256.pem -noout -text", "ec -in p256.pem -noout", "pkcs8 -in rsa.pem -topk8 -nocrypt",
        "crl -in list.pem -noout -issuer", "asn1parse -in leaf.pem", "ecparam -name prime256v1",
        "version -d",
    ])
    func `where nothing is made, one line names what explains and all else is as without it`(_ line: String) throws {
        let plain = try faces.runLucid(line)
        let (name, rest) = (line.prefix { $0 != " " }, line.drop { $0 != " " })
        let explained = try faces.runLucid("\(name) -explain\(rest)")
        #expect(explained.exitCode == 0)
        #expect(explained.stdout == plain.stdout)
        #expect(
            explained.errors == plain.errors
                + "\(name) -explain: nothing is made here; `lucid explain FILE` explains what is there byte by byte\n")
        if !line.hasPrefix("version") {
            #expect(explained.stdout == (try faces.runOpenSSL(line)).stdout)
        }
    }

    @Test(arguments: [
        ("genrsa -explain", ["RSA, 2048 bits (preset)", "PKCS#8 (preset), PEM (preset)", "none: the key is not"]),
        (
            "genrsa -explain -traditional -aes128 -passout pass:abcd -out k 2048",
            ["k, and who", "(the operand 2048)", "form (-traditional)", "aes128 (-aes128)"]
        ),
        ("genpkey -explain -algorithm ed25519 -outform DER", ["Ed25519 (-algorithm ed25519)", "DER (-outform DER)"]),
        (
            "genpkey -explain -algorithm EC -pkeyopt group:P-384",
            ["EC, secp384r1 (-algorithm EC -pkeyopt group:P-384)"]
        ),
        (
            "ecparam -explain -name prime256v1 -genkey -noout",
            ["EC, prime256v1 (-name prime256v1)", "as ecparam always writes keys"]
        ),
    ])
    func `of a new key it tells kind, form and cipher and who decided each`(line: String, parts: [String]) throws {
        let result = try faces.runLucid(line)
        #expect(result.exitCode == 0)
        for part in parts { #expect(result.errors.contains(part), "\(result.errors)") }
    }

    @Test(arguments: [
        ("x509 -in leaf.pem -x509toreq -key p256.pem", "a request of a certificate"),
        ("genpkey -genparam -algorithm EC -pkeyopt group:P-256", "parameters"),
    ])
    func `of what has no table it says that nothing is told`(line: String, result: String) throws {
        let errors = try faces.runLucid("\(line) -explain").errors
        #expect(errors.contains("-explain: who put what into \(result) is not told; `lucid explain FILE`"))
    }

    /// With a chain of two, for OpenSSL asks nothing of a certificate by itself.
    @Test(arguments: ["CA:TRUE", "CA:FALSE"])
    func `a server's certificate that may sign others is said to be refused where openssl refuses it`(
        constraint: String
    ) throws {
        for line in [
            "req -x509 -key p384.pem -subj /CN=Root -addext keyUsage=critical,keyCertSign -out root.pem",
            "req -x509 -key p256.pem -subj /CN=a -CA root.pem -CAkey p384.pem -out s.pem -addext subjectAltName=DNS:a "
                + "-addext extendedKeyUsage=serverAuth -addext keyUsage=critical,keyCertSign,digitalSignature "
                + "-addext basicConstraints=critical,\(constraint) -config empty.cnf "
                + "-addext subjectKeyIdentifier=hash -addext authorityKeyIdentifier=keyid",
        ] {
            let made = try faces.runOpenSSL(line)
            #expect(made.exitCode == 0, "\(made.errors)")
        }
        try faces.hand("root.pem", from: faces.openssl, to: faces.lucid)
        try faces.hand("s.pem", from: faces.openssl, to: faces.lucid)
        let verdict = try faces.runOpenSSL("verify -x509_strict -CAfile root.pem s.pem")
        let lucid = try faces.runLucid("verify -explain -CAfile root.pem s.pem")
        #expect(verdict.errors.contains("error 82 ") == (constraint == "CA:FALSE"), "\(verdict.errors)")
        #expect((lucid.output + lucid.errors).contains("openssl verify -x509_strict") == (verdict.exitCode != 0))
    }
}
