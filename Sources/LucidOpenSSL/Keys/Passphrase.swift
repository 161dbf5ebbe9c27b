import LucidX509

/// A passphrase that several may hold. It is wiped when the last one lets it go.
final class Passphrase: Sendable {
    let octets: SecretBytes

    init(_ octets: consuming SecretBytes) { self.octets = octets }

    /// The octets are copied and wiped.
    convenience init(taking octets: inout [UInt8]) { self.init(SecretBytes(taking: &octets)) }
}
