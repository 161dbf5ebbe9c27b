#if SideChannels
    import CLucidMemcheck
#endif

/// Makes one word public, on purpose: part of a signature, a length, or the answer to a comparison of secrets.
///
/// All that becomes public of a secret goes through here. It does nothing but mark the place: in the build that
/// `Scripts/side-channels` makes, memcheck follows secrets through every computation, and is told here to stop.
@inline(__always)
package func revealed(_ word: Limb) -> Limb {
    #if SideChannels
        var word = word
        unsafe withUnsafeMutableBytes(of: &word) { unsafe lucid_memcheck_publish($0.baseAddress, $0.count) }
    #endif
    return word
}
