import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid openssl verify judges the certificates that people have as openssl does",
    .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "there is no OpenSSL 3, or no lucid"))
struct VerifyBundleTests {
    private static let debian = "/etc/ssl/certs/ca-certificates.crt"

    /// Where Python's certifi keeps its bundle; nil where there is none.
    private static let certifi: String? = Programs.python3.flatMap { python in
        let result = try? Programs.run(python, ["-c", "import certifi; print(certifi.where())"])
        return result.flatMap { $0.exitCode == 0 ? $0.output.trimmingCharacters(in: .whitespacesAndNewlines) : nil }
    }

    private static let purposes = [
        "sslclient", "sslserver", "nssslserver", "smimesign", "smimeencrypt", "crlsign", "any", "ocsphelper",
        "timestampsign",
    ]

    /// The ways in which the root of a bundle is asked about.
    private static func manners(_ bundle: String) -> [[String]] {
        [
            [], ["-CAfile", bundle, "-no-CApath", "-show_chain"], ["-no-CAfile", "-no-CApath", "-no-CAstore"],
            ["-no-CAfile", "-x509_strict", "-check_ss_sig"],
        ] + purposes.map { ["-CAfile", bundle, "-x509_strict", "-purpose", $0] }
    }

    @Test(arguments: [debian, certifi].compactMap { $0 }.filter { FileManager.default.fileExists(atPath: $0) })
    func `the roots of a bundle`(bundle: String) throws {
        let text = try String(contentsOfFile: bundle, encoding: .utf8)
        let blocks = text.matches(of: /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\n/).map(\.0)
        #expect(blocks.count > 100)
        let manners = Self.manners(bundle)
        for (number, block) in VerifyAnswers.sample(blocks, 13).enumerated() {
            let folder = try TemporaryFolder()
            try folder.write(Array(block.utf8), to: "root.pem")
            for manner in VerifyAnswers.isExhaustive ? manners : [manners[number % manners.count]] {
                let answers = try VerifyAnswers(manner + [folder.path("root.pem")])
                #expect(answers.areEqual, "\(manner): openssl: \(answers.openssl) Lucid: \(answers.lucid)")
            }
        }
    }

    @Test func `the fixtures`() throws {
        let folder = Checkout.top.appending(path: "Fixtures/openssl/certs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var different: Set<String> = []
        for (number, name) in VerifyAnswers.sample(names, 24).enumerated() {
            let file = folder.appending(path: name).path
            let manners = [
                ["-no-CAfile", "-no-CApath", "-no-CAstore"],
                ["-CAfile", file, "-no-CApath", "-no-CAstore", "-x509_strict", "-check_ss_sig", "-policy_check"],
                ["-trusted", file, "-partial_chain", "-auth_level", "1", "-verify_hostname", "localhost"],
                ["-trusted", file, "-ignore_critical", "-crl_check_all", "-nameopt", "multiline,utf8"],
            ]
            for manner in VerifyAnswers.isExhaustive ? manners : [manners[number % 4]] {
                let answers = try VerifyAnswers(manner + [file])
                guard !answers.areEqual else { continue }
                different.insert(name)
                #expect(
                    VerifyDifference.covers(name),
                    "\(name) \(manner): openssl: \(answers.openssl) Lucid: \(answers.lucid)")
            }
        }
        guard VerifyAnswers.isExhaustive else { return }
        for row in VerifyDifference.all where !row.cases.contains("::") {
            #expect(different.contains { $0.hasPrefix(row.cases) }, "\(row.cases): the row is not needed any more")
        }
    }
}
