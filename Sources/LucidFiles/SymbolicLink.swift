#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Names that stand for other names.
public enum SymbolicLink {
    /// What a link says; nil where there is none, but a file, a folder or nothing.
    public static func target(_ path: String) -> String? {
        // No file system has longer ones (PATH_MAX).
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink(path, &buffer, buffer.count)
        guard count >= 0, count < buffer.count else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Where links that begin with a path lead to in the end: the path itself where it is no link.
    public static func end(of path: String) -> String {
        var place = path
        // As many steps as Linux takes.
        for _ in 0..<40 {
            guard let target = target(place) else { return place }
            place = target.hasPrefix("/") ? target : "\(Folder.containing(place))/\(target)"
        }
        return place
    }

    /// Makes a link, or puts it in the place of a file or link in one step: at every moment there is the old one or the new one.
    public static func write(_ target: String, at path: String) throws(FileProblem) {
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
        guard unsafe symlink(target, temporary) == 0 else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
        guard unsafe rename(temporary, path) == 0 else {
            let reason = FileProblem.Reason(errorNumber: errno)
            unsafe unlink(temporary)
            throw FileProblem(path: path, reason: reason)
        }
        try Folder.synchronize(Folder.containing(path))
    }

    /// Gives a file a second name. One that is taken is an error.
    public static func writeHard(_ file: String, at path: String) throws(FileProblem) {
        // Where `file` is a link, the file behind it gets the name.
        guard unsafe linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
    }
}
