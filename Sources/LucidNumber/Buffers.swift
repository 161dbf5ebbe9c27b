// How `GMP` gets at memory.

/// Lends scratch memory to a function of secrets and wipes it afterwards.
func withWipedScratch(limbs: Int, _ body: (UnsafeMutablePointer<Limb>) -> Void) {
    let scratch = UnsafeMutableBufferPointer<Limb>.allocate(capacity: max(limbs, 1))
    unsafe scratch.initialize(repeating: 0)
    unsafe body(scratch.start)
    unsafe wipe(UnsafeMutableRawBufferPointer(scratch))
    unsafe scratch.deallocate()
}

extension UnsafeMutableBufferPointer {
    /// The first element's address, for a buffer known to have one.
    var start: UnsafeMutablePointer<Element> { unsafe baseAddress.unsafelyUnwrapped }
}

extension UnsafeBufferPointer {
    /// The first element's address, for a buffer known to have one.
    var start: UnsafePointer<Element> { unsafe baseAddress.unsafelyUnwrapped }

    /// The same for a buffer that may be empty: GMP reads nothing there, but wants a pointer.
    var startOrDangling: UnsafePointer<Element> {
        unsafe baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
    }
}
