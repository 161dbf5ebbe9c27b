package import LucidNumber

/// A private key of Ed25519 (RFC 8032 §5.1): it signs messages.
///
/// It can not be copied by accident, is wiped when it goes, and the time of its work tells nothing about it.
public struct Ed25519PrivateKey: ~Copyable, Sendable {
    /// What RFC 8032 calls the private key: 32 random octets. All else is made of them.
    private let seed: SecretBytes
    /// s: how often the base point is added to give the public key's point.
    private let scalar: SecretNatural
    /// The prefix that makes the number r of each signature unforeseeable.
    private let prefix: SecretBytes
    /// The public key that belongs to this one.
    public let publicKey: Ed25519PublicKey

    /// From the 32 octets that RFC 8032 calls the private key; nil where there are not 32.
    public init?(seed: Span<UInt8>) {
        guard seed.count == 32 else { return nil }
        self.init(SecretBytes(copying: seed))
    }

    /// A new key, from the system's random numbers.
    public static func generate() -> Ed25519PrivateKey { generate(random: .system) }

    /// A new key, from a given source of random numbers.
    package static func generate(random: RandomSource) -> Ed25519PrivateKey {
        Ed25519PrivateKey(random.secretBytes(count: 32))
    }

    /// Key generation (RFC 8032 §5.1.5), from 32 octets.
    private init(_ seed: consuming SecretBytes) {
        // Step 1: the digest of the seed.
        let empty: [UInt8] = []
        var digest = seed.withSpan { Ed25519Scalar.sha512($0, empty.span, empty.span) }
        // Step 2: in its first half some bits are set, so that the number is divisible by 8 and has 255 bits.
        digest.withMutableSpan { digest in
            digest[0] &= 0b1111_1000
            digest[31] &= 0b0111_1111
            digest[31] |= 0b0100_0000
        }
        // Steps 3 and 4: the number s; the public key is the base point added s times.
        let scalar = digest.withSpan { Ed25519Scalar.littleEndian($0.extracting(0..<32)) }
        publicKey = Ed25519PublicKey(encoded: FastEd25519().encodedBaseMultiple(scalar))
        prefix = digest.withSpan { SecretBytes(copying: $0.extracting(32..<64)) }
        self.scalar = scalar
        self.seed = seed
    }

    /// The signature of a message: 64 octets, always the same for the same message (RFC 8032 §5.1.6).
    public func sign(_ message: Span<UInt8>) -> [UInt8] { sign(message, engine: FastEd25519()) }

    func sign(_ message: Span<UInt8>, engine: some Ed25519Engine) -> [UInt8] {
        let order = Ed25519Scalar.order
        let empty: [UInt8] = []
        // Steps 2 and 3: a secret number r for this message, and R.
        let r = prefix.withSpan { Ed25519Scalar.hash($0, message, empty.span) }
        let encodedR = engine.encodedBaseMultiple(r)
        // Steps 4 and 5: S = r + k·s modulo L.
        let k = Ed25519Scalar.hash(encodedR.span, publicKey.bytes.span, message)
        let product = order.multiply(k, order.residue(reducing: scalar))
        var s = order.zeroResidue()
        order.add(r, product, into: &s)
        // Step 6: R and S, one after the other.
        return s.bigEndianBytes(count: 32).withSpan { s in encodedR + (0..<32).map { s[31 - $0] } }
    }

    /// Lends the 32 octets from which the key was made, to write them to a key file.
    public func withSeed<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try seed.withSpan(body)
    }
}
