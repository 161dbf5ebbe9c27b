public import LucidNumber

// The Elliptic Curve Digital Signature Algorithm (FIPS 186-5 §6.4), as the standard has it. A `CurveEngine` computes.

/// A signature: two numbers, each from 1 to n-1 when it is valid.
public struct ECDSASignature: Hashable, Sendable {
    public let r, s: Natural

    public init(r: Natural, s: Natural) {
        self.r = r
        self.s = s
    }
}

extension ECPublicKey {
    /// Whether a signature over a message's digest is this key's (FIPS 186-5 §6.4.2).
    public func isValidSignature(_ signature: ECDSASignature, digest: Span<UInt8>) -> Bool {
        isValidSignature(signature, digest: digest, engine: curve.engine)
    }

    func isValidSignature(_ signature: ECDSASignature, digest: Span<UInt8>, engine: some CurveEngine) -> Bool {
        let (r, s) = (signature.r, signature.s)
        let n = curve.parameters.order
        // Step 1: r and s are integers in the interval [1, n-1].
        guard !r.isZero, r < n.value, !s.isZero, s < n.value else { return false }
        // Steps 2, 3: e is the digest's leftmost bits as an integer.
        let e = leftmostBits(of: digest, order: n)
        // Step 4: s⁻¹ mod n.
        guard let sInverse = n.inverse(of: s) else { return false }
        // Step 5: u and v.
        let u = n.multiply(e, sInverse)
        let v = n.multiply(r, sInverse)
        // Steps 6 to 8: R₁ = [u]G + [v]Q; the neutral point is refused. r₁ is R₁'s x as an integer mod n; accept when it is r.
        return engine.sum(u, v, times: (x, y), hasX: r)
    }
}

extension ECPrivateKey {
    /// Signs a message's digest (FIPS 186-5 §6.4.1) with a nonce that is computed from key and digest (RFC 6979), so that
    /// the same nonce is never used for two digests and no random numbers are needed.
    public func sign(digest: Span<UInt8>, hash: HashAlgorithm) -> ECDSASignature {
        sign(digest: digest, hash: hash, engine: curve.engine)
    }

    func sign(digest: Span<UInt8>, hash: HashAlgorithm, engine: some CurveEngine) -> ECDSASignature {
        // The compiler writes out the usual functions. The others get by with code that asks at run time which it is.
        switch hash {
        case .sha256: sign(digest: digest, hash: SHA256.self, engine: engine)
        case .sha384: sign(digest: digest, hash: SHA384.self, engine: engine)
        case .sha512: sign(digest: digest, hash: SHA512.self, engine: engine)
        default: sign(digest: digest, hash: hash.function, engine: engine)
        }
    }

    private func sign<Hash: HashFunction>(
        digest: Span<UInt8>, hash: Hash.Type, engine: some CurveEngine
    ) -> ECDSASignature {
        let n = curve.parameters.order
        // Steps 1, 2: e is the digest's leftmost bits as an integer.
        let e = n.residue(leftmostBits(of: digest, order: n))
        var nonces = DeterministicNonces<Hash>(order: n, privateKey: d, digest: digest)
        while true {
            // Steps 3, 4: k; its inverse is for the engine.
            let k = nonces.next()
            // Steps 5 to 8: R = [k]G; r is its x as an integer mod n.
            let r = n.residue(reducing: engine.x(ofBaseTimes: k))
            // Step 9: s = k⁻¹ · (e + r·d) mod n.
            let s = engine.signatureScalar(k: k, e: e, r: r, d: d)
            // Steps 10, 11: k is wiped when it goes; r and s may not be zero.
            if revealed(r.isZero | s.isZero) == 0 { return ECDSASignature(r: r.revealed(), s: s.revealed()) }
        }
    }
}

/// The leftmost bits of a digest, as many as n has, as an integer (FIPS 186-5 §6.4.1 step 2; `bits2int` of RFC 6979 §2.3.2).
func leftmostBits(of digest: Span<UInt8>, order: OddModulus) -> Natural {
    Natural(bigEndian: digest) >> max(0, digest.count * 8 - order.bitWidth)
}
