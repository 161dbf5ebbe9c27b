public import LucidCrypto
public import LucidModel

/// A private key that signs certificates. It can not be copied by accident; its numbers are wiped when it goes.
public struct SigningKey: ~Copyable, Sendable {
    let algorithm: Algorithm

    enum Algorithm: ~Copyable, Sendable {
        case rsa(RSASigningKey)
        case ec(ECPrivateKey)
        case ed25519(Ed25519PrivateKey)
    }

    /// An RSA key and what it may be used for.
    struct RSASigningKey: ~Copyable, Sendable {
        let key: RSAPrivateKey
        let use: RSAUse
    }

    /// Which signatures an RSA key makes: any, or RSASSA-PSS alone, perhaps with fixed parameters (RFC 4055 §3.1).
    enum RSAUse: Hashable, Sendable {
        case any
        case pssOnly(restriction: RSAPSSParameters?)
    }

    init(_ algorithm: consuming Algorithm) { self.algorithm = algorithm }

    /// Which kind of key to make.
    public enum Kind: Hashable, Sendable {
        case p256, p384, p521, ed25519
        /// The modulus' length in bits: even, from 2048 to 8192.
        case rsa(bits: Int)
    }

    /// There is no key of the length that was asked for.
    public struct UnsupportedKind: Error, Hashable, Sendable {
        public let kind: Kind
    }

    /// Makes a new key. `progress` is called while an RSA key is searched for, which can take seconds.
    public static func generate(
        _ kind: Kind, progress: (RSAKeyGenerationStep) -> Void = { _ in }
    ) throws(UnsupportedKind) -> SigningKey {
        switch kind {
        case .p256: return SigningKey(.ec(ECPrivateKey.generate(.p256)))
        case .p384: return SigningKey(.ec(ECPrivateKey.generate(.p384)))
        case .p521: return SigningKey(.ec(ECPrivateKey.generate(.p521)))
        case .ed25519: return SigningKey(.ed25519(Ed25519PrivateKey.generate()))
        case .rsa(let bits):
            guard let key = RSAPrivateKey.generate(bitCount: bits, progress: progress) else {
                throw UnsupportedKind(kind: kind)
            }
            return SigningKey(.rsa(RSASigningKey(key: key, use: .any)))
        }
    }

    /// The public key that belongs to it.
    public var publicKey: PublicKey {
        switch algorithm {
        case .rsa(let rsa):
            switch rsa.use {
            case .any: .rsa(rsa.key.publicKey)
            case .pssOnly(let restriction): .rsaPSS(rsa.key.publicKey, restriction: restriction)
            }
        case .ec(let key): .ec(key.publicKey)
        case .ed25519(let key): .ed25519(key.publicKey)
        }
    }

    /// How the key signs where nothing else is asked for: RSA PKCS#1 v1.5 with SHA-256, ECDSA with the hash that goes with the
    /// curve, and a PSS key by its own parameters.
    public var usualScheme: SignatureScheme {
        switch publicKey {
        case .rsa: .rsaPKCS1(.sha256)
        case .rsaPSS(_, let restriction): .rsaPSS(restriction ?? RSAPSSParameters(.sha256))
        case .ec(let key): .ecdsa(key.curve.usualHash)
        case .ed25519: .ed25519
        }
    }

    /// Why a message could not be signed.
    public enum Problem: Error, Hashable, Sendable {
        case rsa(RSAPrivateKey.SigningProblem)
        /// The scheme is for another kind of key, or for verifying old signatures only.
        case schemeDoesNotFit(SignatureScheme)
    }

    /// The AlgorithmIdentifier of a scheme that this key can sign by.
    public func identifier(of scheme: SignatureScheme) throws(Problem) -> AlgorithmIdentifier {
        let fits =
            switch (publicKey, scheme) {
            case (.rsa, .rsaPKCS1), (.rsa, .rsaPSS), (.ec, .ecdsa), (.ed25519, .ed25519): true
            case (.rsaPSS(_, let restriction), .rsaPSS(let parameters)): restriction == nil || restriction == parameters
            default: false
            }
        guard fits, scheme.isFitForSigning, let identifier = scheme.algorithmIdentifier else {
            throw .schemeDoesNotFit(scheme)
        }
        return identifier
    }

    /// Signs a message by a scheme; the result is what a certificate's `signatureValue` holds.
    public func sign(_ message: Span<UInt8>, by scheme: SignatureScheme) throws(Problem) -> [UInt8] {
        _ = try identifier(of: scheme)
        switch algorithm {
        case .rsa(let rsa): return try Self.sign(message, by: scheme, with: rsa.key)
        case .ec(let key):
            guard case .ecdsa(let hash) = scheme else { throw .schemeDoesNotFit(scheme) }
            let digest = hash.hash(message)
            return key.sign(digest: digest.span, hash: hash).derEncoded
        case .ed25519(let key): return key.sign(message)
        }
    }

    private static func sign(
        _ message: Span<UInt8>, by scheme: SignatureScheme, with key: borrowing RSAPrivateKey
    ) throws(Problem) -> [UInt8] {
        do throws(RSAPrivateKey.SigningProblem) {
            switch scheme {
            case .rsaPKCS1(let hash):
                let digest = hash.hash(message)
                return try key.signPKCS1(digest: digest.span, hash: hash)
            case .rsaPSS(let parameters):
                let digest = parameters.hash.hash(message)
                return try key.signPSS(digest: digest.span, parameters: parameters)
            case .ecdsa, .ed25519:
                return []  // `identifier(of:)` has refused it
            }
        } catch { throw .rsa(error) }
    }
}
