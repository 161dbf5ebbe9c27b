#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which file it is: two names with the same identity are names of one file.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Of what a path names; links are followed.
    ///
    /// Fails where there is no such file, or where its folder can not be entered.
    public init(_ path: String) throws(FileProblem) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw FileProblem(path: path, reason: .init(errorNumber: errno))
        }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }
    /// Whether two paths lead to one file that is there.
    public static func areSame(_ first: String, _ second: String) -> Bool {
        guard let first = try? FileIdentity(first), let second = try? FileIdentity(second) else { return false }
        return first == second
    }
}
