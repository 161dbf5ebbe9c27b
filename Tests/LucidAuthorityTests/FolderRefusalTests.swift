import Foundation
import LucidAuthority
import LucidDatabase
import LucidTestSupport
import Testing

@Suite("A folder that is no usable CA is refused, and left as it was")
struct FolderRefusalTests {
    /// Opens a CA's folder in both ways: each is refused with the same problem, and changes nothing.
    private func expect(
        _ expected: (AuthorityLayout) -> AuthorityProblem, _ ca: TestAuthority,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try ca.contents()
        for purpose in [AuthorityStore.Purpose.reading, .changing] {
            #expect(
                problem(opening: ca.path, for: purpose) == expected(AuthorityLayout(ca.path)),
                sourceLocation: sourceLocation)
        }
        #expect(try ca.contents() == before, sourceLocation: sourceLocation)
    }

    private func overwrite(_ ca: TestAuthority, at offset: UInt64, _ octets: [UInt8]) throws {
        let file = try FileHandle(forUpdating: URL(filePath: AuthorityLayout(ca.path).database))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(octets))
        try file.close()
    }

    @Test("where there is no folder, no database, or another file in the folder's place")
    func noAuthority() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        for path in [folder.path("missing"), folder.path, folder.path("file")] {
            #expect(problem(opening: path, for: .changing) == .noAuthority(path))
        }
        #expect(try TemporaryFolderListing.names(folder) == ["file"])
    }

    @Test("where the database is another program's, or none")
    func foreign() throws {
        let ca = try TestAuthority(isRootAlone: true)
        try overwrite(ca, at: 68, [0, 0, 0, 1])
        try expect({ .notACADatabase($0.database) }, ca)
        try overwrite(ca, at: 0, Array("no database".utf8))
        try expect({ .notACADatabase($0.database) }, ca)
        try Data("short".utf8).write(to: URL(filePath: AuthorityLayout(ca.path).database))
        try expect({ .notACADatabase($0.database) }, ca)
    }

    @Test("where the database is of a newer version")
    func newer() throws {
        let ca = try TestAuthority(isRootAlone: true)
        try overwrite(ca, at: 60, [0, 0, 0, 2])
        try expect({ .newerVersion($0.database, found: 2, known: 1) }, ca)
    }

    @Test("where a table was changed by hand")
    func schema() throws {
        let ca = try TestAuthority(isRootAlone: true)
        try Database(AuthorityLayout(ca.path).database, .writing).run("ALTER TABLE certificate ADD COLUMN note TEXT")
        try expect({ .damaged($0.database, detail: "its tables are not those of a CA") }, ca)
    }

    @Test("where others can use the folder, but only for issuing")
    func openFolder() throws {
        let ca = try TestAuthority(isRootAlone: true)
        #expect(chmod(ca.path, 0o750) == 0)
        #expect(problem(opening: ca.path, for: .changing) == .openToOthers(ca.path, permissions: 0o750, wanted: 0o700))
        #expect(problem(opening: ca.path, for: .reading) == nil)
    }

    @Test("where a key is missing, another's, or open to others")
    func keys() throws {
        let ca = try TestAuthority()
        let store = try ca.open()
        let issuing = try store.signingAuthority()
        let path = store.layout.key(issuing)
        func keyProblem() -> AuthorityProblem? {
            do throws(AuthorityProblem) {
                _ = try store.open(issuing) { _ throws(AuthorityProblem) in throw .busy("never asked") }
                return nil
            } catch { return error }
        }
        #expect(keyProblem() == nil)
        #expect(chmod(path, 0o640) == 0)
        #expect(keyProblem() == .openToOthers(path, permissions: 0o640, wanted: 0o600))
        #expect(chmod(path, 0o600) == 0)
        #expect(chmod(store.layout.keys, 0o755) == 0)
        #expect(keyProblem() == .openToOthers(store.layout.keys, permissions: 0o755, wanted: 0o700))
        #expect(chmod(store.layout.keys, 0o700) == 0)
        let root = store.layout.key(try store.authority(.root))
        let own = try Data(contentsOf: URL(filePath: path))
        try Data(contentsOf: URL(filePath: root)).write(to: URL(filePath: path))
        #expect(chmod(path, 0o600) == 0)
        #expect(keyProblem() == .keyOfAnother(path))
        try own.write(to: URL(filePath: path))
        try FileManager.default.removeItem(atPath: path)
        #expect(keyProblem() == .keyMissing(path))
    }

    @Test("a CA is made in no folder that has something in it, nor in a file's place")
    func notEmpty() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        for (path, expected) in [
            (folder.path, AuthorityProblem.folderInUse(folder.path)),
            (folder.path("file"), .file(.init(path: folder.path("file"), reason: .isNotDirectory))),
            (folder.path("a/b"), .file(.init(path: folder.path("a/b"), reason: .notFound))),
        ] {
            #expect(throws: expected) { try TestAuthority.creation().make(in: path, at: TestAuthority.time) }
        }
        #expect(try TemporaryFolderListing.names(folder) == ["file"])
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: false)
        try TestAuthority.creation().make(in: folder.path("empty") + "/", at: TestAuthority.time)
        #expect(problem(opening: folder.path("empty"), for: .changing) == nil)
    }
}
