#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Runs one operation on secrets that memcheck watches: `lucid-side-channels OPERATION`, or `--list` for all names.
// Scripts/side-channels runs each of them under valgrind, from the top of the checkout.

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["--list"] {
    for operation in operations { print(operation.isLeaky ? "leaky" : "silent", operation.name) }
} else if let operation = operations.first(where: { [$0.name] == arguments }) {
    do {
        try operation.run()
        // Memcheck does not follow what only a branch or an address hands on, as in the leaky twins.
        if !operation.isLeaky { try expectPublishedSecrets() }
    } catch {
        print("\(operation.name): \(error)")
        exit(1)
    }
} else {
    print("usage: lucid-side-channels --list | OPERATION")
    exit(2)
}
