import CLucidMemcheck
import LucidNumber

// How octets become secret for memcheck, and public again.

/// Whether anybody watches: else the operations run and nothing is found.
var isWatched: Bool { lucid_memcheck_is_running() }

/// A copy of the octets that is secret from now on.
func secret(_ bytes: [UInt8]) -> SecretBytes {
    var secret = SecretBytes(copying: bytes.span)
    secret.withMutableSpan { poison(&$0) }
    return secret
}

/// A copy of secret octets that memcheck knows to be secret from now on.
func secretCopy(_ bytes: borrowing SecretBytes) -> SecretBytes {
    var copy = bytes.copy()
    copy.withMutableSpan { poison(&$0) }
    return copy
}

/// The number that the octets spell, most significant first, secret from now on.
func secretNumber(_ bytes: borrowing SecretBytes) -> SecretNatural {
    secretCopy(bytes).withSpan { SecretNatural(bigEndian: $0) }
}

/// Makes octets secret where they lie, all or some of them.
func poison(_ bytes: inout MutableSpan<UInt8>, in range: Range<Int>? = nil) {
    unsafe bytes.withUnsafeMutableBytes { bytes in
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[range ?? 0..<bytes.count])
        unsafe lucid_memcheck_poison(part.baseAddress, part.count)
    }
}

/// The octets, public from now on.
func published(_ bytes: Span<UInt8>) -> [UInt8] {
    unsafe bytes.withUnsafeBytes { unsafe lucid_memcheck_publish($0.baseAddress, $0.count) }
    return (0..<bytes.count).map { bytes[$0] }
}

/// The octets, public from now on.
func published(_ bytes: [UInt8]) -> [UInt8] { published(bytes.span) }

/// How many secret octets have been published so far. Where none are, no secret got that far, and nothing was watched.
var publishedSecretOctetCount: Int { Int(lucid_memcheck_published_secret_octet_count()) }

/// Fails where a watched operation has published nothing secret since the count was `earlierCount`.
func expectPublishedSecrets(since earlierCount: Int = 0) throws {
    try expect(!isWatched || publishedSecretOctetCount > earlierCount, "a secret has reached the result")
}

extension RandomSource {
    /// Random octets: the first `publicDraws` times that some are drawn they are public, then secret.
    static func secret(publicDraws: Int = 0) -> RandomSource {
        var draws = 0
        return RandomSource { bytes in
            RandomSource.system.fillBytes(&bytes)
            if draws >= publicDraws { poison(&bytes) }
            draws += 1
        }
    }
}
