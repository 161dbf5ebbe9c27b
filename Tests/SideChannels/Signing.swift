import LucidCrypto
import LucidNumber
import LucidSignature

// Private keys are made of secret numbers and sign; the public key verifies what came out.

let signing: [Operation] = [
    Operation(name: "rsa-pkcs1") { try signPKCS1(try rsaKey()) },
    Operation(name: "rsa-pss") { try signPSS(try rsaKey()) },
    Operation(name: "ecdsa-p256") { try signECDSA(.p256) },
    Operation(name: "ecdsa-p384") { try signECDSA(.p384) },
    Operation(name: "ecdsa-p521") { try signECDSA(.p521) },
    Operation(name: "ed25519") { try signEd25519() },
]

let message = [UInt8]("The quick brown fox jumps over the lazy dog.".utf8)
private let digest = HashAlgorithm.sha256.hash(message)

/// A key of a fixture, made anew of numbers that are secret to memcheck.
private func rsaKey() throws -> RSAPrivateKey {
    var block = try keyFile("rsa-2048.pem")
    let key = try SigningKey(pem: &block)
    guard case .rsa(let publicKey) = key.publicKey else { throw Failure(expected: "an RSA key") }
    var numbers = RSAPrivateKey.Numbers(
        modulus: publicKey.modulus.value, publicExponent: publicKey.exponent, privateExponent: zero, prime1: zero,
        prime2: zero, exponent1: zero, exponent2: zero, coefficient: zero)
    key.revealSecrets { name, number in
        switch name {
        case "privateExponent": numbers.privateExponent = secretNumber(number)
        case "prime1": numbers.prime1 = secretNumber(number)
        case "prime2": numbers.prime2 = secretNumber(number)
        case "exponent1": numbers.exponent1 = secretNumber(number)
        case "exponent2": numbers.exponent2 = secretNumber(number)
        default: numbers.coefficient = secretNumber(number)
        }
    }
    return try RSAPrivateKey(numbers)
}

private var zero: SecretNatural { SecretNatural(limbCount: 1) }

private func signECDSA(_ curve: NamedCurve) throws {
    let scalar = secretCopy(ECPrivateKey.generate(curve).scalarBytes())
    guard let key = scalar.withSpan({ ECPrivateKey(curve: curve, scalar: $0) }) else {
        throw Failure(expected: "a key")
    }
    let hash = curve.usualHash
    let digest = hash.hash(message)
    // The public key was computed from the scalar and published before.
    let earlierCount = publishedSecretOctetCount
    let signature = key.sign(digest: digest.span, hash: hash)
    try expectPublishedSecrets(since: earlierCount)
    let publicKey = key.publicKey
    try expect(publicKey.isValidSignature(signature, digest: digest.span), "the signature verifies")
}

private func signPKCS1(_ key: borrowing RSAPrivateKey) throws {
    let signature = published(try key.signPKCS1(digest: digest.span, hash: .sha256, random: .secret()))
    let publicKey = key.publicKey
    try expect(
        publicKey.isValidPKCS1Signature(signature.span, digest: digest.span, hash: .sha256), "the signature verifies")
}

private func signPSS(_ key: borrowing RSAPrivateKey) throws {
    let parameters = RSAPSSParameters(.sha256)
    // The salt is drawn first; whoever verifies the signature learns it.
    let random = RandomSource.secret(publicDraws: 1)
    let signature = published(try key.signPSS(digest: digest.span, parameters: parameters, random: random))
    let publicKey = key.publicKey
    try expect(
        publicKey.isValidPSSSignature(signature.span, digest: digest.span, parameters: parameters),
        "the signature verifies")
}

private func signEd25519() throws {
    let seed = secret(octets(32))
    guard let key = seed.withSpan({ Ed25519PrivateKey(seed: $0) }) else { throw Failure(expected: "a key") }
    let earlierCount = publishedSecretOctetCount
    let signature = published(key.sign(message.span))
    try expectPublishedSecrets(since: earlierCount)
    let publicKey = key.publicKey
    try expect(publicKey.isValidSignature(signature.span, for: message.span), "the signature verifies")
}
