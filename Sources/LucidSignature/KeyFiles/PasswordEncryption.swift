public import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber

/// Encryption by a passphrase: PBES2 (RFC 8018 §6.2) with PBKDF2 and a block cipher in CBC mode.
public struct PasswordEncryption: Hashable, Sendable {
    /// The ciphers. Triple DES is read, because OpenSSL 3.0 still writes it, and written only where its commands are stood for.
    public enum Cipher: Hashable, Sendable, CaseIterable {
        case aes128, aes192, aes256, tripleDES
    }

    /// No file may ask for more iterations: ten million take some ten seconds.
    public static let iterationLimit = 10_000_000
    /// No file is written with fewer: OWASP's advice of 2023 for HMAC-SHA-256.
    public static let leastIterations = 600_000

    let cipher: Cipher
    let hash: HashAlgorithm
    let salt: [UInt8]
    let iterations: Int
    let initializationVector: [UInt8]

    /// For writing a new file: salt and initialization vector are random. Nil for Triple DES, for a hash that PBES2 has no name
    /// for, and for fewer than `leastIterations` or more than `iterationLimit` iterations.
    public init?(cipher: Cipher = .aes256, hash: HashAlgorithm = .sha256, iterations: Int = leastIterations) {
        guard iterations >= Self.leastIterations else { return nil }
        self.init(cipher: cipher, hash: hash, iterationsUnchecked: iterations)
    }

    /// The same without the lower bound, so that tests need not wait.
    package init?(cipher: Cipher, hash: HashAlgorithm, iterationsUnchecked iterations: Int) {
        guard cipher != .tripleDES, hash.hmacIdentifier != nil, (1...Self.iterationLimit).contains(iterations) else {
            return nil
        }
        self.init(
            cipher: cipher, hash: hash, iterations: iterations, salt: RandomSource.system.bytes(count: 16),
            initializationVector: RandomSource.system.bytes(count: cipher.blockByteCount))
    }

    /// What OpenSSL 3.0 writes where nothing else is asked for: 2048 rounds of PBKDF2 with HMAC-SHA-256 over a salt of 8 octets.
    ///
    /// That is little, and it is what who asks for OpenSSL's files gets; `init(cipher:hash:iterations:)` is for all others.
    package init(asOpenSSL cipher: Cipher, hash: HashAlgorithm = .sha256, iterations: Int = 2048) {
        self.init(
            cipher: cipher, hash: hash, iterations: iterations, salt: RandomSource.system.bytes(count: 8),
            initializationVector: RandomSource.system.bytes(count: cipher.blockByteCount))
    }

    /// With everything given and nothing checked: what a file says, or a test vector.
    package init(
        cipher: Cipher, hash: HashAlgorithm, iterations: Int, salt: [UInt8], initializationVector: [UInt8]
    ) {
        self.cipher = cipher
        self.hash = hash
        self.iterations = iterations
        self.salt = salt
        self.initializationVector = initializationVector
    }
}

extension PasswordEncryption.Cipher {
    var keyByteCount: Int {
        switch self {
        case .aes128: 16
        case .aes192, .tripleDES: 24
        case .aes256: 32
        }
    }

    var blockByteCount: Int { self == .tripleDES ? 8 : 16 }

    /// Encrypts.
    func encrypt(
        _ data: Span<UInt8>, key: borrowing SecretBytes, initializationVector: Span<UInt8>
    ) throws(PrivateKeyProblem) -> [UInt8] {
        do throws(CBC.Failure) {
            if self == .tripleDES {
                guard let cipher = key.withSpan({ TripleDES(key: $0) }) else { throw CBC.Failure.undecryptable }
                return try CBC.encrypt(data, with: cipher, initializationVector: initializationVector)
            }
            guard let cipher = key.withSpan({ AES(key: $0) }) else { throw CBC.Failure.undecryptable }
            return try CBC.encrypt(data, with: cipher, initializationVector: initializationVector)
        } catch { throw .cannotDecrypt }
    }

    /// Decrypts; one answer for everything that can be wrong.
    func decrypt(
        _ data: Span<UInt8>, key: borrowing SecretBytes, initializationVector: Span<UInt8>
    ) throws(PrivateKeyProblem) -> SecretBytes {
        do throws(CBC.Failure) {
            if self == .tripleDES {
                guard let cipher = key.withSpan({ TripleDES(key: $0) }) else { throw CBC.Failure.undecryptable }
                return try CBC.decrypt(data, with: cipher, initializationVector: initializationVector)
            }
            guard let cipher = key.withSpan({ AES(key: $0) }) else { throw CBC.Failure.undecryptable }
            return try CBC.decrypt(data, with: cipher, initializationVector: initializationVector)
        } catch { throw .cannotDecrypt }
    }
}
