#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The system calls that this layer makes, each with its error as a Swift error. Nothing else here is platform-dependent.

/// Why a file could not be read or written.
public struct FileProblem: Error, Hashable, Sendable {
    /// The file, as it was named.
    public let path: String
    /// What is wrong.
    public let reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What can be wrong with a file.
    public enum Reason: Hashable, Sendable {
        case notFound
        case isDirectory
        case isNotDirectory
        /// A pipe, a device or the like, where a file is wanted.
        case isNotRegular
        case permissionDenied
        case alreadyExists
        case tooLarge(limit: Int)
        case empty
        case noSpace
        /// A pipe whose reader has gone.
        case readerGone
        /// Any other error of the system, in its own words.
        case system(String)

        init(errorNumber: Int32) {
            switch errorNumber {
            case ENOENT: self = .notFound
            case EISDIR: self = .isDirectory
            case ENOTDIR: self = .isNotDirectory
            case EACCES, EPERM, EROFS: self = .permissionDenied
            case EEXIST: self = .alreadyExists
            case ENOSPC, EDQUOT: self = .noSpace
            case EPIPE: self = .readerGone
            default: self = .system(unsafe String(cString: strerror(errorNumber)))
            }
        }
    }
}

enum SystemCalls {
    /// Opens a file; `path` is what errors name.
    static func open(_ path: String, _ flags: Int32, mode: UInt32 = 0) throws(FileProblem) -> Int32 {
        while true {
            #if canImport(Darwin)
                let descriptor = unsafe Darwin.open(path, flags | O_CLOEXEC, mode_t(mode))
            #elseif canImport(Musl)
                let descriptor = unsafe Musl.open(path, flags | O_CLOEXEC, mode_t(mode))
            #else
                let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, mode_t(mode))
            #endif
            if descriptor >= 0 { return descriptor }
            if errno != EINTR { throw FileProblem(path: path, reason: .init(errorNumber: errno)) }
        }
    }

    /// Reads up to `buffer.count` octets; zero at the end of the file.
    static func read(_ descriptor: Int32, into buffer: inout [UInt8], path: String) throws(FileProblem) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                #if canImport(Darwin)
                    unsafe Darwin.read(descriptor, bytes.baseAddress, bytes.count)
                #elseif canImport(Musl)
                    unsafe Musl.read(descriptor, bytes.baseAddress, bytes.count)
                #else
                    unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 { return count }
            if errno != EINTR { throw FileProblem(path: path, reason: .init(errorNumber: errno)) }
        }
    }

    /// Writes all octets.
    static func write(_ descriptor: Int32, _ bytes: Span<UInt8>, path: String) throws(FileProblem) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.extracting(offset..<bytes.count).withUnsafeBufferPointer { rest in
                #if canImport(Darwin)
                    unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                    unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                    unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                #endif
            }
            if count > 0 {
                offset += count
            } else if errno != EINTR {
                throw FileProblem(path: path, reason: .init(errorNumber: errno))
            }
        }
    }

    /// Waits until the file's content is on the disk.
    static func synchronize(_ descriptor: Int32, path: String) throws(FileProblem) {
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
    }

    static func close(_ descriptor: Int32) {
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Glibc.close(descriptor)
        #endif
    }

    /// What a path names: nil for nothing.
    static func kind(_ path: String) -> FileKind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return kind(status)
    }

    /// What an open file is.
    static func kind(_ descriptor: Int32) -> FileKind? {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        return kind(status)
    }

    private static func kind(_ status: stat) -> FileKind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    /// Whether a path is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The length of an open file; zero for pipes and the like.
    static func length(_ descriptor: Int32) -> Int {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }
}

/// What a path names.
public enum FileKind: Hashable, Sendable { case file, directory, other }
