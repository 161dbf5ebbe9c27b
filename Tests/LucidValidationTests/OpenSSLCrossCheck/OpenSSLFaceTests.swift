import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid openssl verify says what openssl verify says",
    .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "there is no OpenSSL 3, or no lucid"))
struct OpenSSLFaceTests {
    private static func count(_ few: Int, exhaustive many: Int) -> Int {
        ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? few : many
    }

    /// The ways in which each chain is asked about; a plain run takes one of them for each.
    private static let manners: [[String]] = [
        ["-x509_strict", "-crl_check_all", "-policy_check", "-purpose", "sslserver"],
        ["-show_chain"],
        ["-crl_check", "-extended_crl", "-use_deltas", "-purpose", "sslserver", "-policy_print", "-explicit_policy"],
        ["-partial_chain", "-check_ss_sig", "-auth_level", "2", "-crl_check_all"],
        ["-ignore_critical", "-crl_check_all", "-purpose", "sslclient", "-policy_print", "-policy_check"],
        ["-no_check_time", "-verify_depth", "2", "-purpose", "smimesign", "-x509_strict"],
    ]

    private static func manners(_ number: Int) -> [[String]] {
        ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? [manners[number % manners.count]] : manners
    }

    @Test(arguments: 0..<count(6, exhaustive: 200))
    func `about chains in which nothing is wrong`(seed: Int) throws {
        let question = try CrossQuestion(ChainPlan(seed: UInt64(seed)))
        for manner in Self.manners(seed) {
            let (openssl, lucid) = try question.ask(manner)
            #expect(openssl == lucid, "chain \(seed) \(manner)\nopenssl: \(openssl)\nLucid: \(lucid)")
        }
    }

    @Test(arguments: Breakage.allCases)
    func `about chains in which one thing is wrong`(breakage: Breakage) throws {
        let recipe = try #require(Recipe.all[breakage])
        let place = Breakage.allCases.firstIndex(of: breakage) ?? 0
        var count = 0
        var differenceCount = 0
        var seed = UInt64(place + 1) * 1_000_000
        while count < Self.count(1, exhaustive: 4) {
            seed += 1
            var plan = try ChainPlan(seed: seed)
            var random = SeededGenerator(seed ^ 0xb0b)
            do { try recipe.change(&plan, &random) } catch is UnfitChain { continue }
            count += 1
            let question = try CrossQuestion(plan)
            for manner in Self.manners(place) {
                let (openssl, lucid) = try question.ask(manner)
                if openssl != lucid { differenceCount += 1 }
                #expect(
                    openssl == lucid || FaceDifference.all[breakage] != nil,
                    "chain \(seed) \(manner)\nopenssl: \(openssl)\nLucid: \(lucid)")
            }
        }
        #expect((FaceDifference.all[breakage] != nil) == (differenceCount > 0), "\(FaceDifference.all[breakage] ?? "")")
    }
}

/// What `verify` leaves behind, but for the dumps of OpenSSL's error queue, which tell about its own sources.
struct FaceAnswer: Equatable {
    let output: String
    let errors: [Substring]
    let exitCode: Int32?

    init(_ result: ProgramResult) {
        output = result.output
        errors = result.errors.split(separator: "\n", omittingEmptySubsequences: false).filter {
            $0.firstMatch(of: /^[0-9A-F]{12,16}:error:/) == nil
        }
        exitCode = result.exitCode
    }
}

extension CrossQuestion {
    /// Asks both in the same words.
    fileprivate func ask(_ manner: [String]) throws -> (openssl: FaceAnswer, lucid: FaceAnswer) {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        let folder = try TemporaryFolder()
        var words = try ["verify"] + Self.files(of: chain, in: folder) + manner + policyWords
        words += ["-attime", String(World.time.secondsSince1970), "-verify_hostname", plan.host, folder.path("target")]
        return (FaceAnswer(try Programs.run(openssl, words)), FaceAnswer(try runLucid(["openssl"] + words)))
    }
}

/// Where the two differ still, and why.
enum FaceDifference {
    static let all: [Breakage: String] = [
        .looseBoolean: "Lucid reads DER, and no certificate in which TRUE is written as in other BER (X.690 §11.1)"
    ]
}
