import Foundation
import LucidTestSupport
import Testing

/// A small file system in memory, for as long as somebody refers to it.
private final class SmallDisk: Sendable {
    let folder: TemporaryFolder
    let path: String

    /// Whether this process may mount one.
    static let isPossible: Bool = (try? SmallDisk(kibibytes: 64)) != nil

    init(kibibytes: Int) throws {
        folder = try TemporaryFolder()
        path = folder.path("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard let mount = Programs.find("mount"),
            try Programs.run(mount, ["-t", "tmpfs", "-o", "size=\(kibibytes)k,mode=700", "tmpfs", path]).exitCode == 0
        else { throw ProgramProblem("no file system can be mounted") }
    }

    /// Fills it to the last octet.
    func fill() throws {
        _ = try Programs.run("/bin/sh", ["-c", "cat /dev/zero >\"$0/filler\" 2>/dev/null", path])
    }

    func free() throws { try FileManager.default.removeItem(atPath: path + "/filler") }

    deinit { _ = try? Programs.run("/bin/sh", ["-c", "umount \"$0\"", path]) }
}

@Suite("A CA on a full disk", .enabled(if: SmallDisk.isPossible, "only the superuser may mount a small file system"))
struct CAFullDiskTests {
    @Test("issues nothing, says so, and loses nothing")
    func caDisk() throws {
        let disk = try SmallDisk(kibibytes: 300)
        let outside = try TemporaryFolder()
        let ca = disk.path + "/ca"
        #expect(try runLucid("ca", "init", "--ca", ca, "--no-passphrase").exitCode == 0)
        func issue(_ name: String) throws -> ProgramResult {
            try runLucid("ca", "issue", "--ca", ca, "--out", outside.path, name)
        }
        #expect(try issue("before.example.com").exitCode == 0)
        try disk.fill()
        let database = try Data(contentsOf: URL(filePath: ca + "/ca.db"))
        for index in 0..<3 {
            let result = try issue("full\(index).example.com")
            #expect(result.exitCode == 2)
            #expect(result.errors.contains("no space left on the disk; nothing was changed"), "\(result.errors)")
        }
        #expect(try Data(contentsOf: URL(filePath: ca + "/ca.db")) == database)
        #expect(try runLucid("ca", "status", "--ca", ca).exitCode == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).count == 3)
        try disk.free()
        #expect(try issue("after.example.com").exitCode == 0)
        let list = try runLucid("ca", "list", "--ca", ca).output
        #expect(list.contains("before.example.com") && list.contains("after.example.com") && !list.contains("full"))
    }

    @Test("made there leaves nothing")
    func initialisation() throws {
        let disk = try SmallDisk(kibibytes: 40)
        let result = try runLucid("ca", "init", "--ca", disk.path + "/ca", "--no-passphrase")
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("no space left"), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test("issues nothing where the key has no room")
    func outputDisk() throws {
        let disk = try SmallDisk(kibibytes: 64)
        let ca = try CommandAuthority()
        try disk.fill()
        let result = try ca.run("issue", "--out", disk.path, "full.example.com")
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("no space left on the disk; nothing was issued"), "\(result.errors)")
        #expect(try ca.issued().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["filler"])
    }
}

@Suite("A CA in a folder with other permissions")
struct CAPermissionTests {
    /// The user without rights, whom root can act as.
    private static let nobody = "65534"
    private static let setpriv = Programs.find("setpriv")

    /// Runs the command as a user who may not write everywhere.
    private func runUnprivileged(_ arguments: [String]) throws -> ProgramResult {
        guard isSuperuser else { return try runLucid(arguments) }
        let lucid = try #require(Programs.lucid)
        return try Programs.run(
            try #require(Self.setpriv),
            ["--reuid", Self.nobody, "--regid", Self.nobody, "--clear-groups", lucid] + arguments)
    }

    private func shell(_ script: String, _ path: String) throws {
        #expect(try Programs.run("/bin/sh", ["-c", script, path]).exitCode == 0)
    }

    @Test(
        "that is read-only can be listed, but not issued from, and stays as it was",
        .enabled(if: !isSuperuser || setpriv != nil, "the superuser may write everywhere, and setpriv is missing"))
    func readOnly() throws {
        let ca = try CommandAuthority()
        #expect(try ca.run("issue", "a.example.com").exitCode == 0)
        try shell("chmod -R u-w \"$0\"", ca.path)
        defer { try? shell("chmod -R u+w \"$0\"", ca.path) }
        if isSuperuser {
            try shell("chown -R \(Self.nobody) \"$0\"", ca.path)
            try shell("chmod 777 \"$0\"", ca.folder.path)
        }
        let before = try ca.contents()
        let list = try runUnprivileged(["ca", "list", "--ca", ca.path])
        #expect(list.exitCode == 0 && list.output.contains("a.example.com"), "\(list.errors)")
        #expect(try runUnprivileged(["ca", "status", "--ca", ca.path]).exitCode == 0)
        let issue = try runUnprivileged(["ca", "issue", "--ca", ca.path, "--out", ca.folder.path, "b.example.com"])
        #expect(issue.exitCode == 2)
        #expect(issue.errors.contains("can not be written; the CA can be read here"), "\(issue.errors)")
        #expect(try ca.contents() == before)
        #expect(try !ca.files().contains("b.example.com.pem"))
    }

    @Test(
        "that is another user's is not issued from",
        .enabled(if: isSuperuser, "only the superuser can give a folder away"))
    func foreign() throws {
        let ca = try CommandAuthority()
        try shell("chown -R \(Self.nobody) \"$0\"", ca.path)
        let before = try ca.contents()
        let issue = try ca.run("issue", "a.example.com")
        #expect(issue.exitCode == 2)
        #expect(issue.errors.contains("belongs to user \(Self.nobody)"), "\(issue.errors)")
        #expect(try ca.contents() == before)
        #expect(try ca.files() == [])
    }
}
