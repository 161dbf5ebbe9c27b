import LucidTestSupport
import Testing

@Suite("Keys are shown and converted as openssl does it", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceKeyConversionTests {
    @Test(
        "The same command line prints the same octets",
        arguments: [
            "rsa -in rsa.pem", "rsa -in rsa-old.pem", "rsa -in rsa.der", "rsa -in rsa.der -inform DER",
            "rsa -in rsa.pem -inform PEM", "rsa -in rsa.pem -traditional", "rsa -in rsa.pem -pubout",
            "rsa -in rsa.pem -check", "rsa -in rsa.pem -check -noout", "rsa -in rsa.pem -modulus -noout",
            "rsa -in rsa.pem -RSAPublicKey_out", "rsa -in rsa-sealed.pem -passin pass:secret",
            "rsa -in rsa-old-sealed.pem -passin pass:secret", "rsa -pubin -in rsa-public.pem",
            "rsa -pubin -in rsa-public.der -modulus", "rsa -pubin -in rsa-public.pem -RSAPublicKey_out",
            "rsa -RSAPublicKey_in -in rsa-public-old.pem", "rsa -in rsa.pem -noout",
            "ec -in p256.pem", "ec -in p384.pem", "ec -in p521.pem", "ec -in p256-compressed.pem",
            "ec -in p256-lone.pem", "ec -in p256.pem -pubout", "ec -in p256.pem -param_out", "ec -in p256.pem -check",
            "ec -in p256.pem -conv_form compressed", "ec -in p256.pem -conv_form hybrid",
            "ec -in p256.pem -conv_form compressed -pubout", "ec -in p256.pem -no_public",
            "ec -in p256.pem -param_enc named_curve", "ec -in p256-sealed.pem -passin pass:secret",
            "ec -pubin -in p256-public.pem", "ec -pubin -in p256-public-compressed.pem", "ec -in rsa.pem",
            "ec -in ed25519.pem -pubout", "ec -in p256.pem -noout",
            "pkey -in rsa.pem", "pkey -in rsa-old.pem", "pkey -in p256.pem", "pkey -in p384.pem", "pkey -in p521.pem",
            "pkey -in p256-compressed.pem", "pkey -in p256-compressed.pem -pubout", "pkey -in p256-lone.pem",
            "pkey -in ed25519.pem", "pkey -in ed25519.der", "pkey -in ed25519.pem -pubout", "pkey -in rsa.pem -check",
            "pkey -in p256.pem -pubcheck -noout", "pkey -pubin -in p256-public.pem -pubcheck",
            "pkey -in p256.pem -traditional", "pkey -in rsa.pem -traditional",
            "pkey -in p256.pem -ec_conv_form compressed", "pkey -in p256.pem -ec_conv_form hybrid -pubout",
            "pkey -in ed25519-sealed.pem -passin pass:secret", "pkey -pubin -in ed25519-public.pem",
            "pkey -pubin -in rsa-public-old.pem", "pkey -in rsa.pem -passout pass:unused",
            "pkey -in ed25519.pem -noout",
            "pkcs8 -topk8 -in rsa-old.pem -nocrypt", "pkcs8 -topk8 -in p256-lone.pem -nocrypt",
            "pkcs8 -topk8 -in ed25519-sealed.pem -passin pass:secret -nocrypt", "pkcs8 -in rsa.pem -nocrypt",
            "pkcs8 -in rsa-sealed.pem -passin pass:secret", "pkcs8 -in rsa.pem -nocrypt -traditional",
            "ecparam -name prime256v1", "ecparam -name P-384", "ecparam -name secp521r1", "ecparam -name secp256r1",
            "ecparam -name prime256v1 -check", "ecparam -name P-256 -text", "ecparam -name P-521 -text -noout",
            "ecparam -in parameters.pem", "ecparam -in parameters.der -inform DER",
            "ecparam -name prime256v1 -conv_form compressed -param_enc named_curve -no_seed",
            "genpkey -genparam -algorithm EC -pkeyopt ec_paramgen_curve:P-384",
            "genpkey -genparam -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -text",
        ])
    func sameOutput(line: String) throws {
        let result = try BothFaces(files: FaceKeys.files).run(line)
        #expect(result.openssl.exitCode == 0, "\(result.openssl.errors)")
        #expect(result.lucid.exitCode == 0, "\(result.lucid.errors)")
        #expect(result.lucid.output == result.openssl.output)
        #expect(result.lucid.errors == result.openssl.errors)
    }

    @Test(
        "The numbers of keys are printed as openssl prints them",
        arguments: [
            "rsa -in rsa.pem -text", "rsa -in rsa.pem -text -noout -modulus",
            "rsa -pubin -in rsa-public.pem -text -noout",
            "ec -in p256.pem -text", "ec -in p384.pem -text -noout", "ec -in p521.pem -text -noout",
            "ec -in p256.pem -conv_form compressed -text -noout", "ec -pubin -in p256-public-compressed.pem -text",
            "ec -in p256-lone.pem -text -noout",
            "pkey -in rsa.pem -text", "pkey -in ed25519.pem -text", "pkey -in ed25519.pem -text_pub",
            "pkey -in p256.pem -text_pub -noout", "pkey -in p256.pem -pubout -text", "pkey -in rsa.pem -text -text_pub",
            "pkey -pubin -in ed25519-public.pem -text", "pkey -in p256-lone.pem -text -noout",
        ])
    func sameText(line: String) throws {
        let result = try BothFaces(files: FaceKeys.files).run(line)
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        #expect(result.lucid.output == result.openssl.output)
    }

    @Test(
        "The same command line writes the same file",
        arguments: [
            ("rsa -in rsa.pem -outform DER", 0o600), ("rsa -in rsa.pem -outform DER -traditional", 0o600),
            ("rsa -in rsa.pem", 0o600), ("rsa -in rsa.pem -pubout -outform DER", nil),
            ("rsa -in rsa.pem -RSAPublicKey_out -outform DER", nil), ("ec -in p256.pem -outform DER", 0o600),
            ("ec -in p256.pem -param_out -outform DER", nil), ("ec -in p256.pem -pubout -outform DER", nil),
            ("pkey -in rsa.pem -outform DER", 0o600), ("pkey -in p256.pem -outform DER", 0o600),
            ("pkey -in ed25519.pem -outform DER", 0o600), ("pkey -in p256.pem -pubout -outform DER", nil),
            ("pkey -in p256.pem -traditional -outform DER", 0o600), ("ecparam -name P-256 -outform DER", nil),
            ("rsa -in rsa.pem -noout -modulus", nil), ("pkcs8 -topk8 -in rsa.pem -nocrypt -outform DER", 0o600),
            ("pkcs8 -in p521.pem -nocrypt -outform DER", 0o600),
        ] as [(String, Int?)])
    func sameFile(line: String, mode: Int?) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let result = try both.run("\(line) -out made")
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        #expect(result.lucid.stdout.isEmpty)
        let made = both.file("made")
        #expect(made.lucid != nil && made.lucid == made.openssl)
        if let mode { #expect(try both.lucid.mode("made") == mode) }
    }

    @Test(
        "Without -in a key comes from standard input",
        arguments: [
            ("rsa", "rsa.pem"), ("ec", "p256.pem"), ("pkey", "ed25519.pem"), ("pkey -pubin", "rsa-public.pem"),
            ("ecparam", "parameters.pem"), ("rsa -passin pass:secret", "rsa-sealed.pem"), ("pkey", "garbage"),
        ])
    func standardInput(line: String, file: String) throws {
        let result = try BothFaces(files: FaceKeys.files).run(line, stdin: file)
        #expect(result.lucid.exitCode == result.openssl.exitCode, "\(result.lucid.errors)")
        #expect(result.lucid.output == result.openssl.output)
    }

    @Test("A device is written through, and a link stays a link")
    func devicesAndLinks() throws {
        let both = try BothFaces(files: FaceKeys.files)
        #expect(try both.runLucid("pkey -in ed25519.pem -out /dev/null").exitCode == 0)
        #expect(try Programs.run("/bin/sh", ["-c", "test -c /dev/null"]).exitCode == 0)
        let through = try both.runLucid("pkey -in ed25519.pem -out /dev/stdout")
        #expect(through.stdout == FaceKeys.files["ed25519.pem"])
        let link = ["-c", "ln -s target.pem link.pem"]
        #expect(try Programs.run("/bin/sh", link, folder: both.lucid.url).exitCode == 0)
        #expect(try both.runLucid("pkey -in ed25519.pem -out link.pem").exitCode == 0)
        #expect(try both.lucid.read("target.pem") == FaceKeys.files["ed25519.pem"])
    }
}
