import Foundation
import LucidTestSupport
import Testing

@Suite("openssl ca, line by line", .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "openssl is missing"))
struct AuthorityComparisonTests {
    static let cases = AuthorityCase.issuing + AuthorityCase.terms + AuthorityCase.database + AuthorityCase.files

    /// What a side made of a case.
    struct Outcome {
        let results: [ProgramResult]
        let picture: FolderPicture

        init(_ item: AuthorityCase, _ side: FaceWorkshop.Side) throws {
            var files = AuthorityMaterial.files
            for (name, text) in item.files { files[name] = Array(text.utf8) }
            files["ca.cnf"] = Array(item.configuration.utf8)
            let workshop = try FaceWorkshop(side, files: files)
            results = try item.lines.map { try workshop.run($0) }
            picture = try FolderPicture(workshop.url, keepsKeys: true, original: files)
        }
    }

    @Test(arguments: cases)
    func `a command line of ca says, writes and refuses what openssl does`(item: AuthorityCase) throws {
        let (theirs, ours) = (try Outcome(item, .openssl), try Outcome(item, .lucid))
        for (line, (openssl, lucid)) in zip(item.lines, zip(theirs.results, ours.results)) {
            #expect(lucid.exitCode == openssl.exitCode, "\(line)\n\(lucid.errors)\nopenssl:\n\(openssl.errors)")
            let output = Self.stable(openssl.output)
            #expect(Self.stable(lucid.output) == output, "\(line)")
            let talk = Self.stable(StableText.withoutErrorQueue(openssl.errors))
            let own = Self.stable(lucid.errors)
            #expect(
                item.differs != nil || StableText.says(own, talk),
                "\(line)\nLucid says:\n\(own)\nopenssl says:\n\(talk)")
        }
        let differences = FolderPicture.differences(ours.picture, theirs.picture)
        #expect(differences.isEmpty, "Lucid ---, openssl +++\n\(differences.joined(separator: "\n"))")
    }

    private static func stable(_ text: String) -> String { StableText.of(text, keepsKeys: true) }
}
