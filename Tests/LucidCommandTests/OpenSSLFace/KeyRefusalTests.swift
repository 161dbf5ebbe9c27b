import LucidTestSupport
import Testing

@Suite("What openssl's key commands refuse, Lucid refuses", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceKeyRefusalTests {
    @Test(
        "Wrong inputs end with exit code 1, nothing on standard output and a clear line",
        arguments: [
            "rsa -in missing.pem", "rsa -in garbage", "rsa -in empty", "rsa -in truncated.pem", "rsa -in truncated.der",
            "rsa -in certificate.pem", "rsa -in p256.pem", "rsa -in rsa-public.pem", "rsa -pubin -in rsa.pem",
            "rsa -pubin -in certificate.pem", "rsa -pubin -in p256-public.pem", "rsa -inform DER -in rsa.pem",
            "rsa -inform PEM -in rsa.der", "rsa -inform FOO -in rsa.pem", "rsa -in rsa.pem -outform FOO",
            "rsa -in rsa-sealed.pem -passin pass:wrong", "rsa -in rsa-old-sealed.pem -passin pass:wrong",
            "rsa -in rsa-sealed.pem -passin foo:bar", "rsa -in rsa-sealed.pem -passin foo",
            "rsa -in rsa-sealed.pem -passin file:missing", "rsa -in rsa-sealed.pem -passin env:LUCID_NO_SUCH",
            "rsa -in rsa-sealed.pem -passin fd:99", "rsa -in rsa.pem -foo", "rsa -in rsa.pem extra",
            "rsa -pubin -in rsa-public.pem -check", "rsa -in", "rsa -noout=1", "rsa -in rsa.pem -out missing/key.pem",
            "rsa -in rsa.pem -idea",
            "ec -in missing.pem", "ec -in garbage", "ec -in p256.pem -conv_form foo", "ec -in p256.pem -param_enc foo",
            "ec -in ed25519.pem", "ec -in p256-sealed.pem -passin pass:wrong", "ec -in p256.pem -modulus",
            "ec -in p256.pem -outform P12",
            "pkey -in missing.pem", "pkey -in garbage", "pkey -pubin -in missing.pem", "pkey -pubin -in rsa.pem",
            "pkey -in ed25519.pem -traditional", "pkey -in ed25519.pem -ec_conv_form compressed",
            "pkey -in ed25519.pem -noout -aes128", "pkey -in ed25519.pem -outform DER -aes128",
            "pkey -in ed25519-sealed.pem -passin pass:wrong", "pkey -in ed25519.pem extra",
            "ecparam -name nonsense", "ecparam -name p-256", "ecparam -in rsa.pem", "ecparam -in missing.pem",
            "ecparam -name prime256v1 -conv_form foo", "ecparam -name prime256v1 -param_enc foo", "ecparam -foo",
            "genrsa 511", "genrsa many", "genrsa 2048 3", "genrsa -foo", "genrsa -sha256",
            "genrsa -out missing/key.pem", "genrsa -quiet",
            "genpkey", "genpkey -algorithm foo", "genpkey -algorithm EC",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:foo",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256r1", "genpkey -algorithm RSA -pkeyopt foo:1",
            "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:many", "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits",
            "genpkey -algorithm ed25519 -pkeyopt rsa_keygen_bits:2048", "genpkey -genparam -algorithm RSA",
            "genpkey -algorithm RSA -paramfile parameters.pem", "genpkey -paramfile missing.pem",
            "genpkey -paramfile rsa.pem", "version -foo", "version foo", "nonsense",
        ])
    func refused(line: String) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let result = try both.run(line)
        #expect(result.openssl.exitCode == 1, "\(result.openssl.errors)")
        #expect(result.lucid.exitCode == 1)
        #expect(result.lucid.stdout.isEmpty)
        #expect(sentences(result.lucid.errors).count == 1, "\(result.lucid.errors)")
    }

    /// The lines of a message, without talk and the pointer to the help.
    private func sentences(_ errors: String) -> [Substring] {
        errors.split(separator: "\n").filter { line in
            // openssl has two lines for a form that it does not know, and Lucid the same two.
            !line.hasSuffix("Use -help for summary.") && !line.hasPrefix("\t") && !line.contains(": Bad format ")
                && !["read EC key", "writing EC key", "writing RSA key"].contains(line)
        }
    }

    @Test(
        "What openssl has and Lucid has not gets one line that names it and what is nearest",
        arguments: [
            ("genrsa -3", "-F4"), ("genrsa -primes 3", "two primes"), ("genrsa 1024", "2048"),
            ("genrsa -engine x", "no engines"), ("genrsa -rand x", "the system's"),
            ("genrsa -camellia256 -passout pass:secret", "-aes256"),
            ("rsa -in rsa.pem -outform PVK", "-outform PEM"), ("rsa -in rsa.pem -inform P12", "lucid convert"),
            ("ec -in p256.pem -param_enc explicit", "named_curve"),
            ("ec -in p256.pem -outform DER -aes128 -passout pass:secret", "-outform"),
            ("ecparam -name secp256k1", "prime256v1"), ("ecparam -name brainpoolP256r1", "prime256v1"),
            ("genpkey -algorithm X25519", "ED25519"), ("genpkey -algorithm RSA -pkeyopt rsa_keygen_pubexp:3", "65537"),
            ("pkcs12 -export", "lucid convert --to p12"), ("dgst -sha256", "sha256sum"), ("s_server", "s_server"),
            ("sha256", "sha256sum"), ("md5", "lucid key match"), ("sha1", "sha1sum"), ("base64", "base64, which"),
            ("enc -d", "base64, which"), ("rand 8", "/dev/urandom"), ("pkeyutl -sign", "lucid openssl req"),
            ("rehash .", "-CAfile"), ("x509 -rand k", "the same command without it"),
            ("x509 -engine e", "the same command without it"), ("x509 -propquery p", "the same command without it"),
            ("rsa -in rsa.pem -outform MSBLOB", "-outform PEM"),
            ("x509 -in certificate.pem -key p256.pem -keyform ENGINE", "a key in a file"),
            ("s_client -brief", "lucid fetch"), ("s_client -tls1_3", "lucid fetch"),
        ])
    func missing(line: String, nearest: String) throws {
        let result = try BothFaces(files: FaceKeys.files).runLucid(line)
        #expect(result.exitCode == 1)
        #expect(result.stdout.isEmpty)
        #expect(sentences(result.errors).count == 1 && result.errors.contains(nearest), "\(result.errors)")
    }

    @Test(
        "no-NAME tells whether there is a command", arguments: ["no-rsa", "no-x509", "no-help", "no-such", "no-no-rsa"])
    func absence(line: String) throws {
        let result = try BothFaces(files: [:]).run(line)
        #expect(result.lucid.output == result.openssl.output)
        #expect(result.lucid.exitCode == result.openssl.exitCode)
    }

    @Test("-h lists the commands", arguments: ["-h", "-help", "help"])
    func list(line: String) throws {
        let result = try BothFaces(files: [:]).run(line)
        #expect(result.lucid.exitCode == 0 && result.openssl.exitCode == 0)
        #expect(result.lucid.errors.contains("  x509 "))
    }

    @Test("A key that can not be written leaves no file")
    func nothingHalf() throws {
        let both = try BothFaces(files: FaceKeys.files)
        #expect(try both.runLucid("pkey -in ed25519.pem -traditional -out made.pem").exitCode == 1)
        #expect(both.file("made.pem").lucid == nil)
    }
}
