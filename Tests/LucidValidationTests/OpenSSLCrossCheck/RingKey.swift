import LucidDER
import LucidModel
import LucidPEM
import LucidSignature
import LucidTestSupport
import Synchronization

/// A private key that many chains share. What it has signed once it does not sign again: the chains of one seed differ from
/// each other in one place only.
final class RingKey: Sendable {
    let key: SigningKey
    let info: SubjectPublicKeyInfo
    private let signatures = Mutex<[Signed: [UInt8]]>([:])

    private struct Signed: Hashable {
        let message: [UInt8]
        let scheme: Scheme
    }

    /// How a signature is made. SHA-1 is openssl's part: Lucid verifies such signatures and makes none.
    enum Scheme: Hashable, Sendable {
        case lucid(SignatureScheme)
        case sha1
    }

    init(_ key: consuming SigningKey) {
        info = key.publicKey.info
        self.key = key
    }

    /// Whether it is an RSA key.
    var isRSA: Bool { info.algorithm.algorithm == OID.rsaEncryption }

    /// A way to sign that the key has, for the most part the usual one.
    func scheme(_ generator: inout SeededGenerator) -> Scheme {
        guard generator.once(in: 4) else { return .lucid(key.usualScheme) }
        return .lucid(isRSA ? .rsaPKCS1(.sha512) : .ecdsa(.sha384))
    }

    /// The AlgorithmIdentifier that goes with a scheme.
    func identifier(of scheme: Scheme) throws -> AlgorithmIdentifier {
        switch scheme {
        case .lucid(let scheme): return try key.identifier(of: scheme)
        case .sha1:
            return isRSA
                ? AlgorithmIdentifier(OID.sha1WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
                : AlgorithmIdentifier(OID.ecdsaWithSHA1)
        }
    }

    /// Signs.
    func sign(_ message: [UInt8], by scheme: Scheme) throws -> [UInt8] {
        let signed = Signed(message: message, scheme: scheme)
        if let known = signatures.withLock({ $0[signed] }) { return known }
        let signature =
            switch scheme {
            case .lucid(let scheme): try key.sign(message.span, by: scheme)
            case .sha1: try signOverSHA1(message)
            }
        signatures.withLock { $0[signed] = signature }
        return signature
    }

    private func signOverSHA1(_ message: [UInt8]) throws -> [UInt8] {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        let folder = try TemporaryFolder()
        try folder.write(key.pkcs8PEM().withArray { Array($0) }, to: "key.pem")
        try folder.write(message, to: "message")
        let result = try Programs.run(
            openssl, ["dgst", "-sha1", "-sign", folder.path("key.pem"), folder.path("message")])
        guard result.exitCode == 0 else { throw ProgramProblem("openssl dgst: \(result.errors)") }
        return result.stdout
    }
}

/// The keys of all chains: made anew in every run, for nothing depends on them.
enum KeyRing {
    /// Keys on P-256, and RSA keys of 2048 bits from the fixtures, which take too long to make. Half of them are RSA keys,
    /// because their signatures are verified in no time even in a debug build.
    static let keys = Result {
        let rsa = try ["chain-rsa-root", "chain-rsa-intermediate", "chain-rsa-leaf", "rsa-2048"].map(fixture)
        return try (0..<4).map { _ in RingKey(try SigningKey.generate(.p256)) } + rsa
    }

    /// A key that no chain has, of the same kind as another: openssl passes over issuers whose key is of another kind than
    /// the signature.
    static func stranger(like key: RingKey) throws -> RingKey {
        try key.isRSA ? rsaStranger.get() : ellipticStranger.get()
    }

    private static let ellipticStranger = Result { RingKey(try SigningKey.generate(.p256)) }
    private static let rsaStranger = Result { try fixture("leaf-rsa-2048") }

    private static func fixture(_ name: String) throws -> RingKey {
        let file = try Checkout.fixture("openssl/keys/\(name).pem")
        let blocks = try PEMReader.blocks(in: file.span)
        guard var block = try blocks.first?.get() else { throw ProgramProblem("no key in \(name).pem") }
        return RingKey(try SigningKey(pem: &block))
    }

    /// As many different keys as are asked for, in random order.
    static func keys(_ count: Int, _ generator: inout SeededGenerator) throws -> [RingKey] {
        Array(try keys.get().shuffled(using: &generator).prefix(count))
    }
}
