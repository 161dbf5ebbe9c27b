import LucidNumber

extension ECPublicKey {
    /// ECDSA's verification (FIPS 186-5 §6.4.2) with its numbers, by the reference engine.
    public func workedVerification(_ signature: ECDSASignature, digest: Span<UInt8>, hash: HashAlgorithm)
        -> WorkedVerification
    {
        var worked = WorkedVerification("ECDSA signature verification", "FIPS 186-5 §6.4.2")
        let curve = curve.parameters
        let n = curve.order
        let (r, s) = (signature.r, signature.s)
        worked.input("curve", .text(curve.name), "y² = x³ + ax + b mod p.")
        worked.input("p", .number(curve.field.modulus.value), "The prime that coordinates are counted by.")
        worked.input("a", .number(curve.a), "The curve's a, which is -3.")
        worked.input("b", .number(curve.b), "The curve's b.")
        worked.input("G", .point(x: curve.baseX, y: curve.baseY), "The base point that everybody uses.")
        worked.input("n", .number(n.value), "How often G can be added until it begins anew.")
        worked.input("Q", .point(x: x, y: y), "The signer's public key: a point.")
        worked.input(
            "hash", .octets((0..<digest.count).map { digest[$0] }), "\(hash.name) of the signed octets, computed here.")
        worked.input("r", .number(r), "The first number of the signature.")
        worked.input("s", .number(s), "The second number of the signature.")
        let isInRange = !r.isZero && r < n.value && !s.isZero && s < n.value
        guard worked.decide("1", "1 ≤ r, s < n", isInRange, "Both numbers are in their range.") else { return worked }
        let e = leftmostBits(of: digest, order: n)
        let takesAll = 8 * digest.count <= n.bitWidth
        worked.step(
            "3", "e", takesAll ? "the whole hash" : "the leftmost \(n.bitWidth) bits of the hash", .number(e),
            takesAll ? "The hash as a number: it has no more bits than n." : "As many bits as n has, as a number.")
        guard let w = n.inverse(of: s) else { return worked }
        worked.step("4", "w", "s⁻¹ mod n", .number(w), "The number that s times makes 1.")
        let u1 = n.multiply(e, w)
        let u2 = n.multiply(r, w)
        worked.step("5", "u1", "e·w mod n", .number(u1), "How often G is taken.")
        worked.step("5", "u2", "r·w mod n", .number(u2), "How often Q is taken.")
        guard let point = ReferenceEngine(curve: curve).sum(u1, u2, times: (x, y)) else {
            worked.step("6", "R", "u1·G + u2·Q", .neutralPoint, "The sum of both points.")
            _ = worked.decide("6", "R is not the neutral point", false, "The neutral point has no x.")
            return worked
        }
        worked.step(
            "6", "R", "u1·G + u2·Q", .point(x: point.x, y: point.y),
            "The sum of both points: the one that the signer chose, if it was the signer.")
        let v = n.reduce(point.x)
        worked.step("8", "v", "R's x mod n", .number(v), "Its x.")
        worked.isValid = worked.decide("8", "v = r", v == r, "The signature is valid when they are the same.")
        return worked
    }
}
