import Foundation
import LucidFiles
import LucidTestSupport
import Testing

/// A folder of its own for each test, removed afterwards.
private final class Scratch: Sendable {
    let path = NSTemporaryDirectory() + "lucid-files-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
    func mode(_ name: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int)
    }
}

/// Why reading fails, or nil.
private func readProblem(_ path: String) -> FileProblem.Reason? {
    do throws(FileProblem) {
        _ = try FileReader.read(path)
        return nil
    } catch {
        // The problem names the file as it was asked for.
        #expect(error.path == path)
        return error.reason
    }
}

private func write(
    _ bytes: [UInt8], _ path: String, access: FileWriter.Access = .everybody, replaces: Bool = false
) throws(FileProblem) {
    try FileWriter.write(bytes.span, to: path, access: access, replaces: replaces)
}

private func writeProblem(_ path: String, replaces: Bool = false) -> FileProblem.Reason? {
    do throws(FileProblem) {
        try write([1], path, replaces: replaces)
        return nil
    } catch {
        #expect(error.path == path)
        return error.reason
    }
}

private let isRoot = geteuid() == 0

@Suite("Reading files")
struct FileReaderTests {
    @Test("octets come as they are", arguments: [1, 65_535, 65_536, 65_537, 300_000])
    func reads(count: Int) throws {
        let scratch = try Scratch()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try Data(bytes).write(to: URL(filePath: scratch.file("a")))
        #expect(try FileReader.read(scratch.file("a")) == bytes)
    }

    @Test("a missing file, a folder, an empty file, a file used as a folder")
    func problems() throws {
        let scratch = try Scratch()
        #expect(readProblem(scratch.file("missing")) == .notFound)
        #expect(readProblem(scratch.path) == .isDirectory)
        try Data().write(to: URL(filePath: scratch.file("empty")))
        #expect(readProblem(scratch.file("empty")) == .empty)
        #expect(readProblem(scratch.file("empty/x")) == .isNotDirectory)
        #expect(readProblem("") == .notFound)
        #expect(readProblem("/dev/null") == .empty)
    }

    @Test("the bound on the length, which a sparse file reaches without filling the disk")
    func tooLarge() throws {
        let scratch = try Scratch()
        let path = scratch.file("large")
        #expect(truncate(path, 0) != 0)
        try Data([1]).write(to: URL(filePath: path))
        #expect(truncate(path, FileReader.byteCountLimit + 1) == 0)
        #expect(readProblem(path) == .tooLarge(limit: FileReader.byteCountLimit))
        // No length is stated here.
        #expect(readProblem("/dev/zero") == .tooLarge(limit: FileReader.byteCountLimit))
        #expect(truncate(path, FileReader.byteCountLimit) == 0)
        #expect(try FileReader.read(path).count == FileReader.byteCountLimit)
    }

    // The superuser may read everything.
    @Test("a file without permission", .enabled(if: !isRoot, "the superuser may read every file"))
    func noPermission() throws {
        let scratch = try Scratch()
        try write([1], scratch.file("a"))
        #expect(chmod(scratch.file("a"), 0) == 0)
        #expect(readProblem(scratch.file("a")) == .permissionDenied)
    }
}

@Suite("Writing files")
struct FileWriterTests {
    @Test(
        "the file has the octets and the permissions, and nothing else is left",
        arguments: [
            (FileWriter.Access.everybody, 0o644), (.owner, 0o600),
        ])
    func writes(access: FileWriter.Access, mode: Int) throws {
        let scratch = try Scratch()
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        try write(bytes, scratch.file("a"), access: access)
        #expect(try FileReader.read(scratch.file("a")) == bytes)
        // The process's umask may take permissions of others away.
        let found = try scratch.mode("a")
        #expect(found & ~mode == 0 && found & 0o600 == 0o600)
        #expect(try scratch.names == ["a"])
    }

    @Test("an old file is kept unless it may be replaced")
    func keepsOld() throws {
        let scratch = try Scratch()
        try write([1, 2], scratch.file("a"))
        #expect(writeProblem(scratch.file("a")) == .alreadyExists)
        #expect(try FileReader.read(scratch.file("a")) == [1, 2])
        #expect(try scratch.names == ["a"])
        try write([3], scratch.file("a"), replaces: true)
        #expect(try FileReader.read(scratch.file("a")) == [3])
        #expect(try scratch.names == ["a"])
    }

    @Test("a replaced file has the new permissions, not the old ones")
    func replacedPermissions() throws {
        let scratch = try Scratch()
        try write([1], scratch.file("key"))
        #expect(chmod(scratch.file("key"), 0o666) == 0)
        try write([2], scratch.file("key"), access: .owner, replaces: true)
        #expect(try scratch.mode("key") == 0o600)
    }

    @Test("a missing folder, a folder in the file's place, a file in the folder's place", arguments: [true, false])
    func problems(replaces: Bool) throws {
        let scratch = try Scratch()
        #expect(writeProblem(scratch.file("missing/a"), replaces: replaces) == .notFound)
        #expect(writeProblem(scratch.path, replaces: replaces) == .isDirectory)
        try write([1], scratch.file("a"))
        #expect(writeProblem(scratch.file("a/b"), replaces: replaces) == .isNotDirectory)
        #expect(try scratch.names == ["a"])
    }

    @Test("a link that leads nowhere is a file that is there")
    func danglingLink() throws {
        let scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("link"), withDestinationPath: scratch.file("nowhere"))
        #expect(writeProblem(scratch.file("link")) == .alreadyExists)
        #expect(try scratch.names == ["link"])
    }

    @Test("a folder without permission", .enabled(if: !isRoot, "the superuser may write everywhere"))
    func noPermission() throws {
        let scratch = try Scratch()
        #expect(chmod(scratch.path, 0o500) == 0)
        #expect(writeProblem(scratch.file("a")) == .permissionDenied)
        #expect(chmod(scratch.path, 0o700) == 0)
    }

    @Test("of two writers that may not replace, one wins and the other is told")
    func race() async throws {
        let scratch = try Scratch()
        let path = scratch.file("a")
        let outcomes = await withTaskGroup(of: FileProblem.Reason?.self) { group in
            for _ in 0..<8 { group.addTask { writeProblem(path) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.filter { $0 == .alreadyExists }.count == 7)
        #expect(try scratch.names == ["a"])
    }
}

@Suite("Folders")
struct FolderTests {
    @Test("are made, listed and told from files")
    func folders() throws {
        let scratch = try Scratch()
        let folder = Folder.path(scratch.path, "d")
        #expect(folder == "\(scratch.path)/d")
        #expect(Folder.path("/", "d") == "/d")
        #expect(Folder.kind(folder) == nil)
        try Folder.make(folder, mode: 0o700)
        #expect(Folder.kind(folder) == .directory)
        #expect(try scratch.mode("d") == 0o700)
        try Folder.make(folder)
        for name in ["b", "a", ".hidden", "c"] { try write([1], Folder.path(folder, name)) }
        #expect(try Folder.names(in: folder) == [".hidden", "a", "b", "c"])
        #expect(Folder.kind(folder + "/a") == .file)
        #expect(Folder.kind("/dev/null") == .other)
        try Folder.remove(folder + "/a")
        #expect(try Folder.names(in: folder) == [".hidden", "b", "c"])
    }

    @Test("problems")
    func problems() throws {
        let scratch = try Scratch()
        try write([1], scratch.file("a"))
        #expect(throws: FileProblem(path: scratch.file("a"), reason: .isNotDirectory)) {
            try Folder.make(scratch.file("a"))
        }
        #expect(throws: FileProblem(path: scratch.file("x/y"), reason: .notFound)) {
            try Folder.make(scratch.file("x/y"))
        }
        #expect(throws: FileProblem(path: scratch.file("x"), reason: .notFound)) {
            _ = try Folder.names(in: scratch.file("x"))
        }
        #expect(throws: FileProblem(path: scratch.file("a"), reason: .isNotDirectory)) {
            _ = try Folder.names(in: scratch.file("a"))
        }
        #expect(throws: FileProblem(path: scratch.file("x"), reason: .notFound)) {
            try Folder.remove(scratch.file("x"))
        }
    }
}
