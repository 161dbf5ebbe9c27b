import Foundation
import LucidTestSupport
import Testing

@Suite(
    "The tutorials' commands, unchanged", .serialized,
    .enabled(if: Programs.openssl != nil && Programs.lucid != nil && Programs.python3 != nil, "a program is missing"))
struct SeedCommandTests {
    @Test(arguments: FaceTutorial.all)
    func `Lucid leaves the same files as openssl, and says the same on the way`(tutorial: FaceTutorial) throws {
        let (theirs, ours) = (try TutorialRun(tutorial, .openssl), try TutorialRun(tutorial, .lucid))
        for (lucid, openssl) in zip(ours.screens(), theirs.screens()) { #expect(lucid == openssl) }
        let differences = FolderPicture.differences(try ours.picture(), try theirs.picture())
        #expect(differences.isEmpty, "Lucid ---, openssl +++\n\(differences.joined(separator: "\n"))")
        #expect(theirs.workshop.results.allSatisfy { $0.exitCode == 0 }, "\(theirs.screens())")
        for chain in tutorial.chains {
            let handshakes = try [ours, theirs].map { try $0.handshake(chain) }
            #expect(handshakes[0] == handshakes[1])
            let verdicts = try [ours, theirs].flatMap { run in
                try FaceWorkshop.Side.allCases.map { try run.verdict(chain, by: $0) }
            }
            #expect(Set(verdicts).count == 1, "\(verdicts)")
        }
    }

    @Test func `two runs of openssl leave the same, and one of another program does not`() throws {
        let tutorial = FaceTutorial.seed003
        let (first, second) = (try TutorialRun(tutorial, .openssl), try TutorialRun(tutorial, .openssl))
        #expect(first.screens() == second.screens())
        #expect(FolderPicture.differences(try first.picture(), try second.picture()).isEmpty)
        // An openssl that signs for a day less.
        let other = try TemporaryFolder()
        let program = try other.write(
            Array(
                "#!/bin/sh\nfor a; do shift; [ \"$a\" = 30 ] && a=29; set -- \"$@\" \"$a\"; done\nexec \(Programs.openssl ?? "") \"$@\"\n"
                    .utf8),
            to: "openssl")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let third = try TutorialRun(tutorial, .openssl, program: program.path)
        #expect(!FolderPicture.differences(try first.picture(), try third.picture()).isEmpty)
    }
}
