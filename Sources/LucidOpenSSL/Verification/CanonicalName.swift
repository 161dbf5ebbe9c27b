import LucidOpenSSLText
import LucidX509

/// A name as OpenSSL compares it: equal for two names that it takes for one.
///
/// Of two names that Lucid takes for one (`Name.matches`) OpenSSL may see two, and chains are built as it sees them.
struct CanonicalName: Hashable, Sendable {
    /// The encoded relative distinguished names, one behind the other, without a frame around them.
    let octets: [UInt8]

    init(_ name: Name) { octets = NameHash.canonicalOctets(of: name) }

    /// Whether the name has no attributes at all.
    var isEmpty: Bool { octets.isEmpty }

    /// Whether the name is `base` or below it.
    func isWithin(_ base: CanonicalName) -> Bool { octets.starts(with: base.octets) }

    /// The number in the name of a certificate's file in a folder: the beginning of a SHA-1 digest, as eight hexadecimal digits.
    var folderKey: String { NameHash.digits(HashAlgorithm.sha1.hash(octets.span)) }
}
