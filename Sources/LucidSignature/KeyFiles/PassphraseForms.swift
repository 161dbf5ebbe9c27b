import LucidCrypto
import LucidNumber

/// A passphrase in the two forms that key derivations take.
struct PassphraseForms: ~Copyable {
    /// As PBKDF2 takes it.
    let utf8: SecretBytes
    private let isAbsent: Bool

    /// As PKCS #12's own derivation takes it; see `BMPPassphrase`. Made only when it is asked for: to read UTF-8 is to branch
    /// on how many octets each character has, and PBES2 has no need of that.
    var bmp: SecretBytes { isAbsent ? SecretBytes(count: 0) : BMPPassphrase.encode(utf8) }

    init(_ passphrase: borrowing SecretBytes) {
        utf8 = passphrase.copy()
        isAbsent = false
    }

    /// No passphrase at all. RFC 7292 does not say whether a file without one has an empty BMPString, which is two zero
    /// octets, or none; programs write both.
    static var absent: PassphraseForms { PassphraseForms() }

    private init() {
        utf8 = SecretBytes(count: 0)
        isAbsent = true
    }
}
