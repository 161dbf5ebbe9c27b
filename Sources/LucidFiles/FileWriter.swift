#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes whole files so that at every moment there is either the old file or the new one, never a part.
public enum FileWriter {
    /// Who may read the file.
    public enum Access: UInt32, Sendable {
        /// Everybody: 0644.
        case everybody = 0o644
        /// The owner alone: 0600, for private keys. The file never exists with wider permissions.
        case owner = 0o600
    }

    /// Writes to a temporary name beside the file, waits until it is on the disk, and renames it.
    ///
    /// Where it replaces a file, nobody may do with the new one what they might not do with the old one.
    ///
    /// - Parameter replaces: whether a file that is there may be replaced; else that is an error, also when it appears while
    ///   this one is being written.
    public static func write(
        _ bytes: Span<UInt8>, to path: String, access: Access, replaces: Bool
    ) throws(FileProblem) {
        if SystemCalls.kind(path) == .directory { throw FileProblem(path: path, reason: .isDirectory) }
        if !replaces, SystemCalls.kind(path) != nil { throw FileProblem(path: path, reason: .alreadyExists) }
        let temporary = temporaryName(for: path)
        do throws(FileProblem) {
            try writeNew(bytes, to: temporary, mode: mode(access, over: path))
            try move(temporary, to: path, replaces: replaces)
            try synchronizeFolder(of: path)
        } catch {
            unsafe unlink(temporary)
            // Errors name the file that was asked for, not the temporary one.
            throw FileProblem(path: path, reason: error.reason)
        }
    }

    /// Writes a file that is of use only when something else has been done too, which comes after it: its place and its room on
    /// the disk are certain then. Call `finish()` on the result, or `abandon()`.
    ///
    /// - Parameter replaces: whether a file that is there may be replaced. It is left alone until `finish()`; else the new file
    ///   has its name from now on, so that of two processes only one gets it.
    public static func stage(
        _ bytes: Span<UInt8>, for path: String, access: Access, replaces: Bool
    ) throws(FileProblem) -> StagedFile {
        guard replaces else {
            try write(bytes, to: path, access: access, replaces: false)
            return StagedFile(path: path, place: path)
        }
        if SystemCalls.kind(path) == .directory { throw FileProblem(path: path, reason: .isDirectory) }
        let temporary = temporaryName(for: path)
        do throws(FileProblem) { try writeNew(bytes, to: temporary, mode: mode(access, over: path)) } catch {
            unsafe unlink(temporary)
            throw FileProblem(path: path, reason: error.reason)
        }
        return StagedFile(path: path, place: temporary)
    }

    /// Writes all octets to an open file, a pipe or a terminal.
    public static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(FileProblem) {
        try SystemCalls.write(descriptor, bytes, path: "file descriptor \(descriptor)")
    }

    private static func temporaryName(for path: String) -> String {
        "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    }

    /// The permissions of a new file: no wider than those of the file that it replaces, which somebody may have narrowed on purpose.
    private static func mode(_ access: Access, over path: String) -> UInt32 {
        guard let old = try? FileStatus(path), old.kind == .file else { return access.rawValue }
        return access.rawValue & old.permissions
    }

    private static func writeNew(_ bytes: Span<UInt8>, to path: String, mode: UInt32) throws(FileProblem) {
        let descriptor = try SystemCalls.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        defer { SystemCalls.close(descriptor) }
        // The process's umask may have taken permissions away; a key's may only be narrower, so it is left at that.
        try SystemCalls.write(descriptor, bytes, path: path)
        try SystemCalls.synchronize(descriptor, path: path)
    }

    static func move(_ temporary: String, to path: String, replaces: Bool) throws(FileProblem) {
        if replaces {
            guard unsafe rename(temporary, path) == 0 else {
                throw FileProblem(path: path, reason: .init(errorNumber: errno))
            }
        } else {
            // link fails where the name is taken, which rename would not.
            guard unsafe link(temporary, path) == 0 else {
                throw FileProblem(path: path, reason: .init(errorNumber: errno))
            }
            unsafe unlink(temporary)
        }
    }

    /// The new name itself is on the disk only when its folder is.
    static func synchronizeFolder(of path: String) throws(FileProblem) {
        let folder = Folder.containing(path)
        let descriptor = try SystemCalls.open(folder, O_RDONLY)
        defer { SystemCalls.close(descriptor) }
        try SystemCalls.synchronize(descriptor, path: folder)
    }
}
