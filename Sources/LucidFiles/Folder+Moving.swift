#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Folder {
    /// Makes a folder that must not be there yet.
    public static func makeNew(_ path: String, mode: UInt32) throws(FileProblem) {
        guard unsafe mkdir(path, mode_t(mode)) == 0 else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
    }

    /// Gives a folder its final name in one step. What has that name must be an empty folder, or not be there; else the error is
    /// `alreadyExists`.
    public static func move(_ path: String, to target: String) throws(FileProblem) {
        guard unsafe rename(path, target) == 0 else {
            let reason = errno == ENOTEMPTY ? FileProblem.Reason.alreadyExists : .init(errorNumber: errno)
            throw FileProblem(path: target, reason: reason)
        }
    }

    /// Removes an empty folder.
    public static func removeEmpty(_ path: String) throws(FileProblem) {
        guard unsafe rmdir(path) == 0 else { throw FileProblem(path: path, reason: .init(errorNumber: errno)) }
    }

    /// Waits until the names in a folder are on the disk.
    public static func synchronize(_ path: String) throws(FileProblem) {
        let descriptor = try SystemCalls.open(path, O_RDONLY)
        defer { SystemCalls.close(descriptor) }
        try SystemCalls.synchronize(descriptor, path: path)
    }

    /// The whole path of a folder that is there, without links.
    public static func absolute(_ path: String) throws(FileProblem) -> String {
        guard let resolved = unsafe realpath(path, nil) else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
