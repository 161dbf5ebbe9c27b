import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("RSA signatures with PKCS #1 v1.5 padding")
struct RSAWycheproofTests {
    struct Group: Decodable {
        struct Key: Decodable { let modulus: String, publicExponent: String }
        struct Vector: Decodable { let tcId: Int, msg: String, sig: String, result: String }
        let publicKey: Key
        let tests: [Vector]
    }

    @Test(
        "agree with the Wycheproof vectors, whatever the hash",
        .enabled(if: Checkout.conformance != nil, Comment(rawValue: needsWycheproof)),
        arguments: [
            ("2048_sha224", HashAlgorithm.sha224), ("2048_sha256", .sha256), ("2048_sha384", .sha384),
            ("2048_sha512", .sha512), ("2048_sha512_224", .sha512_224), ("2048_sha512_256", .sha512_256),
            ("3072_sha256", .sha256), ("3072_sha512", .sha512), ("4096_sha256", .sha256), ("4096_sha384", .sha384),
            ("8192_sha256", .sha256),
        ])
    func wycheproof(file: String, hash: HashAlgorithm) throws {
        var count = 0
        for group in try Wycheproof<Group>.groups("rsa_signature_\(file)_test") {
            let key = try RSAPublicKey(
                modulus: Natural(bigEndian: hex(group.publicKey.modulus)),
                exponent: Natural(bigEndian: hex(group.publicKey.publicExponent)))
            for test in group.tests {
                let (digest, signature) = (hash.hash(hex(test.msg)), hex(test.sig))
                let valid = key.isValidPKCS1Signature(signature.span, digest: digest.span, hash: hash)
                // What Wycheproof calls acceptable, a DigestInfo without NULL, is refused (RFC 8017 appendix B.1).
                #expect(valid == (test.result == "valid"), "test \(test.tcId)")
                count += 1
            }
        }
        #expect(count >= 250)
    }
}
