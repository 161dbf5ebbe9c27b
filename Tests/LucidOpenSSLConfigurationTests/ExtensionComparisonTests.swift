import LucidModel
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

/// Extensions, octet for octet as openssl makes them.
struct ExtensionComparisonTests {
    @Test func `every value comes out as openssl makes it`() throws {
        guard let peer = try Peer() else { return }
        let cases = ExtensionCases.accepted
        #expect(cases.count >= 150)
        let environment = ["LUCID_NUMBER": "77"]
        let made = try peer.certificates(cases.map { head + "[e]\n" + $0 }, environment: environment)
        for (index, text) in cases.enumerated() {
            guard let certificate = made[index] else {
                Issue.record("openssl refuses:\n\(text)\n\(peer.complaint(index))")
                continue
            }
            do {
                let own = try peer.extensions(head + "[e]\n" + text, environment: environment)
                let wanted = Array(certificate.extensions)
                #expect(own.map(\.hex) == wanted.map(\.hex), "\(text)")
            } catch {
                Issue.record("Lucid refuses:\n\(text)\n\(error)")
            }
        }
    }

    @Test func `every value that openssl refuses is refused, with its place`() throws {
        guard let peer = try Peer() else { return }
        let cases = ExtensionCases.refused
        let made = try peer.certificates(cases.map { head + "[e]\n" + $0 })
        for (index, text) in cases.enumerated() {
            #expect(made[index] == nil, "openssl accepts:\n\(text)")
            let error = #expect(throws: ConfigurationProblem.self, "Lucid accepts:\n\(text)") {
                try peer.extensions(head + "[e]\n" + text)
            }
            let sentence = error?.description ?? ""
            #expect(sentence.hasPrefix("test.cnf, line ") && !sentence.contains("\n"), "\(sentence)")
        }
    }
}

extension Extension {
    /// Everything of it, for comparison.
    fileprivate var hex: String {
        "\(extnID) \(critical) \(extnValue.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())"
    }
}
