import Foundation
import LucidFiles
import LucidTestSupport
import Testing

@Suite("Files that wait for what they belong to")
struct StagedFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func stage(_ text: String, replaces: Bool) throws(FileProblem) -> StagedFile {
        let bytes = Array(text.utf8)
        return try FileWriter.stage(bytes.span, for: folder.path("key"), access: .owner, replaces: replaces)
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

    @Test("have their name from the start where nothing may be replaced: the second one is told")
    func reserves() throws {
        let first = try stage("first", replaces: false)
        #expect(throws: FileProblem(path: folder.path("key"), reason: .alreadyExists)) {
            _ = try stage("second", replaces: false)
        }
        try first.finish()
        #expect(try folder.read("key") == Array("first".utf8))
        #expect(try names() == ["key"])
    }

    @Test("leave nothing when they are abandoned", arguments: [true, false])
    func abandoned(replaces: Bool) throws {
        try stage("new", replaces: replaces).abandon()
        #expect(try names() == [])
    }

    @Test("leave the file that they are to replace alone until the end, with the permissions of the new one")
    func replaces() throws {
        try folder.write(Array("old".utf8), to: "key")
        try stage("abandoned", replaces: true).abandon()
        let staged = try stage("new", replaces: true)
        #expect(try folder.read("key") == Array("old".utf8))
        try staged.finish()
        #expect(try folder.read("key") == Array("new".utf8))
        #expect(try names() == ["key"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("key"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("are refused in a folder's place", arguments: [true, false])
    func folderInPlace(replaces: Bool) throws {
        try FileManager.default.createDirectory(atPath: folder.path("key"), withIntermediateDirectories: false)
        #expect(throws: FileProblem(path: folder.path("key"), reason: .isDirectory)) {
            _ = try stage("new", replaces: replaces)
        }
    }
}

@Suite("Reading what must be a regular file")
struct RegularFileTests {
    @Test("ends at once at a pipe that nobody writes to, at a device and at a folder")
    func others() throws {
        let folder = try TemporaryFolder()
        mkfifo(folder.path("pipe"), 0o600)
        for (path, reason) in [
            (folder.path("pipe"), .isNotRegular), ("/dev/null", .isNotRegular), (folder.path, .isDirectory),
            (folder.path("missing"), .notFound),
        ] as [(String, FileProblem.Reason)] {
            #expect(throws: FileProblem(path: path, reason: reason)) { _ = try FileReader.readRegular(path) }
        }
        try folder.write([1, 2, 3], to: "file")
        #expect(try FileReader.readRegular(folder.path("file")) == [1, 2, 3])
    }
}
