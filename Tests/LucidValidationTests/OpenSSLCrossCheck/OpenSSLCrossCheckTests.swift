import Foundation
import LucidTestSupport
import LucidValidation
import Testing

@Suite("openssl verify judges random chains alike", .enabled(if: Programs.openssl != nil, "there is no OpenSSL 3"))
struct OpenSSLCrossCheckTests {
    /// How many chains are judged: few in every run, many where `LUCID_EXHAUSTIVE` is set (`Scripts/test --all`).
    private static func count(_ few: Int, exhaustive many: Int) -> Int {
        ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? few : many
    }

    /// The numbers that good chains are made from, in a few parts that run beside each other.
    private static let seeds = (0..<4).map { part in
        stride(from: part, to: count(24, exhaustive: 400), by: 4).map { UInt64($0) }
    }

    @Test(arguments: seeds)
    func `both accept chains in which nothing is wrong`(seeds: [UInt64]) throws {
        for seed in seeds {
            let question = try CrossQuestion(ChainPlan(seed: seed))
            let lucid = try question.askLucid()
            let openssl = try question.askOpenSSL()
            #expect(lucid.isAccepted, "chain \(seed): \(lucid.words)")
            #expect(openssl.isAccepted, "chain \(seed): \(openssl.words)")
        }
    }

    @Test(arguments: Breakage.allCases)
    func `they agree about chains in which one thing is wrong, or the table says why not`(breakage: Breakage) throws {
        let recipe = try #require(Recipe.all[breakage])
        let isDifferent = OpenSSLDifference.all.contains { $0.breakage == breakage }
        var count = 0
        // Each breakage has chains of its own.
        let place = Breakage.allCases.firstIndex(of: breakage) ?? 0
        var seed = UInt64(place + 1) * 1_000_000
        while count < Self.count(2, exhaustive: 25) {
            seed += 1
            var plan = try ChainPlan(seed: seed)
            var random = SeededGenerator(seed ^ 0xb0b)
            do { try recipe.change(&plan, &random) } catch is UnfitChain { continue }
            count += 1
            let question = try CrossQuestion(plan)
            let lucid = try question.askLucid()
            let openssl = try question.askOpenSSL()
            #expect(recipe.judgement.fits(lucid), "chain \(seed): \(lucid.words)")
            #expect(
                (openssl.isAccepted != lucid.isAccepted) == isDifferent,
                "chain \(seed): openssl: \(openssl.words) Lucid: \(lucid.words)")
        }
    }

    @Test func `every breakage has a recipe, and every row of the table its own breakage`() {
        #expect(Set(Recipe.all.keys) == Set(Breakage.allCases))
        #expect(Set(OpenSSLDifference.all.map(\.breakage)).count == OpenSSLDifference.all.count)
        #expect(Set(Breakage.allCases.map(\.sentence)).count == Breakage.allCases.count)
    }

    @Test func `the page in the documentation prints these tables`() throws {
        let file = Checkout.top.appending(path: DifferencesPage.file)
        if ProcessInfo.processInfo.environment["LUCID_WRITE_DOCUMENTATION"] != nil {
            try DifferencesPage.text.write(to: file, atomically: true, encoding: .utf8)
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text == DifferencesPage.text, "LUCID_WRITE_DOCUMENTATION=1 writes it anew")
    }
}

extension Recipe.Judgement {
    /// Whether Lucid has said this.
    fileprivate func fits(_ answer: Answer) -> Bool {
        switch self {
        case .accepted: answer.isAccepted
        case .refused(let check): !answer.isAccepted && answer.failed.contains(check)
        case .unreadable: !answer.isAccepted && answer.failed.isEmpty
        }
    }
}
