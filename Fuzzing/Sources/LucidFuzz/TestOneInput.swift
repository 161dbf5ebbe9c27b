import FuzzTargets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is fuzzed: one target in a process, chosen by an environment variable, because libFuzzer has the arguments to itself.
enum ChosenTarget {
    static let name = getenv("LUCID_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    static let target = FuzzTarget(rawValue: name)
    /// How many octets in front of the DER choose what is done with it.
    static let choiceCount = target == .key || target == .verifier ? 1 : 0
    static var usage: String {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        return "LUCID_FUZZ_TARGET must be one of \(names), not “\(name)”"
    }
}

/// Called by libFuzzer with one input after the other. A trap, a broken promise, and too much time or memory are finds.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do throws(BrokenPromise) {
        try ChosenTarget.target?.run(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch { fatalError("broken promise: \(error.promise)") }
    return 0
}
