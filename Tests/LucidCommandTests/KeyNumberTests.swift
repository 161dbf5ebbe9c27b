import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// A private key of `Fixtures/openssl/keys`.
private let privateKeys = [
    "chain-p256-leaf", "chain-rsa-leaf", "leaf-p256", "leaf-p384", "leaf-p521", "leaf-rsa-2048", "leaf-rsa-3072",
    "leaf-rsa-4096",
    "p256", "p256-compressed", "p256-sec1", "p256-sec1-with-params", "p384", "p521", "rsa-2048", "rsa-2048-e3",
    "rsa-2048-pkcs1",
    "rsa-3072", "rsa-4096",
]

@Suite(
    "Lucid reads the numbers in keys that openssl reads",
    .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct KeyNumberTests {
    /// What `openssl pkey -text` says of a key, without the first line, which openssl words by the key's form.
    private func text(_ key: [UInt8], of name: String, _ arguments: [String] = []) throws -> String {
        // openssl writes a compressed point compressed unless told otherwise.
        let form = name.contains("rsa") ? [] : ["-ec_conv_form", "uncompressed"]
        let result = try Programs.run(
            try #require(Programs.openssl), ["pkey", "-text", "-noout"] + form + arguments, stdin: key)
        #expect(result.exitCode == 0, "\(result.errors)")
        return result.output
    }

    private func key(_ name: String) throws -> SigningKey {
        let file = try Checkout.fixture("openssl/keys/\(name).pem")
        let blocks = PEMReader.blocks(in: file.span)
        var block = try #require(try blocks.first { (try? $0.get().label.hasSuffix("PRIVATE KEY")) == true }?.get())
        return try SigningKey(pem: &block)
    }

    @Test("All numbers of a private key, by way of the PKCS#8 that Lucid writes", arguments: privateKeys)
    func privateNumbers(_ name: String) throws {
        let key = try key(name)
        let written = key.pkcs8PEM().withSpan { span in span.indices.map { span[$0] } }
        let original = try Checkout.fixture("openssl/keys/\(name).pem")
        #expect(try text(written, of: name) == text(original, of: name))
    }

    @Test("The public key's numbers", arguments: privateKeys)
    func publicNumbers(_ name: String) throws {
        let text = try text(try Checkout.fixture("openssl/keys/\(name).pem"), of: name, ["-text_pub"])
        /// The digits below a label.
        func number(_ label: String) -> String {
            let lines = text.split(separator: "\n")
            guard let start = lines.firstIndex(of: Substring(label)) else { return "" }
            return lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.joined().filter(\.isHexDigit)
        }
        switch try key(name).publicKey {
        case .rsa(let key), .rsaPSS(let key, _):
            #expect(number("Modulus:") == "00" + key.modulus.value.hexadecimal)
            #expect(text.contains("Exponent: \(key.exponent) "))
        case .ec(let key):
            #expect(number("pub:") == hex(key.sec1Bytes))
            let curves = ["secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"]
            #expect(text.contains("NIST CURVE: \(curves[key.curve.name] ?? key.curve.name)"))
        case .ed25519(let key): #expect(number("pub:") == hex(key.bytes))
        }
    }

    @Test(
        "New keys pass openssl's own check",
        arguments: [SigningKey.Kind.p256, .p384, .p521, .ed25519, .rsa(bits: 2048)])
    func newKey(_ kind: SigningKey.Kind) throws {
        let written = try SigningKey.generate(kind).pkcs8PEM().withSpan { span in span.indices.map { span[$0] } }
        let result = try Programs.run(try #require(Programs.openssl), ["pkey", "-check", "-noout"], stdin: written)
        #expect(result.exitCode == 0 && (result.output + result.errors).contains("Key is valid"), "\(result.errors)")
    }
}
