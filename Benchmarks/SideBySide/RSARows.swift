import Benchmark
import LucidCrypto
import LucidX509
import NettlePeer
import OpenSSLPeer

/// One RSA key in everybody's form.
private struct RSAKeys {
    let lucid: KeyBox<RSAPrivateKey>
    let openSSL: OpenSSLKey
    let nettle: OpaquePointer
    /// PKCS#1, which swift-crypto reads.
    let pkcs1: [UInt8]
    let digest = SHA256.hash(Fixtures.message)

    init(bits: Int) throws {
        openSSL = try OpenSSLKey(pem: Fixtures.key("rsa-\(bits)"), hash: "SHA256")
        pkcs1 = openSSL.secret
        guard let nettle = nettle_rsa_read(pkcs1, pkcs1.count) else {
            throw WrongResult(description: "Nettle can not read the key")
        }
        self.nettle = nettle
        let parts = try RSAPrivateKeyStructure(der: DERBytes(pkcs1), "RSAPrivateKey")
        func secret(_ bytes: DERBytes) -> SecretNatural { bytes.withSpan { SecretNatural(bigEndian: $0) } }
        lucid = KeyBox(
            try RSAPrivateKey(
                RSAPrivateKey.Numbers(
                    modulus: Natural(bigEndian: parts.modulus),
                    publicExponent: Natural(bigEndian: parts.publicExponent),
                    privateExponent: secret(parts.privateExponent), prime1: secret(parts.prime1),
                    prime2: secret(parts.prime2), exponent1: secret(parts.exponent1),
                    exponent2: secret(parts.exponent2), coefficient: secret(parts.coefficient))))
    }
}

/// PKCS#1 v1.5 with SHA-256 over a digest. All verify the signature that Lucid made.
func rsaRows() {
    for bits in [2048, 3072, 4096] {
        row("rsa-\(bits)-verify") {
            let keys = try RSAKeys(bits: bits)
            let (publicKey, digest, nettle) = (keys.lucid.key.publicKey, keys.digest, keys.nettle)
            let signature = try keys.lucid.key.signPKCS1(digest: digest.span, hash: .sha256)
            nettle_rsa_set_signature(nettle, signature, signature.count)
            return [
                Contender("Lucid") {
                    try check(
                        publicKey.isValidPKCS1Signature(signature.span, digest: digest.span, hash: .sha256),
                        "Lucid does not verify")
                },
                keys.openSSL.verifier(signature, digest: digest),
                Contender("Nettle") { try check(nettle_rsa_verify(nettle, digest) == 1, "Nettle does not verify") },
                try SwiftCryptoPeer.rsaVerifier(pkcs1: keys.pkcs1, signature: signature),
            ]
        }
        row("rsa-\(bits)-sign") {
            let keys = try RSAKeys(bits: bits)
            let (lucid, digest, nettle) = (keys.lucid, keys.digest, keys.nettle)
            return [
                Contender("Lucid") { blackHole(try lucid.key.signPKCS1(digest: digest.span, hash: .sha256)) },
                keys.openSSL.signer(digest: digest),
                Contender("Nettle") { try check(nettle_rsa_sign(nettle, digest) == 1, "Nettle does not sign") },
                try SwiftCryptoPeer.rsaSigner(pkcs1: keys.pkcs1),
            ]
        }
    }
    row("rsa-4096-generate", turns: .single) {
        [
            Contender("Lucid") {
                guard let key = RSAPrivateKey.generate(bitCount: 4096) else {
                    throw WrongResult(description: "Lucid makes no key")
                }
                blackHole(key.publicKey)
            },
            Contender("OpenSSL") { try check(openssl_rsa_generate(4096) == 1, "OpenSSL makes no key") },
            Contender("Nettle") { try check(nettle_rsa_generate(4096) == 1, "Nettle makes no key") },
            SwiftCryptoPeer.rsaGenerator(),
        ]
    }
}
