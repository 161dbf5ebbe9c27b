#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Overwrites memory with zeros in a way that the optimizer may not leave out, although nobody reads it afterwards.
package func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    #if canImport(Darwin)
        _ = unsafe memset_s(start, memory.count, 0, memory.count)
    #else
        unsafe explicit_bzero(start, memory.count)
    #endif
}

/// Overwrites an array that held a secret, where it lies. The array must not be shared: a second owner would make
/// Swift copy it first, and the copy would be wiped instead.
package func wipe<Word: FixedWidthInteger & BitwiseCopyable>(_ array: inout [Word]) {
    unsafe array.withUnsafeMutableBytes { unsafe wipe($0) }
}
