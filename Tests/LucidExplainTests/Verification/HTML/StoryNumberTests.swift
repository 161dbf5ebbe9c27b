import Foundation
import LucidDER
import LucidJSON
import LucidSignature
import LucidTestSupport
import LucidX509
import Testing

@testable import LucidExplain

/// The numbers that stand on the page are read from it, and computed again by Python.
struct StoryNumberTests {
    enum Sample: String, CaseIterable {
        case rsa, pss, ecdsa, ed25519, wrong, large

        var told: StoryPages.Told {
            get throws {
                switch self {
                case .rsa: try StoryPages.rsa(isDeep: true)
                case .pss: try StoryPages.pss(isDeep: true)
                case .ecdsa: try StoryPages.ecdsa(isDeep: true)
                case .ed25519: try StoryPages.ed25519(isDeep: true)
                case .wrong: try StoryPages.impostorAlone()
                case .large: try StoryPages.large()
                }
            }
        }
    }

    @Test(arguments: Sample.allCases)
    func `Python reads every number from the page and computes it again`(sample: Sample) throws {
        let python = try #require(Programs.python3)
        let told = try sample.told
        let folder = try TemporaryFolder()
        try folder.write(Array(StoryPages.page(told).html.utf8), to: "page.html")
        let steps = told.answer.story.parts.compactMap { part in
            if case .certificate(let step) = part { step } else { nil as VerificationStory.CertificateStep? }
        }
        let messages = try steps.map { step in
            let scheme = try SignatureScheme(step.certificate.signatureAlgorithm)
            var mask: String?
            if case .rsaPSS(let parameters) = scheme { mask = Self.pythonName(parameters.maskHash) }
            return JSONValue.object([
                "message": .string(hex(step.certificate.tbsBytes)), "hash": .string(Self.pythonName(scheme.hash)),
                "mask": mask.map { .string($0) },
            ])
        }
        let cases = try run(python, "read_page.py", [folder.path("page.html")], JSONValue.array(messages).text)
        let computed = try run(python, "recompute.py", [], cases)
        let lines = computed.split(separator: "\n")
        #expect(lines.count == 1, "\(lines.prefix(5))")
        let count = try #require(lines.last?.split(separator: " ").first.flatMap { Int($0) })
        // At the least as many numbers as a signature of its kind has.
        #expect(count >= 5 * steps.count && lines.last?.hasSuffix("numbers computed") == true, "\(count)")
    }

    private func run(_ python: String, _ script: String, _ arguments: [String], _ input: String) throws -> String {
        let path = Checkout.fixtures.appending(path: "worked/\(script)").path
        let result = try Programs.run(python, [path] + arguments, stdin: Array(input.utf8))
        #expect(result.errors == "" && result.exitCode == 0)
        return result.output
    }

    private static func pythonName(_ hash: HashAlgorithm) -> String { hash.name.lowercased().replacing("-", with: "") }
}
