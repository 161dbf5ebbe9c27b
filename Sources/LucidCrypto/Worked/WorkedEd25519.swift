import LucidNumber

extension Ed25519PublicKey {
    /// Ed25519's verification (RFC 8032 §5.1.7) with its numbers, by the reference engine.
    public func workedVerification(_ signature: Span<UInt8>, for message: Span<UInt8>) -> WorkedVerification {
        var worked = WorkedVerification("Ed25519 verification", "RFC 8032 §5.1.7")
        worked.input("A", .octets(bytes), "The signer's public key: a point's y, the last bit tells which x.")
        worked.input(
            "L", .number(Ed25519Scalar.order.value), "How often the base point B can be added until it begins anew.")
        let octets = (0..<signature.count).map { signature[$0] }
        worked.input("signature", .octets(octets), "Two halves: R, a point, and S, a number.")
        guard worked.decide("1", "the signature has 64 octets", octets.count == 64, "32 for each half.") else {
            return worked
        }
        let r = signature.extracting(0..<32)
        let s = Natural(bigEndian: octets[32...].reversed())
        worked.step("1", "R", "the first 32 octets", .octets(Array(octets[..<32])), "The point that the signer chose.")
        worked.step(
            "1", "S", "the last 32 octets, least significant first", .number(s),
            "The number that only the signer can compute.")
        guard
            worked.decide(
                "1", "S < L", s < Ed25519Scalar.order.value, "Otherwise a second signature could be made of this one.")
        else { return worked }
        let digest = Ed25519Scalar.sha512(r, bytes.span, message).withSpan { digest in
            (0..<digest.count).map { digest[$0] }
        }
        worked.step(
            "2", "digest", "SHA-512(R ‖ A ‖ M)", .octets(digest),
            "The hash over the point, the key and the signed octets.")
        let k = Ed25519Scalar.hash(r, bytes.span, message).revealed()
        worked.step("2", "k", "digest, least significant octet first, mod L", .number(k), "The same as a number.")
        guard let expected = ReferenceEd25519().encodedDifference(s, k, times: bytes.span) else { return worked }
        worked.step("3", "R'", "S·B - k·A", .octets(expected), "The point that R must be.")
        worked.isValid = worked.decide(
            "3", "R' = R", expected.elementsEqual(octets[..<32]), "The signature is valid when they are the same.")
        return worked
    }
}
