import Foundation
import LucidModel
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

/// The configuration language, as openssl reads it.
struct ConfigurationComparisonTests {
    @Test func `files are read as openssl reads them`() throws {
        guard let peer = try Peer() else { return }
        let folder = try TemporaryFolder()
        for (name, text) in ConfigurationCases.files {
            let path = folder.path(name)
            let parent = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try folder.write(Array(text.replacing("#DIR#", with: folder.path).utf8), to: name)
        }
        let texts = ConfigurationCases.lines.map { head + "[e]\n" + $0 } + ConfigurationCases.files2
        let cases = texts.map { $0.replacing("#DIR#", with: folder.path) }
        let environment = ["LUCID_TEST": "from the environment"]
        let made = try peer.certificates(cases, environment: environment)
        for (index, text) in cases.enumerated() {
            let own = Result { try peer.extensions(text, environment: environment) }
            switch (made[index], own) {
            case (let certificate?, .success(let extensions)):
                let wanted = certificate.extensions[OID.netscapeComment]?.extnValue
                let found = extensions.first { $0.extnID == OID.netscapeComment }?.extnValue
                #expect(
                    found.map { String(decoding: $0, as: UTF8.self) }
                        == wanted.map { String(decoding: $0, as: UTF8.self) }, "\(text)")
            case (nil, .failure): break
            case (nil, .success): Issue.record("openssl alone refuses:\n\(text)\n\(peer.complaint(index))")
            case (_, .failure(let error)): Issue.record("Lucid alone refuses:\n\(text)\n\(error)")
            }
        }
    }
}
