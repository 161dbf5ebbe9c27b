import LucidNumber

/// The nonces of RFC 6979 §3.2: drawn from a generator over HMAC that is seeded with the private key and the digest.
/// The letters of the steps are those of the RFC.
///
/// Of the generator's key K only its HMAC is kept, as it is after K and before any message. Each message begins there,
/// which spares hashing K's two blocks again.
struct DeterministicNonces<Hash: HashFunction>: ~Copyable {
    private let q: OddModulus
    /// `HMAC_K`, before any message.
    private var keyed: HMAC<Hash>
    /// `HMAC_K` at work.
    private var hmac: HMAC<Hash>
    private var v: SecretBytes
    private var isFirst = true

    /// Steps a to g.
    init(order q: OddModulus, privateKey x: borrowing SecretNatural, digest h1: Span<UInt8>) {
        self.q = q
        // int2octets(x) || bits2octets(h1)  (§2.3.3, §2.3.4)
        let octets = x.bigEndianBytes(count: q.byteCount)
        let reduced = q.reduce(leftmostBits(of: h1, order: q)).bigEndianBytes(count: q.byteCount) ?? []
        // Steps b, c: V is all 01, K all 00.
        v = SecretBytes(count: Hash.digestByteCount)
        v.withMutableSpan { for index in 0..<$0.count { $0[index] = 0x01 } }
        keyed = SecretBytes(count: Hash.digestByteCount).withSpan { HMAC(key: $0) }
        hmac = HMAC(restarting: keyed)
        // Steps d, e.
        update(0x00, octets, reduced)
        // Steps f, g.
        update(0x01, octets, reduced)
    }

    /// `K = HMAC_K(V || octet || x || h)`, then `V = HMAC_K(V)`.
    private mutating func update(_ octet: UInt8, _ x: borrowing SecretBytes, _ h: [UInt8]) {
        Self.take(v, into: &hmac)
        let octets: InlineArray<1, UInt8> = [octet]
        hmac.update(octets.span)
        Self.take(x, into: &hmac)
        hmac.update(h.span)
        var k = SecretBytes(count: Hash.digestByteCount)
        Self.finish(&hmac, into: &k)
        keyed = k.withSpan { HMAC(key: $0) }
        hmac.restart(as: keyed)
        advance()
    }

    /// `V = HMAC_K(V)`.
    private mutating func advance() {
        Self.take(v, into: &hmac)
        Self.finish(&hmac, into: &v)
        hmac.restart(as: keyed)
    }

    /// Step h: the next nonce between 1 and q-1.
    mutating func next() -> SecretNatural {
        while true {
            // Step h.3, when an earlier candidate did not fit: K = HMAC_K(V || 00), V = HMAC_K(V).
            if !isFirst { update(0x00, SecretBytes(count: 0), []) }
            isFirst = false
            // Steps h.1, h.2: T is filled with V = HMAC_K(V) until it has as many bits as q.
            let blockCount = (q.byteCount + Hash.digestByteCount - 1) / Hash.digestByteCount
            var t = SecretBytes(count: blockCount * Hash.digestByteCount)
            for block in 0..<blockCount {
                advance()
                v.withSpan { v in
                    t.withMutableSpan { t in
                        for index in 0..<v.count { t[block * v.count + index] = v[index] }
                    }
                }
            }
            // Step h.3: k = bits2int(T), taken when it is in [1, q-1].
            let wide = t.withSpan { SecretNatural(bigEndian: $0) }
            let candidate = wide.shiftedRight(by: t.count * 8 - q.bitWidth)
            if candidate.isBelow(q.value) == 1 && candidate.isZero == 0 {
                return candidate.copy(limbCount: q.limbCount)
            }
        }
    }

    private static func take(_ octets: borrowing SecretBytes, into hmac: inout HMAC<Hash>) {
        octets.withSpan { hmac.update($0) }
    }

    private static func finish(_ hmac: inout HMAC<Hash>, into tag: inout SecretBytes) {
        tag.withMutableSpan { hmac.finish(into: &$0) }
    }
}
