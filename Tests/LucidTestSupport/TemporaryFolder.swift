public import Foundation

/// A new folder that is removed when nobody refers to it any more.
public final class TemporaryFolder: Sendable {
    public let url: URL
    /// The folder's path, without a slash at its end.
    public let path: String

    public init() throws {
        let name = "lucid-tests-\(UUID().uuidString)"
        url = FileManager.default.temporaryDirectory.appending(path: name, directoryHint: .isDirectory)
        path = FileManager.default.temporaryDirectory.appending(path: name, directoryHint: .notDirectory).path
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in the folder.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    /// The octets of a file.
    public func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }

    /// Writes a file.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> URL {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }
}
