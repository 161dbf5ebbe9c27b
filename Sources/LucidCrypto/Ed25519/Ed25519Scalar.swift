import LucidNumber

/// Numbers that count how often a point is added: everything modulo the order of the base point (RFC 8032 §5.1).
enum Ed25519Scalar {
    /// L = 2^252 + 27742317777372353535851937790883648493: L times the base point is the neutral point.
    static let order = OddModulus(
        constant: Natural.powerOfTwo(252) + Natural(constant: "14def9dea2f79cd65812631a5cf5d3ed"))

    /// The SHA-512 digest of up to three pieces, one after the other, as a number modulo L. Digest and state are
    /// wiped.
    static func hash(_ first: Span<UInt8>, _ second: Span<UInt8>, _ third: Span<UInt8>) -> SecretNatural {
        let digest = sha512(first, second, third)
        return order.residue(reducing: digest.withSpan { littleEndian($0) })
    }

    /// The SHA-512 digest of up to three pieces, one after the other. The state is wiped.
    static func sha512(_ first: Span<UInt8>, _ second: Span<UInt8>, _ third: Span<UInt8>) -> SecretBytes {
        var digest = SecretBytes(count: SHA512.digestByteCount)
        var hash = WipedMemory(SHA512())
        hash.withMutableValue { hash in
            hash.update(first)
            hash.update(second)
            hash.update(third)
            digest.withMutableSpan { hash.finish(into: &$0) }
        }
        return digest
    }

    /// A secret number from octets, least significant first, as RFC 8032 writes all numbers.
    static func littleEndian(_ bytes: Span<UInt8>) -> SecretNatural {
        var reversed = SecretBytes(count: bytes.count)
        reversed.withMutableSpan { for index in 0..<bytes.count { $0[index] = bytes[bytes.count - 1 - index] } }
        return reversed.withSpan { SecretNatural(bigEndian: $0) }
    }
}
