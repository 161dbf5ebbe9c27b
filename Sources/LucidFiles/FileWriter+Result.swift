#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileWriter {
    /// Writes a result to the place that a user named.
    ///
    /// What is no file but a device or a pipe (`/dev/null`, `/dev/stdout`) takes the octets and stays what it is; and where a
    /// symbolic link stands, the file that it leads to is written. To put a file in their place would lose them.
    public static func writeResult(
        _ bytes: Span<UInt8>, to path: String, access: Access, replaces: Bool
    ) throws(FileProblem) {
        guard SystemCalls.kind(path) == .other else {
            return try write(bytes, to: SymbolicLink.end(of: path), access: access, replaces: replaces)
        }
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FileProblem(path: path, reason: errno == EACCES ? .permissionDenied : .system("can not be opened"))
        }
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
    }
}
