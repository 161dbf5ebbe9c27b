import LucidCrypto
import LucidNumber
import LucidPEM

/// OpenSSL's encryption of PEM files from before PKCS#8 (`openssl genrsa -aes256 -traditional`): two header lines say how.
///
///     Proc-Type: 4,ENCRYPTED
///     DEK-Info: AES-256-CBC,9F5C…
///
/// It makes the key from the passphrase with one round of MD5, so it is read, and written only where OpenSSL's own commands are
/// stood for.
struct TraditionalEncryption {
    let cipher: PasswordEncryption.Cipher
    let initializationVector: [UInt8]

    /// Nil where the headers announce no encryption.
    init?(headers: [PEMBlock.Header]) throws(PrivateKeyProblem) {
        guard let type = headers.first(where: { $0.name == "Proc-Type" })?.value,
            type.split(separator: ",").last.map({ Self.trimmed($0) }) == "ENCRYPTED"
        else { return nil }
        let info = headers.first { $0.name == "DEK-Info" }?.value ?? ""
        let parts = info.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
        guard parts.count == 2, let cipher = Self.ciphers[parts[0].uppercased()] else {
            throw .unsupportedEncryption(parts.first.map { $0.isEmpty ? "without a cipher" : $0 } ?? "")
        }
        guard let vector = Natural(hexadecimal: parts[1]), parts[1].utf8.count == cipher.blockByteCount * 2 else {
            throw .unsupportedEncryption("\(parts[0]) with an unusable initialization vector")
        }
        self.cipher = cipher
        initializationVector = vector.bigEndianBytes(count: cipher.blockByteCount) ?? []
    }

    /// For writing a new file, with a random initialization vector.
    init(_ cipher: PasswordEncryption.Cipher) {
        self.cipher = cipher
        initializationVector = RandomSource.system.bytes(count: cipher.blockByteCount)
    }

    /// The two lines that announce the encryption.
    var headers: [PEMBlock.Header] {
        let name = Self.ciphers.first { $0.value == cipher }?.key ?? ""
        let vector = initializationVector.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        return [
            PEMBlock.Header(name: "Proc-Type", value: "4,ENCRYPTED"),
            PEMBlock.Header(name: "DEK-Info", value: "\(name),\(vector)"),
        ]
    }

    private static let ciphers: [String: PasswordEncryption.Cipher] = [
        "AES-128-CBC": .aes128, "AES-192-CBC": .aes192, "AES-256-CBC": .aes256, "DES-EDE3-CBC": .tripleDES,
    ]

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Encrypts.
    func encrypt(
        _ data: borrowing SecretBytes, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> [UInt8] {
        let key = try derivedKey(passphrase)
        return try data.withSpan { data throws(PrivateKeyProblem) in
            try cipher.encrypt(data, key: key, initializationVector: initializationVector.span)
        }
    }

    /// Decrypts.
    func decrypt(
        _ data: borrowing SecretBytes, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> SecretBytes {
        let key = try derivedKey(passphrase)
        return try data.withSpan { data throws(PrivateKeyProblem) in
            try cipher.decrypt(data, key: key, initializationVector: initializationVector.span)
        }
    }

    /// The salt of the key is the first half of the initialization vector's first 16 octets: 8 of them.
    private func derivedKey(_ passphrase: borrowing SecretBytes) throws(PrivateKeyProblem) -> SecretBytes {
        let salt = Array(initializationVector.prefix(8))
        let key = passphrase.withSpan {
            OpenSSLKeyDerivation.deriveKey(passphrase: $0, salt: salt.span, byteCount: cipher.keyByteCount)
        }
        guard let key else { throw .cannotDecrypt }
        return key
    }
}
