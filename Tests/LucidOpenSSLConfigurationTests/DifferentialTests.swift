import Foundation
import LucidModel
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

/// Mutated configurations, read by openssl and by Lucid.
struct DifferentialTests {
    /// How many: some in every run, many where `LUCID_EXHAUSTIVE` is set (`Scripts/test --all`).
    private static let count = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? 100 : 2000
    private static let seed = ProcessInfo.processInfo.environment["LUCID_SEED"].flatMap(UInt64.init) ?? 1

    @Test func `what mutations change, they change for openssl and for Lucid`() throws {
        guard let peer = try Peer() else { return }
        let texts = ExtensionCases.accepted + ConfigurationCases.lines
        var mutations = Mutations(state: Self.seed)
        let cases = (0..<Self.count).map { _ in
            Array((head + "[e]\n").utf8)
                + mutations.mutated(Array(texts[mutations.next(below: texts.count)].utf8), atMost: 2)
        }
        let made = try peer.certificates(cases)
        var counts = (made: 0, refused: 0)
        for (index, octets) in cases.enumerated() {
            let text = String(decoding: octets.dropFirst(head.utf8.count), as: UTF8.self)
            switch (made[index], Result { try peer.extensions(octets) }) {
            case (let certificate?, .success(let own)):
                counts.made += 1
                #expect(own.map(\.derEncoded) == certificate.extensions.map(\.derEncoded), "\(text.debugDescription)")
            case (nil, .failure): counts.refused += 1
            case (nil, .success):
                Issue.record("openssl alone refuses: \(text.debugDescription) \(peer.complaint(index))")
            case (_, .failure(let error)): Issue.record("Lucid alone refuses: \(text.debugDescription) \(error)")
            }
        }
        #expect(counts.made > Self.count / 10 && counts.refused > Self.count / 10, "\(counts)")
    }
}
