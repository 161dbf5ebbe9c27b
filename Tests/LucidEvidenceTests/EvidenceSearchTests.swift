import LucidValidation
import Testing

@testable import LucidEvidence

@Suite("Checks are found by what people type")
struct EvidenceSearchTests {
    @Test(arguments: [
        "path.is-ca", "PATH.IS-CA", "path.isca", " path.is-ca ", "RFC 5280 §6.1.4(k)", "RFC 5280 6.1.4(k)",
        "rfc5280§6.1.4(k)",
        "6.1.4(k)", "§6.1.4(k)", "is-ca", "path.is", "6.1.4k", "§6.1.4K",
    ])
    func `one check`(words: String) {
        #expect(EvidenceSearch.find(words).map(\.check) == [.isCA])
    }

    @Test func `the beginning of an id stands for all that begin with it`() {
        #expect(EvidenceSearch.find("purpose").map(\.check) == [.extendedKeyUsage, .keyUsage])
        #expect(EvidenceSearch.find("revocation").allSatisfy { $0.id.hasPrefix("revocation.") })
        #expect(EvidenceSearch.find("revocation").count == Check.allCases.count { $0.id.hasPrefix("revocation.") })
        for (whole, part) in [("purpose", "purp"), ("path", "path."), ("certificate", "cert")] {
            #expect(EvidenceSearch.find(whole) == EvidenceSearch.find(part) && !EvidenceSearch.find(part).isEmpty)
        }
    }

    @Test func `a clause stands for all within it, and for none whose number only begins alike`() {
        let mine = EvidenceSearch.find("4.2.1.1")
        #expect(!mine.isEmpty && mine.allSatisfy { $0.clause == "RFC 5280 §4.2.1.1" })
        #expect(EvidenceSearch.find("6.1.4").map(\.check).contains(.isCA))
        #expect(EvidenceSearch.find("BR").allSatisfy { $0.clause.hasPrefix("BR §") })
        #expect(EvidenceSearch.find("BR §6").map(\.check) == [.rsaKeySize, .validityPeriod])
        #expect(EvidenceSearch.find("RFC 6960").count == 12)
    }

    @Test(arguments: ["", " ", "zzz", "path.is-ca.x", "6.1.4(", "(k)", "§", "-", "\u{202E}", "\0"])
    func `what means nothing finds nothing`(words: String) {
        #expect(EvidenceSearch.find(words).isEmpty)
    }

    @Test(arguments: [
        ("path.isc", "path.is-ca"), ("path.key-cert-sing", "path.key-cert-sign"), ("dnsname", "identity.dns-name"),
        ("sigature", "path.signature"), ("crl-nextupdate", "revocation.crl-next-update"),
    ])
    func `what is nearly right is understood, or suggested`(words: String, id: String) {
        let found = EvidenceSearch.find(words).map(\.id)
        #expect(found == [id] || found.isEmpty && EvidenceSearch.suggestions(for: words).contains(id))
    }

    @Test func `no more than three are suggested, and none for what is far from all`() {
        #expect(EvidenceSearch.suggestions(for: "revocation.crl").count == 3)
        #expect(EvidenceSearch.suggestions(for: "xqzwvjkyxqzwvjkyxqzw").isEmpty)
        #expect(EvidenceSearch.suggestions(for: String(repeating: "a", count: 100_000)).isEmpty)
    }
}
