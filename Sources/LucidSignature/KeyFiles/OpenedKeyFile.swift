package import LucidNumber
package import LucidPEM

/// A private key's PEM block, decrypted and not yet read: for who wants to know how the file spells the key.
package struct OpenedKeyFile: ~Copyable {
    /// The structure, without encryption.
    package let octets: SecretBytes
    /// What the structure is: `PRIVATE KEY`, `RSA PRIVATE KEY`, `EC PRIVATE KEY` or what else the file calls it.
    package let label: String
    /// Whether the file was encrypted.
    package let isDecrypted: Bool

    /// - Parameters:
    ///   - block: its octets are taken out of it and wiped.
    ///   - passphrase: called when the key is encrypted.
    package init(
        pem block: inout PEMBlock, passphrase: () throws(PrivateKeyProblem) -> SecretBytes
    ) throws(PrivateKeyProblem) {
        let bytes = SecretBytes(taking: &block.bytes)
        if block.label == "ENCRYPTED PRIVATE KEY" {
            octets = try SigningKey.decryptedPKCS8(bytes, passphrase)
            label = "PRIVATE KEY"
            isDecrypted = true
        } else if let encryption = try TraditionalEncryption(headers: block.headers) {
            octets = try encryption.decrypt(bytes, passphrase: try passphrase())
            label = block.label
            isDecrypted = true
        } else {
            octets = bytes
            label = block.label
            isDecrypted = false
        }
    }

    /// The key.
    package func key() throws(PrivateKeyProblem) -> SigningKey {
        guard isDecrypted else { return try SigningKey.read(octets, label: label) }
        return try SigningKey.decrypted { () throws(PrivateKeyProblem) in
            try SigningKey.read(octets, label: label)
        }
    }

    /// How the file spells a curve's key.
    package var spelling: ECKeySpelling { ECKeySpelling(of: octets, label: label) }
}
