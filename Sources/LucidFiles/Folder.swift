#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Folders: making them, listing them, naming what is in them.
public enum Folder {
    /// What a path names; nil for nothing.
    public static func kind(_ path: String) -> FileKind? { SystemCalls.kind(path) }

    /// Whether a path is a symbolic link, wherever that leads.
    public static func isLink(_ path: String) -> Bool { SystemCalls.isLink(path) }

    /// Makes a folder; one that is there already is fine. The folder around it must exist.
    public static func make(_ path: String, mode: UInt32 = 0o755) throws(FileProblem) {
        if unsafe mkdir(path, mode_t(mode)) == 0 { return }
        let reason = FileProblem.Reason(errorNumber: errno)
        guard reason == .alreadyExists, SystemCalls.kind(path) == .directory else {
            throw FileProblem(path: path, reason: reason == .alreadyExists ? .isNotDirectory : reason)
        }
    }

    /// The names in a folder, without `.` and `..`, sorted.
    public static func names(in path: String) throws(FileProblem) -> [String] {
        guard let folder = unsafe opendir(path) else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a file.
    public static func remove(_ path: String) throws(FileProblem) {
        guard unsafe unlink(path) == 0 else { throw FileProblem(path: path, reason: .init(errorNumber: errno)) }
    }

    /// A name in a folder.
    public static func path(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that holds a file.
    public static func containing(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
