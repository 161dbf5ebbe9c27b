import LucidValidation
import Testing

@Suite("The list of public suffixes")
struct PublicSuffixTests {
    private static let text = """
        // A comment.
        com
        uk
        co.uk  followed by anything
        *.ck
        !www.ck
        // ===BEGIN PRIVATE DOMAINS===
        github.io
        // ===END PRIVATE DOMAINS===
        jp
        """

    @Test(
        "rules, wildcards, exceptions and the rule for all else decide",
        arguments: [
            ("com", true), ("COM", true), ("example.com", false), ("co.uk", true), ("example.co.uk", false),
            ("ck", true), ("anything.ck", true), ("www.ck", false), ("below.anything.ck", false),
            ("jp", true), ("unlisted", true), ("example.unlisted", false), ("", true), ("github.io", false),
        ])
    func suffix(_ domain: String, _ isSuffix: Bool) {
        #expect(PublicSuffixList(text: Self.text).isPublicSuffix(domain) == isSuffix)
    }

    @Test func `domains that their owners rent out count only for who asks`() {
        let list = PublicSuffixList(text: Self.text, includesPrivateDomains: true)
        #expect(list.isPublicSuffix("github.io") && list.isPublicSuffix("jp"))
        #expect(list.count == PublicSuffixList(text: Self.text).count + 1)
    }

    @Test func `lines may end with carriage returns`() {
        let list = PublicSuffixList(text: "com\r\nco.uk\r\n")
        #expect(list.isPublicSuffix("co.uk") && list.count == 2)
    }
}
