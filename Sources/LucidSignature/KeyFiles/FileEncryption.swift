import LucidDER
import LucidModel
import LucidNumber

/// Any of the ways to encrypt under a passphrase that key files and PKCS #12 files name.
enum FileEncryption: Hashable, Sendable {
    case pbes2(PasswordEncryption)
    case pkcs12(PKCS12Encryption)

    /// Reads the parameters out of an AlgorithmIdentifier.
    init(_ identifier: AlgorithmIdentifier) throws(PrivateKeyProblem) {
        if PKCS12Encryption.Cipher.allCases.contains(where: { $0.objectIdentifier == identifier.algorithm }) {
            self = .pkcs12(try PKCS12Encryption(identifier))
        } else {
            self = .pbes2(try PasswordEncryption(identifier))
        }
    }

    /// The AlgorithmIdentifier for a file that is written.
    var identifier: AlgorithmIdentifier {
        switch self {
        case .pbes2(let encryption): encryption.identifier
        case .pkcs12(let encryption): encryption.identifier
        }
    }

    /// How often the key derivation repeats its function.
    var iterations: Int {
        switch self {
        case .pbes2(let encryption): encryption.iterations
        case .pkcs12(let encryption): encryption.iterations
        }
    }

    /// What it is, for people: `PBES2 with aes256-CBC`.
    var name: String {
        switch self {
        case .pbes2(let encryption): "PBES2 with \(encryption.cipher.objectIdentifier.nameOrNumbers)"
        case .pkcs12(let encryption): encryption.cipher.objectIdentifier.nameOrNumbers
        }
    }

    func decrypt(
        _ data: DERBytes, passphrase: borrowing PassphraseForms
    ) throws(PrivateKeyProblem) -> SecretBytes {
        switch self {
        case .pbes2(let encryption): try encryption.decrypt(data, passphrase: passphrase.utf8)
        case .pkcs12(let encryption): try encryption.decrypt(data, passphrase: passphrase)
        }
    }

    func encrypt(
        _ data: Span<UInt8>, passphrase: borrowing PassphraseForms
    ) throws(PrivateKeyProblem) -> [UInt8] {
        switch self {
        case .pbes2(let encryption): return try encryption.encrypt(data, passphrase: passphrase.utf8)
        case .pkcs12(let encryption):
            guard let encrypted = encryption.encrypt(data, passphrase: passphrase) else {
                throw .unsupportedEncryption(name)
            }
            return encrypted
        }
    }
}
