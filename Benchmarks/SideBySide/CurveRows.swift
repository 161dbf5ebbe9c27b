import Benchmark
import LucidCrypto
import LucidX509
import NettlePeer

/// ECDSA over a digest of the curve's own length, and Ed25519 over a message of 22 octets. All verify the signature
/// that Lucid made.
func curveRows() {
    for curve in [NamedCurve.p256, .p384, .p521] {
        let (bits, hash) = (curve.orderBitCount, curve.usualHash)
        row("p\(bits)-verify") {
            let keys = try CurveKeys(curve)
            let (publicKey, nettle) = (keys.lucid.key.publicKey, keys.nettle)
            let digest = hash.hash(Fixtures.message.span)
            let signature = keys.lucid.key.sign(digest: digest.span, hash: hash)
            let (r, s) = try (keys.octets(signature.r), keys.octets(signature.s))
            nettle_ec_set_signature(nettle, r, s, r.count)
            return [
                Contender("Lucid") {
                    try check(publicKey.isValidSignature(signature, digest: digest.span), "Lucid does not verify")
                },
                keys.openSSL.verifier(keys.encode(signature), digest: digest),
                Contender("Nettle") {
                    try check(nettle_ec_verify(nettle, digest, digest.count) == 1, "Nettle does not verify")
                },
                try SwiftCryptoPeer.ecdsaVerifier(bits: bits, scalar: keys.scalar, signature: r + s),
            ]
        }
        row("p\(bits)-sign") {
            let keys = try CurveKeys(curve)
            let (lucid, nettle) = (keys.lucid, keys.nettle)
            let digest = hash.hash(Fixtures.message.span)
            return [
                Contender("Lucid") { blackHole(lucid.key.sign(digest: digest.span, hash: hash)) },
                keys.openSSL.signer(digest: digest),
                Contender("Nettle") { nettle_ec_sign(nettle, digest, digest.count) },
                try SwiftCryptoPeer.ecdsaSigner(bits: bits, scalar: keys.scalar),
            ]
        }
    }
    ed25519Rows()
}

/// One elliptic curve key in everybody's form.
private struct CurveKeys {
    let lucid: KeyBox<ECPrivateKey>
    let openSSL: OpenSSLKey
    let nettle: OpaquePointer
    let scalar: [UInt8]

    init(_ curve: NamedCurve) throws {
        let bits = curve.orderBitCount
        let hash = [256: "SHA256", 384: "SHA384", 521: "SHA512"][bits]
        openSSL = try OpenSSLKey(pem: Fixtures.key("p\(bits)"), hash: hash)
        let scalar = openSSL.secret
        self.scalar = scalar
        guard let nettle = nettle_ec_read(UInt32(bits), scalar, scalar.count),
            let key = ECPrivateKey(curve: curve, scalar: scalar.span)
        else { throw WrongResult(description: "the key can not be read") }
        lucid = KeyBox(key)
        self.nettle = nettle
    }

    /// A number of the signature, as long as the curve's numbers.
    func octets(_ number: Natural) throws -> [UInt8] {
        guard let octets = number.bigEndianBytes(count: lucid.key.curve.coordinateByteCount) else {
            throw WrongResult(description: "the signature is too long")
        }
        return octets
    }

    /// The signature as OpenSSL wants it.
    func encode(_ signature: ECDSASignature) -> [UInt8] {
        DERWriter.encode {
            $0.sequence {
                $0.natural(signature.r.bigEndianBytes)
                $0.natural(signature.s.bigEndianBytes)
            }
        }
    }
}

private func ed25519Rows() {
    let message = Fixtures.message
    func keys() throws -> (KeyBox<Ed25519PrivateKey>, OpenSSLKey, seed: [UInt8], publicKey: [UInt8]) {
        let openSSL = try OpenSSLKey(pem: Fixtures.key("ed25519"), hash: nil)
        let seed = openSSL.secret
        guard let key = Ed25519PrivateKey(seed: seed.span) else {
            throw WrongResult(description: "the key can not be read")
        }
        let publicKey = key.publicKey.bytes
        return (KeyBox(key), openSSL, seed, publicKey)
    }
    row("ed25519-verify") {
        let (lucid, openSSL, seed, publicBytes) = try keys()
        let publicKey = lucid.key.publicKey
        let signature = lucid.key.sign(message.span)
        return [
            Contender("Lucid") {
                try check(publicKey.isValidSignature(signature.span, for: message.span), "Lucid does not verify")
            },
            openSSL.verifier(signature, digest: message),
            Contender("Nettle") {
                try check(
                    nettle_ed25519_verify(publicBytes, message, message.count, signature) == 1,
                    "Nettle does not verify")
            },
            try SwiftCryptoPeer.ed25519Verifier(seed: seed, signature: signature),
        ]
    }
    row("ed25519-sign") {
        let (lucid, openSSL, seed, publicBytes) = try keys()
        var out = [UInt8](repeating: 0, count: 64)
        return [
            Contender("Lucid") { blackHole(lucid.key.sign(message.span)) },
            openSSL.signer(digest: message),
            Contender("Nettle") { nettle_ed25519_sign(publicBytes, seed, message, message.count, &out) },
            try SwiftCryptoPeer.ed25519Signer(seed: seed),
        ]
    }
}
