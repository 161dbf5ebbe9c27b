import LucidTestSupport
import Testing

@Suite("Keys that one side makes the other reads", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceKeyMakingTests {
    @Test(
        "New keys are of the form that openssl gives them, and both sides read them alike",
        arguments: [
            "genrsa", "genrsa 2048", "genrsa -traditional", "genrsa -f4 -verbose 2048", "genrsa -F4 -primes 2",
            "genrsa -aes256 -passout pass:secret", "genrsa -des3 -passout pass:secret",
            "genrsa -aes128 -traditional -passout pass:secret", "genrsa -des3 -traditional -passout pass:secret",
            "genpkey -algorithm RSA -quiet", "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -quiet",
            "genpkey -algorithm rsa -pkeyopt rsa_keygen_pubexp:65537 -pkeyopt rsa_keygen_primes:2 -quiet",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp384r1 -aes192 -pass pass:secret",
            "genpkey -algorithm EC -pkeyopt group:P-521", "genpkey -algorithm ED25519",
            "genpkey -algorithm ed25519 -aes-128-cbc -pass pass:secret", "genpkey -paramfile parameters.pem",
            "ecparam -name prime256v1 -genkey", "ecparam -name secp384r1 -genkey -noout",
            "ecparam -genkey -in parameters.pem", "rsa -in rsa.pem -aes256 -passout pass:secret",
            "rsa -in rsa.pem -traditional -aes192 -passout pass:secret", "ec -in p256.pem -des3 -passout pass:secret",
            "pkey -in ed25519.pem -des3 -passout pass:secret", "pkey -in p384.pem -aes256 -passout pass:secret",
            "pkey -in p256.pem -traditional -aes256 -passout pass:secret",
            "pkcs8 -topk8 -in rsa.pem -passout pass:secret", "pkcs8 -topk8 -in p521.pem -noiter -passout pass:secret",
            "pkcs8 -topk8 -in ed25519.pem -v2 des3 -v2prf hmacWithSHA1 -iter 5 -passout pass:secret",
        ])
    func bothRead(line: String) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let result = try both.run(writing(line))
        #expect(result.openssl.exitCode == 0, "\(result.openssl.errors)")
        #expect(result.lucid.exitCode == 0 && result.lucid.stdout.isEmpty, "\(result.lucid.errors)")
        #expect(try both.lucid.mode("made.pem") == 0o600)
        #expect(try shape(both.lucid) == shape(both.openssl))
        try both.hand("made.pem", from: both.lucid, to: both.openssl)
        let read = try both.run("pkey -in made.pem -passin pass:secret")
        #expect(read.openssl.exitCode == 0 && read.lucid.exitCode == 0, "\(read.openssl.errors)\(read.lucid.errors)")
        #expect(read.lucid.output == read.openssl.output)
        let isOfEdwardsCurve = line.lowercased().contains("ed25519")
        if !isOfEdwardsCurve {
            #expect(try both.runOpenSSL("pkey -in made.pem -passin pass:secret -check -noout").exitCode == 0)
        }
    }

    /// The command line with `-out` behind the command's name, since operands come last.
    private func writing(_ line: String) -> String {
        let name = line.prefix { $0 != " " }
        return "\(name) -out made.pem\(line.dropFirst(name.count))"
    }

    /// The lines of a PEM file that are no Base64, with the vector masked, and how its first structure is built.
    private func shape(_ folder: TemporaryFolder) throws -> [String] {
        let text = String(decoding: try folder.read("made.pem"), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { $0.contains("-") || $0.contains(":") }
            .map { String($0.prefix { $0 != "," }) }
        let openssl = try #require(Programs.openssl)
        let listing = try Programs.run(openssl, ["asn1parse", "-in", "made.pem"], folder: folder.url)
        // Of an encrypted structure: the kinds of the elements, and the identifiers and small numbers of the parameters.
        let isSealed = text.contains("BEGIN ENCRYPTED")
        let elements = listing.output.split(separator: "\n").map { line -> String in
            let fields = line.split(separator: ":", maxSplits: 3).map(String.init)
            let kind = String(
                line.split(separator: ":").dropFirst().joined(separator: ":").drop { $0 != "p" && $0 != "c" })
            let isSecret = kind.contains("OCTET STRING") || !isSealed && kind.contains("INTEGER")
            return isSecret ? String(kind.prefix(18)) : kind.isEmpty ? fields.joined() : kind
        }
        return lines + (text.contains("DEK-Info") ? [] : elements)
    }

    @Test(
        "DER keys are of openssl's form",
        arguments: [
            "genpkey -algorithm RSA -quiet -outform DER", "genpkey -algorithm ed25519 -outform DER",
            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -outform DER",
            "ecparam -name prime256v1 -genkey -outform DER",
        ])
    func derKeys(line: String) throws {
        let both = try BothFaces(files: FaceKeys.files)
        let result = try both.run("\(line) -out made.der")
        #expect(result.lucid.exitCode == 0 && result.openssl.exitCode == 0, "\(result.lucid.errors)")
        // RSA keys differ by an octet now and then; the version and what follows it tell the form.
        let made = both.file("made.der")
        #expect(made.lucid?.dropFirst(4).prefix(5).count == 5)
        let outlines = try [both.openssl, both.lucid].map { folder in
            let openssl = try #require(Programs.openssl)
            let listing = try Programs.run(
                openssl, ["asn1parse", "-inform", "DER", "-in", "made.der"], folder: folder.url)
            return listing.output.split(separator: "\n").map { $0.drop { $0 != "p" && $0 != "c" }.prefix(17) }
        }
        #expect(outlines[0] == outlines[1])
        try both.hand("made.der", from: both.lucid, to: both.openssl)
        let read = try both.run("pkey -in made.der -inform DER")
        #expect(read.openssl.exitCode == 0 && read.lucid.output == read.openssl.output)
    }

    @Test("Progress is shown where openssl shows it")
    func progress() throws {
        let both = try BothFaces(files: [:])
        for line in ["genrsa 2048", "genrsa -verbose 2048", "genpkey -algorithm RSA", "genpkey -algorithm RSA -quiet"] {
            let result = try both.run(writing(line))
            #expect(result.lucid.errors.isEmpty == result.openssl.errors.isEmpty, "\(line)")
            #expect(result.lucid.errors.contains("+\n") == result.openssl.errors.contains("+\n"))
        }
        let verbose = try both.runLucid("genrsa -verbose")
        #expect(verbose.errors.hasPrefix("Generating RSA key with 2048 bits\n"))
        #expect(verbose.errors.hasSuffix("\ne is 65537 (0x010001)\n"))
    }

    @Test("version has a line for each of openssl's")
    func version() throws {
        let both = try BothFaces(files: [:])
        for flag in ["", " -v", " -a", " -b", " -c", " -d", " -e", " -f", " -m", " -o", " -p", " -r", " -p -b"] {
            let result = try both.run("version\(flag)")
            let names = [result.openssl, result.lucid].map { result in
                result.output.split(separator: "\n").map { $0.split(separator: ":").first.map(String.init) ?? "" }
            }
            #expect(result.lucid.exitCode == 0)
            // The version itself is Lucid's own.
            let skipped = flag.isEmpty || flag == " -v" || flag == " -a" ? 1 : 0
            #expect(names[1].dropFirst(skipped) == names[0].dropFirst(skipped))
        }
    }
}
