import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber

/// PKCS #12's own ways to encrypt under a passphrase (RFC 7292 appendix C): SHA-1 for the key, Triple DES or RC2 for the
/// text. For old files, and for programs that read no others.
struct PKCS12Encryption: Hashable, Sendable {
    enum Cipher: Hashable, Sendable, CaseIterable {
        case tripleDES, twoKeyTripleDES, rc2With128Bits, rc2With40Bits
    }

    let cipher: Cipher
    let salt: [UInt8]
    let iterations: Int

    /// For writing a new file: with Triple DES and a random salt.
    init(iterations: Int) {
        self.init(cipher: .tripleDES, salt: RandomSource.system.bytes(count: 8), iterations: iterations)
    }

    private init(cipher: Cipher, salt: [UInt8], iterations: Int) {
        self.cipher = cipher
        self.salt = salt
        self.iterations = iterations
    }

    /// Reads the parameters out of an AlgorithmIdentifier.
    init(_ identifier: AlgorithmIdentifier) throws(PrivateKeyProblem) {
        guard let cipher = Cipher.allCases.first(where: { $0.objectIdentifier == identifier.algorithm }),
            let element = identifier.parameters
        else { throw .unsupportedEncryption(identifier.algorithm.nameOrNumbers) }
        let parameters: PKCS12EncryptionParameters
        do throws(DERError) {
            parameters = try PKCS12EncryptionParameters(der: element, "pkcs-12PbeParams")
        } catch { throw .malformed(error) }
        guard parameters.iterations <= PasswordEncryption.iterationLimit else {
            throw .tooManyIterations(parameters.iterations)
        }
        guard parameters.iterations > 0 else {
            throw .unsupportedEncryption("\(identifier.algorithm.nameOrNumbers) with unusable parameters")
        }
        self.init(cipher: cipher, salt: parameters.salt.array, iterations: parameters.iterations)
    }

    /// The AlgorithmIdentifier for a file that is written.
    var identifier: AlgorithmIdentifier {
        let parameters = PKCS12EncryptionParameters(salt: DERBytes(salt), iterations: iterations)
        return AlgorithmIdentifier(cipher.objectIdentifier, parameters: DERBytes(parameters.derEncoded))
    }

    /// Decrypts.
    func decrypt(
        _ data: DERBytes, passphrase: borrowing PassphraseForms
    ) throws(PrivateKeyProblem) -> SecretBytes {
        let key = derive(.encryptionKey, cipher.keyByteCount, passphrase)
        let vector = derive(.initializationVector, 8, passphrase)
        return try data.withSpan { data throws(PrivateKeyProblem) in
            try vector.withSpan { vector throws(PrivateKeyProblem) in
                try key.withSpan { key throws(PrivateKeyProblem) in try cipher.decrypt(data, key: key, vector: vector) }
            }
        }
    }

    /// Encrypts with Triple DES; nil for another cipher, which is for reading only.
    func encrypt(_ data: Span<UInt8>, passphrase: borrowing PassphraseForms) -> [UInt8]? {
        let key = derive(.encryptionKey, cipher.keyByteCount, passphrase)
        let vector = derive(.initializationVector, 8, passphrase)
        guard cipher == .tripleDES, let cipher = key.withSpan({ TripleDES(key: $0) }) else { return nil }
        return vector.withSpan { try? CBC.encrypt(data, with: cipher, initializationVector: $0) }
    }

    /// `iterations` and the lengths are in range, so there is always a result.
    private func derive(
        _ purpose: PKCS12Purpose, _ byteCount: Int, _ passphrase: borrowing PassphraseForms
    ) -> SecretBytes {
        let derived = passphrase.bmp.withSpan { passphrase in
            HashAlgorithm.sha1.pkcs12Bytes(
                passphrase: passphrase, salt: salt.span, iterations: iterations, purpose: purpose, byteCount: byteCount)
        }
        return derived ?? SecretBytes(count: byteCount)
    }
}

extension PKCS12Encryption.Cipher {
    var objectIdentifier: ObjectIdentifier {
        switch self {
        case .tripleDES: OID.pbeWithSHAAnd3KeyTripleDES
        case .twoKeyTripleDES: OID.pbeWithSHAAnd2KeyTripleDES
        case .rc2With128Bits: OID.pbeWithSHAAnd128BitRC2
        case .rc2With40Bits: OID.pbeWithSHAAnd40BitRC2
        }
    }

    var keyByteCount: Int {
        switch self {
        case .tripleDES: 24
        case .twoKeyTripleDES, .rc2With128Bits: 16
        case .rc2With40Bits: 5
        }
    }

    /// One answer for everything that can be wrong.
    fileprivate func decrypt(
        _ data: Span<UInt8>, key: Span<UInt8>, vector: Span<UInt8>
    ) throws(PrivateKeyProblem) -> SecretBytes {
        do throws(CBC.Failure) {
            switch self {
            case .tripleDES, .twoKeyTripleDES:
                guard let cipher = TripleDES(key: key) else { throw CBC.Failure.undecryptable }
                return try CBC.decrypt(data, with: cipher, initializationVector: vector)
            case .rc2With128Bits, .rc2With40Bits:
                guard let cipher = RC2(key: key, effectiveBitCount: 8 * key.count) else {
                    throw CBC.Failure.undecryptable
                }
                return try CBC.decrypt(data, with: cipher, initializationVector: vector)
            }
        } catch { throw .cannotDecrypt }
    }
}
