public import LucidCrypto
public import LucidModel

/// A private key that signs certificates. It can not be copied by accident; its numbers are wiped when it goes.
public struct SigningKey: ~Copyable, Sendable {
    let algorithm: Algorithm

    enum Algorithm: ~Copyable, Sendable {
        case rsa(RSAPrivateKey)
        case ec(ECPrivateKey)
    }

    init(_ algorithm: consuming Algorithm) { self.algorithm = algorithm }

    /// Which kind of key to make.
    public enum Kind: Hashable, Sendable {
        case p256, p384, p521
        /// The modulus' length in bits: even, from 2048 to 8192.
        case rsa(bits: Int)
    }

    /// There is no key of the length that was asked for.
    public struct UnsupportedKind: Error, Hashable, Sendable {
        public let kind: Kind
    }

    /// Makes a new key.
    public static func generate(
        _ kind: Kind, progress: (RSAKeyGenerationStep) -> Void = { _ in }
    ) throws(UnsupportedKind) -> SigningKey {
        switch kind {
        case .p256: return SigningKey(.ec(ECPrivateKey.generate(.p256)))
        case .p384: return SigningKey(.ec(ECPrivateKey.generate(.p384)))
        case .p521: return SigningKey(.ec(ECPrivateKey.generate(.p521)))
        case .rsa(let bits):
            guard let key = RSAPrivateKey.generate(bitCount: bits, progress: progress) else {
                throw UnsupportedKind(kind: kind)
            }
            return SigningKey(.rsa(key))
        }
    }

    /// The public key that belongs to it.
    public var publicKey: PublicKey {
        switch algorithm {
        case .rsa(let key): .rsa(key.publicKey)
        case .ec(let key): .ec(key.publicKey)
        }
    }

    /// What a signature of this key says that it is: RSA with SHA-256, ECDSA with the hash that goes with the curve.
    public var signatureAlgorithm: AlgorithmIdentifier {
        switch algorithm {
        case .rsa: AlgorithmIdentifier(OID.sha256WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
        case .ec(let key):
            switch key.curve {
            case .p256: AlgorithmIdentifier(OID.ecdsaWithSHA256)
            case .p384: AlgorithmIdentifier(OID.ecdsaWithSHA384)
            case .p521: AlgorithmIdentifier(OID.ecdsaWithSHA512)
            }
        }
    }

    /// Why a message could not be signed.
    public enum Problem: Error, Hashable, Sendable {
        case rsa(RSAPrivateKey.SigningProblem)
    }

    /// Signs a message by the key's own scheme; the result is what a certificate's `signatureValue` holds.
    public func sign(_ message: Span<UInt8>) throws(Problem) -> [UInt8] {
        switch algorithm {
        case .rsa(let key):
            let hash = HashAlgorithm.sha256
            let digest = hash.hash(message)
            do throws(RSAPrivateKey.SigningProblem) {
                return try key.signPKCS1(digest: digest.span, hash: hash)
            } catch { throw .rsa(error) }
        case .ec(let key):
            let hash = key.curve.usualHash
            let digest = hash.hash(message)
            return key.sign(digest: digest.span, hash: hash).derEncoded
        }
    }
}
