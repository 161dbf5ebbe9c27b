import LucidNumber

/// Plain data that depends on a secret, such as a hash state or a key schedule, in memory of its own.
///
/// It can not be copied by accident and is wiped when it goes, which a struct on the stack is not: Swift moves such
/// values about as it likes. So fill it in place, with `withValue`, from a value that is not secret yet.
@safe struct WipedMemory<Value: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    /// Owned by this value alone.
    private let storage: UnsafeMutablePointer<Value>

    /// Begins with a value that is not secret.
    init(_ value: Value) {
        unsafe storage = .allocate(capacity: 1)
        unsafe storage.initialize(to: value)
    }

    deinit {
        unsafe wipe(UnsafeMutableRawBufferPointer(start: storage, count: MemoryLayout<Value>.size))
        unsafe storage.deallocate()
    }

    /// Lends the value for reading and writing, where it lies.
    mutating func withMutableValue<Result: ~Copyable>(_ body: (inout Value) -> Result) -> Result {
        body(&(unsafe storage.pointee))
    }

    /// Lends the value for reading, where it lies.
    func withValue<Result: ~Copyable>(_ body: (borrowing Value) -> Result) -> Result {
        body(unsafe storage.pointee)
    }

    /// Takes over another's value, octet by octet from memory to memory.
    mutating func set(to other: borrowing WipedMemory<Value>) {
        unsafe storage.update(from: other.storage, count: 1)
    }
}
