import Foundation
import LucidX509
import OpenSSLPeer

/// Files and keys that everybody works with. Each contender gets the same key in its own form.
enum Fixtures {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file of the repository.
    static func file(_ path: String) throws -> [UInt8] { try FileReader.read(repository.appending(path: path).path) }

    /// The path of a file of the repository.
    static func path(_ path: String) -> String { repository.appending(path: path).path }

    /// A private key of the tests, as PEM.
    static func key(_ name: String) throws -> [UInt8] { try file("Fixtures/openssl/keys/\(name).pem") }

    /// The only block of a PEM file.
    static func pemBlock(_ bytes: [UInt8]) throws -> PEMBlock {
        guard let block = try PEMReader.blocks(in: bytes.span).first?.get() else {
            throw WrongResult(description: "no PEM block")
        }
        return block
    }

    static let message = Array("Lucid beside its peers".utf8)
}

/// A private key in OpenSSL's hands, which also hands out its parts for the others.
final class OpenSSLKey {
    let key: OpaquePointer

    /// `hash` is nil for Ed25519.
    init(pem: [UInt8], hash: String?) throws {
        guard let key = openssl_key_read(pem, pem.count, hash) else {
            throw WrongResult(description: "OpenSSL can not read the key")
        }
        self.key = key
    }

    /// PKCS#1 for RSA, the secret number for curves.
    var secret: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 8192) { out, count in
            count = openssl_key_secret(key, out.baseAddress, out.count)
        }
    }

    func signature(of digest: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 2048) { out, count in
            count = openssl_sign(key, digest, digest.count, out.baseAddress, out.count)
        }
    }

    func verifier(_ signature: [UInt8], digest: [UInt8]) -> Contender {
        Contender("OpenSSL") { [key] in
            try check(
                openssl_verify(key, digest, digest.count, signature, signature.count) == 1, "OpenSSL does not verify")
        }
    }

    func signer(digest: [UInt8]) -> Contender {
        var out = [UInt8](repeating: 0, count: 2048)
        return Contender("OpenSSL") { [key] in
            try check(openssl_sign(key, digest, digest.count, &out, out.count) > 0, "OpenSSL does not sign")
        }
    }
}

/// Holds a private key that can not be copied, for closures to share.
final class KeyBox<Key: ~Copyable> {
    let key: Key
    init(_ key: consuming Key) { self.key = key }
}
