import Foundation
import LucidTestSupport
import LucidX509

/// A structure whose printed form is compared.
struct PrintedStructure: Sendable {
    enum Kind: String, Sendable { case certificate = "x509", request = "req", list = "crl" }

    let name: String
    let kind: Kind
    let block: PEMBlock

    /// What openssl reads on standard input.
    var pem: [UInt8] { Array(block.text.utf8) }
}

/// Where the structures come from.
enum PrintedCorpus: String, CaseIterable, Sendable {
    case fixtures, systemRoots, certifi, limbo, betterTLS

    /// Whether everything is compared: `LUCID_EXHAUSTIVE` is set (`Scripts/test --all`).
    static let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil

    /// The structures that a run compares, spread over all that there are; 500 at most of BetterTLS's.
    var sample: [PrintedStructure] {
        let all = self.all
        let limit = Self.isExhaustive ? (self == .betterTLS ? 500 : .max) : (self == .fixtures ? .max : 40)
        guard all.count > limit else { return all }
        let chosen = (0..<limit).map { all[$0 * all.count / limit] }
        let known = Set(AllowedDifference.all.map(\.name))
        return chosen + all.filter { known.contains($0.name) }
    }

    /// All structures, each once.
    private var all: [PrintedStructure] {
        switch self {
        case .fixtures:
            ["certs", "csrs", "crls", "bundles"].flatMap { folder in
                ((try? Checkout.fixtures(in: "openssl/\(folder)", endings: ["pem"])) ?? []).flatMap { path in
                    Self.structures(in: (try? Checkout.fixture(path)) ?? [], named: path)
                }
            }
        case .systemRoots:
            Self.structures(in: Self.octets("/etc/ssl/certs/ca-certificates.crt"), named: "system root")
        case .certifi: Self.certifiPath.map { Self.structures(in: Self.octets($0), named: "certifi") } ?? []
        case .limbo: Self.limboBlocks(betterTLS: false)
        case .betterTLS: Self.limboBlocks(betterTLS: true)
        }
    }

    private static func octets(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    }

    /// The bundle of the package certifi, in the Python that `Scripts/prepare` makes or in the system's.
    private static let certifiPath: String? = {
        let own = Checkout.top.appending(path: ".build/journeys/bin/python").path
        for python in [own, Programs.python3].compactMap({ $0 }) {
            let result = try? Programs.run(python, ["-c", "import certifi; print(certifi.where())"])
            if result?.exitCode == 0, let path = result?.output.split(separator: "\n").first { return String(path) }
        }
        return nil
    }()

    private static func structures(in octets: [UInt8], named name: String) -> [PrintedStructure] {
        var found: [PrintedStructure] = []
        for (index, result) in PEMReader.blocks(in: octets.span).enumerated() {
            guard case .success(let block) = result, let kind = kind(block.label) else { continue }
            found.append(PrintedStructure(name: "\(name) \(index)", kind: kind, block: block))
        }
        return found
    }

    private static func kind(_ label: String) -> PrintedStructure.Kind? {
        switch label {
        case "CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE": .certificate
        case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": .request
        case "X509 CRL": .list
        default: nil
        }
    }

    /// The certificates and CRLs of x509-limbo, named by the case that has them first.
    private static func limboBlocks(betterTLS: Bool) -> [PrintedStructure] {
        limboCases.filter { $0.id.hasPrefix("bettertls") == betterTLS }.reduce(into: ([], Set<[UInt8]>())) {
            made, test in
            for structure in test.texts.flatMap({ structures(in: Array($0.utf8), named: test.id) })
            where made.1.insert(structure.block.bytes).inserted {
                made.0.append(
                    PrintedStructure(
                        name: "\(test.id) \(made.0.count(where: { $0.name.hasPrefix(test.id + " ") }))",
                        kind: structure.kind, block: structure.block))
            }
        }.0
    }

    private static let limboCases: [(id: String, texts: [String])] = {
        guard let folder = Checkout.conformance,
            let data = FileManager.default.contents(atPath: folder.appending(path: "limbo.json").path),
            let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let tests = file["testcases"] as? [[String: Any]]
        else { return [] }
        // One in eleven of the cases of BetterTLS, nine thousand, has enough certificates to choose from.
        return tests.enumerated().compactMap { index, test in
            guard let id = test["id"] as? String, !id.hasPrefix("bettertls") || index % 11 == 0 else { return nil }
            let lists = ["trusted_certs", "untrusted_intermediates", "crls"].flatMap { test[$0] as? [String] ?? [] }
            return (id, lists + [test["peer_certificate"] as? String ?? ""])
        }
    }()
}
