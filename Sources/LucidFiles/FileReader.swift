#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads whole files, with a bound on their length.
public enum FileReader {
    /// No file is longer: 64 MiB, the same bound that the DER reader has.
    public static let byteCountLimit = 64 << 20

    /// The octets of a file; `-` is standard input. An empty file is an error: nothing that Lucid reads is empty.
    ///
    /// - Parameter limit: how many octets the file may have.
    public static func read(_ path: String, limit: Int = byteCountLimit) throws(FileProblem) -> [UInt8] {
        if path == "-" { return try read(descriptor: STDIN_FILENO, path: "standard input", limit: limit) }
        let descriptor = try SystemCalls.open(path, O_RDONLY)
        defer { SystemCalls.close(descriptor) }
        return try read(descriptor: descriptor, path: path, limit: limit)
    }

    /// The octets of a regular file. Anything else is an error at once: a pipe that nobody writes to would be waited for, for ever.
    public static func readRegular(_ path: String) throws(FileProblem) -> [UInt8] {
        // Without O_NONBLOCK opening a pipe waits for a writer already.
        let descriptor = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
        defer { SystemCalls.close(descriptor) }
        switch SystemCalls.kind(descriptor) {
        case .file: return try read(descriptor: descriptor, path: path, limit: byteCountLimit)
        case .directory: throw FileProblem(path: path, reason: .isDirectory)
        case .other, nil: throw FileProblem(path: path, reason: .isNotRegular)
        }
    }

    /// The first octets of a file: `count`, or as many as it has.
    public static func prefix(_ path: String, count: Int) throws(FileProblem) -> [UInt8] {
        let descriptor = try SystemCalls.open(path, O_RDONLY)
        defer { SystemCalls.close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count < count {
            var buffer = [UInt8](repeating: 0, count: count - bytes.count)
            let length = try SystemCalls.read(descriptor, into: &buffer, path: path)
            if length == 0 { break }
            bytes += buffer[..<length]
        }
        return bytes
    }

    private static func read(descriptor: Int32, path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let stated = SystemCalls.length(descriptor)
        guard stated <= limit else { throw FileProblem(path: path, reason: .tooLarge(limit: limit)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stated + 1)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try SystemCalls.read(descriptor, into: &buffer, path: path)
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw FileProblem(path: path, reason: .tooLarge(limit: limit)) }
        }
        guard !bytes.isEmpty else { throw FileProblem(path: path, reason: .empty) }
        return bytes
    }
}
