import LucidNumber

/// The nonces of RFC 6979 §3.2: drawn from a generator over HMAC that is seeded with the private key and the digest.
/// The letters of the steps are those of the RFC.
struct DeterministicNonces: ~Copyable {
    private let q: OddModulus
    private let hash: HashAlgorithm
    private var k: SecretBytes
    private var v: SecretBytes
    private var isFirst = true

    /// Steps a to g.
    init(order q: OddModulus, privateKey x: borrowing SecretNatural, digest h1: Span<UInt8>, hash: HashAlgorithm) {
        self.q = q
        self.hash = hash
        // int2octets(x) || bits2octets(h1)  (§2.3.3, §2.3.4)
        let octets = x.bigEndianBytes(count: q.byteCount)
        let reduced = q.reduce(leftmostBits(of: h1, order: q)).bigEndianBytes(count: q.byteCount) ?? []
        // Steps b, c: V is all 01, K all 00.
        v = SecretBytes(count: hash.digestByteCount)
        v.withMutableSpan { for index in 0..<$0.count { $0[index] = 0x01 } }
        k = SecretBytes(count: hash.digestByteCount)
        // Steps d, e: K = HMAC_K(V || 00 || int2octets(x) || bits2octets(h1)), V = HMAC_K(V).
        k = mac(SecretBytes(joining: v, 0x00, octets, reduced))
        v = mac(v)
        // Steps f, g: the same with 01.
        k = mac(SecretBytes(joining: v, 0x01, octets, reduced))
        v = mac(v)
    }

    /// Step h: the next nonce between 1 and q-1.
    mutating func next() -> SecretNatural {
        while true {
            // Step h.3, when an earlier candidate did not fit: K = HMAC_K(V || 00), V = HMAC_K(V).
            if !isFirst {
                k = mac(SecretBytes(joining: v, 0x00))
                v = mac(v)
            }
            isFirst = false
            // Steps h.1, h.2: T is filled with V = HMAC_K(V) until it has as many bits as q.
            var t = SecretBytes(count: 0)
            while t.count * 8 < q.bitWidth {
                v = mac(v)
                t = SecretBytes(joining: t, v)
            }
            // Step h.3: k = bits2int(T), taken when it is in [1, q-1].
            let tBits = t.count * 8
            let wide = t.withSpan { SecretNatural(bigEndian: $0) }
            let candidate = wide.shiftedRight(by: tBits - q.bitWidth)
            if candidate.isBelow(q.value) == 1 && candidate.isZero == 0 {
                return candidate.copy(limbCount: q.limbCount)
            }
        }
    }

    /// HMAC_K(message).
    private func mac(_ message: borrowing SecretBytes) -> SecretBytes {
        message.withSpan { message in k.withSpan { key in hash.hmac(message, key: key) } }
    }
}

extension SecretBytes {
    /// V, one octet, and what follows it.
    fileprivate init(joining v: borrowing SecretBytes, _ octet: UInt8) {
        self.init(joining: v, octet, SecretBytes(count: 0), [])
    }

    fileprivate init(joining v: borrowing SecretBytes, _ octet: UInt8, _ x: borrowing SecretBytes, _ h: [UInt8]) {
        self.init(count: v.count + 1 + x.count + h.count)
        var offset = 0
        append(v, at: &offset)
        withMutableSpan { $0[offset] = octet }
        offset += 1
        append(x, at: &offset)
        withMutableSpan { for index in 0..<h.count { $0[offset + index] = h[index] } }
    }

    fileprivate init(joining a: borrowing SecretBytes, _ b: borrowing SecretBytes) {
        self.init(count: a.count + b.count)
        var offset = 0
        append(a, at: &offset)
        append(b, at: &offset)
    }

    fileprivate mutating func append(_ other: borrowing SecretBytes, at offset: inout Int) {
        let start = offset
        other.withSpan { source in
            withMutableSpan { for index in 0..<source.count { $0[start + index] = source[index] } }
        }
        offset += other.count
    }
}
