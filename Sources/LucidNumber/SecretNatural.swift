/// A number that must stay secret: a private exponent, a prime factor, a nonce.
///
/// It has a fixed number of limbs, whatever its value, so that nothing about the value shows in the time that an operation
/// takes. It can not be copied by accident, has no description, and its memory is wiped when it goes.
@safe public struct SecretNatural: ~Copyable, @unchecked Sendable {
    /// Least significant first; as many as were asked for, leading zeros included. Owned by this value alone.
    private let storage: UnsafeMutableBufferPointer<Limb>

    /// Zero, in `limbCount` limbs (at least one).
    public init(limbCount: Int) {
        unsafe storage = .allocate(capacity: max(limbCount, 1))
        unsafe storage.initialize(repeating: 0)
    }

    deinit {
        unsafe wipe(UnsafeMutableRawBufferPointer(storage))
        unsafe storage.deallocate()
    }

    /// The number of limbs.
    public var limbCount: Int { unsafe storage.count }

    /// Lends the limbs for reading.
    package func withLimbs<Result>(_ body: (Span<Limb>) -> Result) -> Result {
        body(unsafe storage.span)
    }

    /// Lends the limbs for writing.
    package mutating func withMutableLimbs<Result>(_ body: (inout MutableSpan<Limb>) -> Result) -> Result {
        var span = unsafe storage.mutableSpan
        return body(&span)
    }
}

extension SecretNatural {
    /// From octets, most significant first. `limbCount` limbs have to hold all octets; what does not fit is dropped.
    public init(bigEndian bytes: Span<UInt8>, limbCount: Int) {
        self.init(limbCount: limbCount)
        withMutableLimbs { limbs in
            for index in 0..<min(bytes.count, limbs.count * 8) {
                limbs[index >> 3] |= Limb(bytes[bytes.count - 1 - index]) << ((index & 7) * 8)
            }
        }
    }

    /// From octets, most significant first, in as many limbs as they need.
    public init(bigEndian bytes: Span<UInt8>) {
        self.init(bigEndian: bytes, limbCount: (bytes.count + 7) / 8)
    }

    /// From a public number, which must fit.
    public init(_ value: Natural, limbCount: Int) {
        self.init(limbCount: limbCount)
        withMutableLimbs { limbs in
            for index in 0..<min(value.limbs.count, limbs.count) { limbs[index] = value.limbs[index] }
        }
    }

    /// A second secret of the same value, in `limbCount` limbs (fewer drop the upper ones).
    public func copy(limbCount: Int? = nil) -> SecretNatural {
        var copy = SecretNatural(limbCount: limbCount ?? self.limbCount)
        copy.set(to: self)
        return copy
    }

    /// Takes over another secret's value; limbs that do not fit are dropped.
    public mutating func set(to other: borrowing SecretNatural) {
        other.withLimbs { source in
            withMutableLimbs { target in
                for index in 0..<target.count { target[index] = index < source.count ? source[index] : 0 }
            }
        }
    }

    /// The value as `count` octets, most significant first, in memory that is wiped.
    public func bigEndianBytes(count: Int) -> SecretBytes {
        var bytes = SecretBytes(count: count)
        withLimbs { limbs in
            bytes.withMutableSpan { bytes in
                for index in 0..<min(bytes.count, limbs.count * 8) {
                    bytes[bytes.count - 1 - index] = UInt8(truncatingIfNeeded: limbs[index >> 3] >> ((index & 7) * 8))
                }
            }
        }
        return bytes
    }

    /// Makes the value public, on purpose: a signature, or a number that turned out not to be secret.
    package func revealed() -> Natural {
        withLimbs { limbs in Natural(limbs: (0..<limbs.count).map { LucidNumber.revealed(limbs[$0]) }) }
    }

    /// The number of bits without leading zeros. Reveals the length of the number.
    package var revealedBitWidth: Int {
        withLimbs { limbs in
            for index in stride(from: limbs.count - 1, through: 0, by: -1) {
                let limb = LucidNumber.revealed(limbs[index])
                if limb != 0 { return (index + 1) * Limb.bitWidth - limb.leadingZeroBitCount }
            }
            return 0
        }
    }
}
