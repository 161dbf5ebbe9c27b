import LucidNumber

/// A public key of Ed25519 (RFC 8032 §5.1): it tells whether a signature is the private key's.
///
/// There is one rule for what is valid, and every signature either obeys it or not, whoever looks: RFC 8032 §5.1.7
/// with
///
/// - S below L, so that nobody can make a second signature out of one;
/// - A and R as canonical encodings: y below p, and no x that is zero but called odd;
/// - the equation without the cofactor, `[S]B = R + [k]A` with k modulo L, decided by comparing encodings.
///
/// The RFC lets one multiply both sides by the cofactor 8 or not. Without it is what OpenSSL, BoringSSL and Go do;
/// only someone who builds a key or signature crookedly on purpose can make both choices differ, and then this one
/// refuses more.
public struct Ed25519PublicKey: Hashable, Sendable {
    /// The encoded point A: 32 octets.
    public let bytes: [UInt8]

    /// Nil where the octets are not the canonical encoding of a point of the curve.
    public init?(bytes: Span<UInt8>) {
        guard FastEd25519().isPoint(bytes) else { return nil }
        self.bytes = (0..<bytes.count).map { bytes[$0] }
    }

    /// For a point that was just encoded.
    init(encoded bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the octets are this key's signature of the message (RFC 8032 §5.1.7).
    public func isValidSignature(_ signature: Span<UInt8>, for message: Span<UInt8>) -> Bool {
        isValidSignature(signature, for: message, engine: FastEd25519())
    }

    func isValidSignature(
        _ signature: Span<UInt8>, for message: Span<UInt8>, engine: some Ed25519Engine
    ) -> Bool {
        // Step 1: R and S are 32 octets each, and S is below L; the key's point was looked at when the key was made.
        guard signature.count == 64 else { return false }
        let r = signature.extracting(0..<32)
        let s = Ed25519Scalar.littleEndian(signature.extracting(32..<64)).revealed()
        guard s < Ed25519Scalar.order.value else { return false }
        // Step 2.
        let k = Ed25519Scalar.hash(r, bytes.span, message).revealed()
        // Step 3: R must be [S]B - [k]A. This has one encoding, so an R that is encoded otherwise is refused here too.
        guard let expected = engine.encodedDifference(s, k, times: bytes.span) else { return false }
        return expected.indices.allSatisfy { expected[$0] == r[$0] }
    }
}
