import Foundation
import LucidDER
@testable import LucidExplain
import LucidTestSupport
import Testing

@Suite("Damaged structures")
struct DamagedInputTests {
    /// Structures of every kind, small ones so that changes hit everywhere.
    private static let seeds = Samples.fixtures.filter { $0.octets.count < 3000 }

    /// So many damaged inputs: some thousands in every run, 100,000 where `LUCID_EXHAUSTIVE` is set.
    private static let count = Samples.isExhaustive ? 100_000 : 2_000

    @Test func `are explained to the last octet, in bounded time`() {
        var dice = Dice(state: 1)
        var longest: Duration = .zero
        for round in 0..<Self.count {
            let seed = Self.seeds[round % Self.seeds.count]
            let octets = dice.damaged(seed.octets)
            let start = ContinuousClock.now
            // Every tenth is not told what it is.
            let explanation =
                round % 10 == 0 ? Explanation(DERBytes(octets)) : Explanation(DERBytes(octets), as: seed.kind)
            longest = max(longest, ContinuousClock.now - start)
            CoverageTests.expectCoverage(explanation, "\(seed.name), round \(round)")
        }
        // Far above what is measured, because other tests run beside this one.
        #expect(longest < .seconds(2))
    }

    /// The annotator by itself finds whatever the reader refuses, but for rules on values that it leaves to the reader; and what it
    /// finds beyond that lies where the reader looks at headers alone.
    @Test func `that the annotator finds wrong the reader refuses, and the other way round`() {
        var dice = Dice(state: 2)
        var refusals = 0
        for round in 0..<Self.count {
            let seed = Self.seeds[round % Self.seeds.count]
            let octets = DERBytes(dice.damaged(seed.octets))
            // What is BER after the change is explained in another form than it is read in.
            let isDefinite = (try? BER.definiteForm(of: octets)) == .some(nil)
            guard Self.kindsWithReader.contains(seed.kind), isDefinite else { continue }
            let found = Annotator.explaining(octets, as: seed.kind)
            let refusal = seed.kind.refusal(of: octets)
            if refusal != nil { refusals += 1 }
            if let refusal, found.problems.isEmpty {
                #expect(Self.isRuleOnValue(refusal), "\(seed.name), round \(round): \(refusal)")
                #expect(!Explanation(octets, as: seed.kind).isFlawless)
            }
            if refusal == nil, let line = found.lines.first(where: { $0.problem != nil }) {
                // What is not signed data any more is anything, and Ed25519's key is read when it is opened.
                let isOpaque =
                    Self.opaque.contains { line.path.contains($0) } || ["content", "privateKey"].contains(line.path)
                #expect(isOpaque, "\(seed.name), round \(round): \(line.path) \(String(describing: line.problem))")
            }
        }
        #expect(refusals > Self.count / 2)
    }

    private static func isRuleOnValue(_ error: DERError) -> Bool {
        switch error.reason {
        case .valueNotAllowed, .defaultEncoded, .bitStringNotOctets: true
        default: false
        }
    }

    /// Fields whose content the reader keeps as it came: nothing that it needs depends on them, or it decodes them later.
    private static let opaque = [
        "signatureValue", "signature", "subjectPublicKey", "parameters", "authSafe", "macData", "signerInfos",
        "digestAlgorithms", ".values", ".value", ".x400Address", ".ediPartyName", "encapContentInfo", "attributes",
        "(OCSP Nonce)", "(privateKeyUsagePeriod)", "(qcStatements)",
    ]

    private static let kindsWithReader: Set<Explanation.Kind> = [
        .certificate, .certificateRequest, .revocationList, .ocspRequest, .ocspResponse, .publicKey, .privateKey,
        .encryptedPrivateKey, .rsaPrivateKey, .ecPrivateKey, .contentInfo, .pfx,
    ]
}
