import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid openssl verify judges x509-limbo's chains as openssl does",
    .enabled(
        if: Programs.openssl != nil && Programs.lucid != nil && Checkout.conformance != nil,
        "there is no OpenSSL 3, no lucid, or no folder with the conformance suites"))
struct VerifyLimboTests {
    @Test func `the chains that were made by hand`() throws {
        try compare(try LimboCase.all().filter { !$0.isOfBetterTLS }, sample: 24, isEachDifferenceNeeded: true)
    }

    @Test func `chains of BetterTLS`() throws {
        let all = try LimboCase.all().filter(\.isOfBetterTLS)
        // Five hundred of more than six thousand, evenly spread.
        let chosen = (0..<min(500, all.count)).map { all[$0 * all.count / 500] }
        try compare(chosen, sample: 12, isEachDifferenceNeeded: false)
    }

    /// The ways in which each chain is asked about.
    private static let manners: [[String]] = [
        [], ["-x509_strict"], ["-partial_chain", "-check_ss_sig", "-auth_level", "2"],
        ["-policy_check", "-explicit_policy", "-policy_print", "-policy", "1.2.3.4"],
    ]

    private func compare(_ cases: [LimboCase], sample: Int, isEachDifferenceNeeded: Bool) throws {
        var different: Set<String> = []
        for (number, item) in VerifyAnswers.sample(cases, sample).enumerated() {
            let folder = try TemporaryFolder()
            let words = try item.words(in: folder)
            let manners = VerifyAnswers.isExhaustive ? Self.manners : [Self.manners[number % 4]]
            for manner in manners {
                let answers = try VerifyAnswers(words + manner + ["-show_chain", folder.path("target")])
                guard !answers.areEqual else { continue }
                different.insert(item.id)
                #expect(
                    VerifyDifference.covers(item.id),
                    "\(item.id) \(manner): openssl: \(answers.openssl) Lucid: \(answers.lucid)")
            }
        }
        guard VerifyAnswers.isExhaustive, isEachDifferenceNeeded else { return }
        for row in VerifyDifference.all where row.cases.contains("::") {
            #expect(different.contains { $0.hasPrefix(row.cases) }, "\(row.cases): the row is not needed any more")
        }
    }
}

/// A case of x509-limbo, as far as a command line of `verify` needs it.
private struct LimboCase: Decodable {
    let id, validation_kind, peer_certificate: String
    let trusted_certs, untrusted_intermediates: [String]
    let validation_time: String?
    let expected_peer_name: PeerName?
    let max_chain_depth: Int?
    let crls: [String]?

    struct PeerName: Decodable {
        let kind, value: String
    }

    private struct Suite: Decodable { let testcases: [LimboCase] }

    static func all() throws -> [LimboCase] {
        guard let folder = Checkout.conformance else { return [] }
        let file = try Data(contentsOf: folder.appending(path: "limbo.json"))
        return try JSONDecoder().decode(Suite.self, from: file).testcases
    }

    var isOfBetterTLS: Bool { id.hasPrefix("bettertls") }

    /// Writes the case's files into a folder; the words name them. The certificate itself is in `target`.
    func words(in folder: TemporaryFolder) throws -> [String] {
        func file(_ name: String, _ blocks: [String]) throws -> String {
            try folder.write(Array(blocks.map { $0 + "\n" }.joined().utf8), to: name)
            return folder.path(name)
        }
        _ = try file("target", [peer_certificate])
        var words = ["-no-CApath", "-no-CAstore"]
        words += trusted_certs.isEmpty ? ["-no-CAfile"] : ["-CAfile", try file("anchors", trusted_certs)]
        if !untrusted_intermediates.isEmpty { words += ["-untrusted", try file("others", untrusted_intermediates)] }
        if let crls, !crls.isEmpty { words += ["-CRLfile", try file("lists", crls), "-crl_check_all"] }
        // Some cases leave the time open; it is the same for both.
        let time = try validation_time.map { try Date($0, strategy: .iso8601).timeIntervalSince1970 } ?? 1_750_000_000
        words += ["-attime", String(Int(time)), "-purpose", validation_kind == "SERVER" ? "sslserver" : "sslclient"]
        if let name = expected_peer_name {
            let option = ["DNS": "-verify_hostname", "IP": "-verify_ip", "RFC822": "-verify_email"][name.kind]
            words += option.map { [$0, name.value] } ?? []
        }
        return words + (max_chain_depth.map { ["-verify_depth", String($0)] } ?? [])
    }
}
