import Benchmark
import Crypto
import Foundation
import _CryptoExtras

/// swift-crypto as a peer: BoringSSL behind Swift. Keys, digests and signatures are made before anything is timed.
enum SwiftCryptoPeer {
    private static let name = "swift-crypto"
    private static let message = Data(Fixtures.message)

    // MARK: RSA

    static func rsaVerifier(pkcs1: [UInt8], signature: [UInt8]) throws -> Contender {
        let key = try _RSA.Signing.PrivateKey(derRepresentation: pkcs1).publicKey
        let digest = SHA256.hash(data: message)
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        return Contender(name) {
            try check(
                key.isValidSignature(signature, for: digest, padding: .insecurePKCS1v1_5),
                "swift-crypto does not verify")
        }
    }

    static func rsaSigner(pkcs1: [UInt8]) throws -> Contender {
        let key = try _RSA.Signing.PrivateKey(derRepresentation: pkcs1)
        let digest = SHA256.hash(data: message)
        return Contender(name) { blackHole(try key.signature(for: digest, padding: .insecurePKCS1v1_5)) }
    }

    static func rsaGenerator() -> Contender {
        Contender(name) { blackHole(try _RSA.Signing.PrivateKey(keySize: .bits4096)) }
    }

    // MARK: Curves

    /// `signature` is r and s, one after the other.
    static func ecdsaVerifier(bits: Int, scalar: [UInt8], signature: [UInt8]) throws -> Contender {
        let failure = "swift-crypto does not verify"
        switch bits {
        case 256:
            let key = try P256.Signing.PrivateKey(rawRepresentation: scalar).publicKey
            let signature = try P256.Signing.ECDSASignature(rawRepresentation: signature)
            let digest = SHA256.hash(data: message)
            return Contender(name) { try check(key.isValidSignature(signature, for: digest), failure) }
        case 384:
            let key = try P384.Signing.PrivateKey(rawRepresentation: scalar).publicKey
            let signature = try P384.Signing.ECDSASignature(rawRepresentation: signature)
            let digest = SHA384.hash(data: message)
            return Contender(name) { try check(key.isValidSignature(signature, for: digest), failure) }
        default:
            let key = try P521.Signing.PrivateKey(rawRepresentation: scalar).publicKey
            let signature = try P521.Signing.ECDSASignature(rawRepresentation: signature)
            let digest = SHA512.hash(data: message)
            return Contender(name) { try check(key.isValidSignature(signature, for: digest), failure) }
        }
    }

    static func ecdsaSigner(bits: Int, scalar: [UInt8]) throws -> Contender {
        switch bits {
        case 256:
            let key = try P256.Signing.PrivateKey(rawRepresentation: scalar)
            let digest = SHA256.hash(data: message)
            return Contender(name) { blackHole(try key.signature(for: digest)) }
        case 384:
            let key = try P384.Signing.PrivateKey(rawRepresentation: scalar)
            let digest = SHA384.hash(data: message)
            return Contender(name) { blackHole(try key.signature(for: digest)) }
        default:
            let key = try P521.Signing.PrivateKey(rawRepresentation: scalar)
            let digest = SHA512.hash(data: message)
            return Contender(name) { blackHole(try key.signature(for: digest)) }
        }
    }

    static func ed25519Verifier(seed: [UInt8], signature: [UInt8]) throws -> Contender {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed).publicKey
        return Contender(name) {
            try check(key.isValidSignature(signature, for: message), "swift-crypto does not verify")
        }
    }

    static func ed25519Signer(seed: [UInt8]) throws -> Contender {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        return Contender(name) { blackHole(try key.signature(for: message)) }
    }

    // MARK: Hashes

    static func sha256(_ message: [UInt8]) -> Contender { Contender(name) { blackHole(SHA256.hash(data: message)) } }
    static func sha512(_ message: [UInt8]) -> Contender { Contender(name) { blackHole(SHA512.hash(data: message)) } }
}
