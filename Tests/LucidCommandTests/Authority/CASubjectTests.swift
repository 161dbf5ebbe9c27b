import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("lucid ca: names of CAs and of what they issue, and profiles of CAs")
struct CASubjectTests {
    @Test("a CA is made from a request alone, whatever its profile is called, and with the policy's names")
    func authorities() throws {
        let ca = try TeamCA("--root-only", "--dns", "only.test")
        let profile = #"{"name": "subca", "basedOn": "intermediate"}"#
        try Data(profile.utf8).write(to: ca.folder.url.appending(path: "sub.json"))
        for name in ["sub.json", "intermediate", "root"] {
            let issued = try ca.ca("issue", "--profile", name, "sub.only.test", expecting: 2)
            #expect(issued.errors.contains("lucid ca sign --profile intermediate"), "\(issued.errors)")
        }
        #expect(try ca.serialNumbers().isEmpty)
        let request = try runLucid(
            ["request", "new", "sb.csr", "--new-key", "sb.key", "--subject", "CN=Sb"],
            folder: ca.folder.url)
        #expect(request.exitCode == 0, "\(request.errors)")
        try ca.ca("sign", "--profile", "root", "sb.csr", expecting: 2)
        for (profile, out) in [("intermediate", "a.pem"), ("sub.json", "b.pem")] {
            try ca.ca("sign", "--profile", profile, "--out", out, "sb.csr")
            let made = try #require(CertificateFile(try ca.folder.read(out)).certificates.first)
            let constraints = try #require(made.extensions.value(NameConstraints.self))
            #expect(constraints.permittedSubtrees?.first?.base.valueText == "only.test")
        }
    }

    @Test("a subject has one commonName and no control characters, and its host is held to the policy")
    func subjects() throws {
        let ca = try TeamCA("--root-only", "--dns", "c.test")
        let evil = try ca.ca("issue", "--subject", "CN=evil.test", "ok.c.test", expecting: 1)
        #expect(evil.errors.contains("does not allow dNSName evil.test"), "\(evil.errors)")
        for subject in ["O=a\u{1b}[31mb", "CN=a.c.test,CN=b.c.test", "O="] {
            let result = try ca.ca("issue", "--subject", subject, "ok.c.test", expecting: 2)
            #expect(result.errors.hasPrefix("lucid: --subject: "), "\(result.errors)")
        }
        #expect(try ca.serialNumbers().isEmpty)
        try ca.ca("issue", "--subject", "CN=www.c.test,O=Example", "ok.c.test")
        let made = try #require(CertificateFile(try ca.folder.read("ok.c.test.pem")).certificates.first)
        #expect(made.subject.values(of: OID.commonName) == ["www.c.test"])
        #expect(made.extensions.subjectAltName?.names.count == 2)
    }

    @Test(
        "a CA's name is a text, with one commonName",
        arguments: [["--name", ""], ["--name", " "], ["--name", "a\u{1b}[31mb"], ["--subject", "CN=X"]])
    func initialNames(options: [String]) throws {
        let folder = try TemporaryFolder()
        let result = try runLucid(["ca", "init", "--no-passphrase"] + options, folder: folder.url)
        #expect(result.exitCode == 2 && result.errors.contains(options[0]), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("ca")))
    }
}
