public import LucidCrypto
package import LucidNumber

extension SigningKey {
    /// A new key as `generate` makes it, from a source of random numbers, and how it was found.
    ///
    /// - Parameters:
    ///   - random: the system's, or a teaching seed's.
    ///   - search: becomes how the primes of an RSA key were found.
    package static func generate(
        _ kind: Kind, random: RandomSource, progress: (RSAKeyGenerationStep) -> Void = { _ in },
        search: inout WorkedRSAKeySearch
    ) throws(UnsupportedKind) -> SigningKey {
        switch kind {
        case .p256: return SigningKey(.ec(ECPrivateKey.generate(.p256, random: random)))
        case .p384: return SigningKey(.ec(ECPrivateKey.generate(.p384, random: random)))
        case .p521: return SigningKey(.ec(ECPrivateKey.generate(.p521, random: random)))
        case .ed25519: return SigningKey(.ed25519(Ed25519PrivateKey.generate(random: random)))
        case .rsa(let bits):
            guard
                let key = RSAPrivateKey.generate(bitCount: bits, random: random, progress: progress, search: &search)
            else { throw UnsupportedKind(kind: kind) }
            return SigningKey(.rsa(RSASigningKey(key: key, use: .any)))
        }
    }

    /// The key's numbers, and how they follow from each other. The secret ones are marked.
    public var workedNumbers: [WorkedStep] {
        switch algorithm {
        case .rsa(let rsa): rsa.key.workedNumbers
        case .ec(let key): key.workedNumbers
        case .ed25519(let key): key.workedNumbers
        }
    }
}
