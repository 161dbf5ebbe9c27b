import Foundation
import LucidOpenSSLText
import LucidPEM
import LucidTestSupport
import Testing

@Suite("Structures with altered octets")
struct MutatedStructureTests {
    /// A row of numbers that is the same in each run.
    private struct Numbers {
        var state: UInt64
        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    /// Octets that change what an element is, or how long.
    private static let telling: [UInt8] = [
        0, 1, 2, 3, 4, 5, 6, 0x0c, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1e, 0x1f, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x82, 0xa0,
        0xa1, 0xff,
    ]

    private static let originals: [[UInt8]] = {
        let paths = (try? Checkout.fixtures(in: "openssl/certs", endings: ["pem"])) ?? []
        return paths.compactMap { path in
            guard let octets = try? Checkout.fixture(path) else { return nil }
            return try? PEMReader.blocks(in: octets.span).first?.get().bytes
        }
    }()

    private static func altered(_ seed: Int) -> [UInt8] {
        var numbers = Numbers(state: UInt64(seed) &+ 1)
        var octets = originals[numbers.next(below: originals.count)]
        for _ in 0...numbers.next(below: 3) {
            let place = 4 + numbers.next(below: octets.count - 4)
            octets[place] =
                numbers.next(below: 2) == 0
                ? octets[place] ^ 1 << UInt8(numbers.next(below: 8)) : telling[numbers.next(below: telling.count)]
        }
        return octets
    }

    /// Whether a line is of OpenSSL's error queue, which it prints into the text with the number of a thread.
    private static func isOfErrorQueue(_ line: Substring) -> Bool {
        line.prefix(16).allSatisfy(\.isHexDigit) && line.dropFirst(16).hasPrefix(":error:")
    }

    @Test func `are printed or refused, every one, soon`() {
        let count = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? 1500 : 20_000
        var printed = 0
        for seed in 0..<count {
            let octets = Self.altered(seed)
            var output = TextOutput()
            if let text = CertificateText(der: octets) {
                text.write(to: &output, format: .multiline, options: .extensionsParsed)
                printed += 1
            }
            if let lines = CertificateLines(der: octets) {
                lines.mailAddresses(to: &output)
                lines.subjectHash(to: &output)
            }
            _ = ASN1Listing(octets, options: .init(isIndented: true, dumpLimit: .max)).write(to: &output)
            #expect(!output.octets.isEmpty)
        }
        #expect(printed > count / 10)
    }

    @Test(.enabled(if: Programs.openssl != nil, "openssl is missing"))
    func `are printed as openssl prints them`() throws {
        let openssl = try #require(Programs.openssl)
        let count = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? 200 : 2000
        var compared = 0
        for seed in 100_000..<100_000 + count {
            let octets = Self.altered(seed)
            guard let text = CertificateText(der: octets) else { continue }
            let result = try Programs.run(openssl, ["x509", "-inform", "DER", "-noout", "-text"], stdin: octets)
            // What only one of the two reads is no text to compare; explicit curves are not checked to be curves.
            guard result.exitCode == 0, !octets.hasExplicitCurve else { continue }
            let lines = String(decoding: result.stdout, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).filter { !Self.isOfErrorQueue($0) }
            var output = TextOutput()
            text.write(to: &output)
            #expect(String(decoding: output.octets, as: UTF8.self) == lines.joined(separator: "\n"), "seed \(seed)")
            compared += 1
        }
        #expect(compared > count / 4)
        let listed = try Programs.run(openssl, ["asn1parse", "-inform", "DER"], stdin: Self.altered(7))
        var output = TextOutput()
        _ = ASN1Listing(Self.altered(7)).write(to: &output)
        #expect(output.octets == listed.stdout)
    }
}

extension [UInt8] {
    /// Whether it names the type of a prime field, which only a curve told by its numbers has.
    fileprivate var hasExplicitCurve: Bool {
        let identifier: [UInt8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01, 0x01]
        return indices.contains { self[$0...].starts(with: identifier) }
    }
}
