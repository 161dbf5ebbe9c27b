import CLibFuzzer

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// SwiftPM gives an executable a main function of its own, so libFuzzer's is called from it.
guard ChosenTarget.target != nil else {
    print(ChosenTarget.usage)
    exit(2)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
