import LucidX509
import Testing

@Suite("The system's list of public suffixes")
struct SystemPublicSuffixTests {
    private static let isThere = PublicSuffixList.usualPaths.contains { Folder.kind($0) == .file }

    @Test(.enabled(if: isThere, "no list of public suffixes is installed"))
    func `it is read whole, without the private domains`() throws {
        let list = try PublicSuffixList.system()
        #expect(list.count > 5000)
        #expect(list.isPublicSuffix("co.uk") && !list.isPublicSuffix("github.io"))
    }

    @Test(.enabled(if: !isThere, "a list of public suffixes is installed"))
    func `a missing list is an error that names a file`() {
        #expect(throws: FileProblem(path: PublicSuffixList.usualPaths[0], reason: .notFound)) {
            try PublicSuffixList.system()
        }
    }
}
