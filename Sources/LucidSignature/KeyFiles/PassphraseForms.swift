import LucidCrypto
import LucidNumber

/// A passphrase in the two forms that key derivations take.
struct PassphraseForms: ~Copyable {
    /// As PBKDF2 takes it.
    let utf8: SecretBytes
    /// As PKCS #12's own derivation takes it; see `BMPPassphrase`.
    let bmp: SecretBytes

    init(_ passphrase: borrowing SecretBytes) {
        utf8 = passphrase.copy()
        bmp = BMPPassphrase.encode(passphrase)
    }

    /// No passphrase at all. RFC 7292 does not say whether a file without one has an empty BMPString, which is two zero
    /// octets, or none; programs write both.
    static var absent: PassphraseForms { PassphraseForms(utf8: SecretBytes(count: 0), bmp: SecretBytes(count: 0)) }

    private init(utf8: consuming SecretBytes, bmp: consuming SecretBytes) {
        self.utf8 = utf8
        self.bmp = bmp
    }
}
