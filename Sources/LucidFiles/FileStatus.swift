#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whose a file or folder is, and who may use it.
public struct FileStatus: Hashable, Sendable {
    public let kind: FileKind
    /// The owner's number.
    public let owner: UInt32
    /// The nine permission bits: `0o700` is everything for the owner alone.
    public let permissions: UInt32

    /// The length in octets.
    public let byteCount: Int

    /// Of what a path names; links are followed.
    public init(_ path: String) throws(FileProblem) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
        owner = status.st_uid
        byteCount = Int(status.st_size)
        permissions = UInt32(status.st_mode) & 0o777
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            default: .other
            }
    }

    /// Whether others than the owner may read, write or enter it.
    public var isOpenToOthers: Bool { permissions & 0o077 != 0 }

    /// The number of the user that this process acts as.
    public static var currentUser: UInt32 { geteuid() }

    /// Whether this process may write to a file or into a folder: by its permissions, and on a file system that can be written.
    public static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }
}
