import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// A certificate in a file of its own or in a bundle.
struct CertificateSample: Sendable, CustomTestStringConvertible {
    let name: String
    /// One PEM block, or DER.
    let bytes: [UInt8]
    /// What `lucid show --json` says of it; nil where it refuses it.
    let json: JSON?

    var testDescription: String { name }

    /// The certificates of `Fixtures/openssl/certs`, in the files' order.
    static let fixtures: [CertificateSample] = {
        guard let files = try? Checkout.fixtures(in: "openssl/certs") else { return [] }
        let paths = files.map { Checkout.fixtures.appending(path: $0).path }
        let all = shown(paths)
        return zip(files, paths).map { file, path in
            CertificateSample(
                name: String(file.split(separator: "/").last ?? ""), bytes: (try? Checkout.fixture(file)) ?? [],
                json: all.first { $0["file"]?.string == path })
        }
    }()

    /// The roots that Debian trusts, named by the line that each begins on.
    static let systemRoots: [CertificateSample] = {
        let path = "/etc/ssl/certs/ca-certificates.crt"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        let all = shown([path])
        var block: [Substring] = []
        var start = 0
        var samples: [CertificateSample] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("-----BEGIN") { (block, start) = ([], index + 1) }
            block.append(line)
            guard line.hasPrefix("-----END") else { continue }
            samples.append(
                CertificateSample(
                    name: "system root on line \(start)", bytes: Array((block.joined(separator: "\n") + "\n").utf8),
                    json: all.first { $0["line"]?.number == start }))
        }
        return samples
    }()

    static let all = fixtures + systemRoots

    private static func shown(_ paths: [String]) -> [JSON] {
        (try? JSON(runLucid(["show", "--json"] + paths).stdout))?.array ?? []
    }

    /// The certificate's octets without armour.
    var der: [UInt8] {
        guard PEMReader.looksLikePEM(bytes.span) else { return bytes }
        return (try? PEMReader.blocks(in: bytes.span).first?.get().bytes) ?? []
    }
}
