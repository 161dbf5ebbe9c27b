import LucidAuthority
import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation
import Testing

@Suite("The demonstration PKI in a folder")
struct DemonstrationPKITests {
    private static let time = CalendarTime("2026-11-01") ?? CalendarTime(secondsSince1970: 0)

    @Test("verifies for each of its names, today and not after it ends")
    func verifies() throws {
        let folder = try TemporaryFolder()
        let pki = try DemonstrationPKI.make(in: folder.path, at: Self.time)
        let verifier = Verifier(trustAnchors: [pki.root])
        for name in DemonstrationPKI.serverNames {
            let verdict = verifier.verify(
                pki.server, intermediates: [pki.intermediate], identity: ReferenceIdentity(name), at: Self.time)
            #expect(verdict.isAccepted && verdict.path == [pki.server, pki.intermediate, pki.root])
        }
        let later = Self.time.adding(seconds: 90 * 86400)
        #expect(!verifier.verify(pki.server, intermediates: [pki.intermediate], at: later).isAccepted)
    }

    @Test("a file of ours that somebody changed is theirs now")
    func changedFile() throws {
        let folder = try TemporaryFolder()
        _ = try DemonstrationPKI.make(in: folder.path, at: Self.time)
        var root = try folder.read("root.pem")
        root.append(UInt8(ascii: "\n"))
        try folder.write(root, to: "root.pem")
        let before = try folder.read("root-key.pem")
        #expect(throws: DemonstrationPKI.Problem.foreignFile(folder.path("root.pem"))) {
            _ = try DemonstrationPKI.make(in: folder.path, at: Self.time)
        }
        #expect(try folder.read("root.pem") == root && folder.read("root-key.pem") == before)
    }

    @Test("what else lies there is left alone and named")
    func otherFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write([1, 2, 3], to: "notes.txt")
        let first = try DemonstrationPKI.make(in: folder.path, at: Self.time)
        let second = try DemonstrationPKI.make(in: folder.path, at: Self.time)
        #expect(first.otherFiles == [folder.path("notes.txt")] && second.otherFiles == first.otherFiles)
        #expect(first.root != second.root)
        #expect(try folder.read("notes.txt") == [1, 2, 3])
    }
}
