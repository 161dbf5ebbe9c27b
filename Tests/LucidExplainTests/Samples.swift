import Foundation
import LucidDER
import LucidExplain
import LucidPEM
import LucidTestSupport

/// What the tests explain.
enum Samples {
    /// A structure, and what it is.
    struct Sample: Sendable {
        let name: String
        let kind: Explanation.Kind
        let octets: [UInt8]
    }

    /// Whether runs are long ones (`Scripts/test --all`).
    static let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil

    /// Every structure of the fixtures that OpenSSL made; those that are broken on purpose are left out.
    static let fixtures: [Sample] = {
        let endings: Set<String> = ["pem", "der", "p12", "p7b", "p7m"]
        let folders = ["bundles", "certs", "csrs", "crls", "keys", "ocsp", "pkcs7", "pkcs12"]
        let files = folders.flatMap { (try? Checkout.fixtures(in: "openssl/\($0)", endings: endings)) ?? [] }
        return files.filter { !$0.contains("-in-middle") && !$0.contains("bad-utf8") }.flatMap(samples)
    }()

    /// The structures of a file under `Fixtures/`.
    static func samples(_ path: String) -> [Sample] {
        guard let bytes = try? Checkout.fixture(path) else { return [] }
        return ExplainedFile(bytes).blocks.map { block in
            Sample(name: path, kind: block.explanation.kind, octets: block.explanation.octets.array)
        }
    }

    /// The system's bundle of roots.
    static let roots: [[UInt8]] = {
        let bundle = try? Data(contentsOf: URL(filePath: "/etc/ssl/certs/ca-certificates.crt"))
        return blocks(bundle.map { Array($0) } ?? [])
    }()

    /// limbo's certificates: all of its hand-made cases, and those of 500 cases of BetterTLS.
    static let limbo: [[UInt8]] = {
        guard let file = Checkout.conformance?.appending(path: "limbo.json"), let data = try? Data(contentsOf: file),
            let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let cases = document["testcases"] as? [[String: Any]]
        else { return [] }
        var isBetterTLS: [Bool: [[String: Any]]] = [:]
        for testcase in cases {
            isBetterTLS[(testcase["id"] as? String ?? "").hasPrefix("bettertls"), default: []].append(testcase)
        }
        let generated = isBetterTLS[true] ?? []
        let sampled = stride(from: 0, to: generated.count, by: max(1, generated.count / 500)).map { generated[$0] }
        var seen: Set<String> = []
        for testcase in (isBetterTLS[false] ?? []) + sampled {
            let lists = [testcase["trusted_certs"], testcase["untrusted_intermediates"]]
            seen.formUnion(lists.flatMap { $0 as? [String] ?? [] })
            if let peer = testcase["peer_certificate"] as? String { seen.insert(peer) }
        }
        return seen.sorted().flatMap { blocks(Array($0.utf8)) }
    }()

    private static func blocks(_ bytes: [UInt8]) -> [[UInt8]] {
        PEMReader.blocks(in: bytes.span).compactMap { try? $0.get().bytes }
    }
}

/// Numbers that look random and are the same in each run (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The octets with one to three changes.
    mutating func damaged(_ octets: [UInt8]) -> [UInt8] {
        var octets = octets
        for _ in 0..<Int.random(in: 1...3, using: &self) where !octets.isEmpty {
            let place = octets.indices.randomElement(using: &self) ?? 0
            switch UInt8.random(in: 0..<8, using: &self) {
            case 0: octets[place] = .random(in: 0...255, using: &self)
            case 1: octets[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 2: octets[place] &+= 1
            case 3: octets.remove(at: place)
            case 4: octets.insert(.random(in: 0...255, using: &self), at: place)
            case 5: octets.removeSubrange(place...)
            case 6: octets[place] = [0x00, 0x30, 0x31, 0x80, 0xa0, 0x84, 0xff, 0x02].randomElement(using: &self) ?? 0
            default:
                let length = min(Int.random(in: 1...24, using: &self), octets.count - place)
                octets.insert(contentsOf: octets[place..<place + length], at: place)
            }
        }
        return octets
    }
}
