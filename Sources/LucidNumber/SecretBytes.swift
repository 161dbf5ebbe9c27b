/// Octets that must stay secret: a private key's encoding, a passphrase, a MAC key.
///
/// It can not be copied by accident, has no description, and its memory is wiped when it goes.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
    /// Owned by this value alone.
    private let storage: UnsafeMutableBufferPointer<UInt8>

    /// `count` zero octets.
    public init(count: Int) {
        unsafe storage = .allocate(capacity: max(count, 0))
        unsafe storage.initialize(repeating: 0)
    }

    /// Copies octets. The source is not wiped.
    public init(copying bytes: Span<UInt8>) {
        self.init(count: bytes.count)
        withMutableSpan { target in
            for index in 0..<bytes.count { target[index] = bytes[index] }
        }
    }

    /// Takes an array's octets and wipes the array, which must not be shared.
    public init(taking array: inout [UInt8]) {
        self.init(copying: array.span)
        wipe(&array)
        array = []
    }

    deinit {
        unsafe wipe(UnsafeMutableRawBufferPointer(storage))
        unsafe storage.deallocate()
    }

    /// The number of octets.
    public var count: Int { unsafe storage.count }

    /// Lends the octets for reading.
    public func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe storage.span)
    }

    /// Lends the octets for writing.
    public mutating func withMutableSpan<Result: ~Copyable, Failure: Error>(
        _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var span = unsafe storage.mutableSpan
        return try body(&span)
    }

    /// Lends the octets as an array that is wiped afterwards. `body` must not keep the array or a slice of it.
    public func withArray<Result: ~Copyable, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var array = unsafe [UInt8](storage)
        defer { wipe(&array) }
        return try body(array)
    }

    /// A second secret of the same octets.
    public func copy() -> SecretBytes { withSpan { SecretBytes(copying: $0) } }

    /// Compares in a time that depends on the lengths alone.
    public func equals(_ other: borrowing SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return withSpan { a in
            other.withSpan { b in
                var difference: UInt8 = 0
                for index in 0..<a.count { difference |= a[index] ^ b[index] }
                return revealed(Limb(difference)) == 0
            }
        }
    }
}
