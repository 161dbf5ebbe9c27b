import Foundation
import LucidOpenSSLText
import LucidTestSupport
import LucidX509
import Testing

/// A printed form that is not openssl's, and why.
struct AllowedDifference: Sendable {
    /// The structure's name.
    let name: String
    let reason: String
    /// What of openssl's output Lucid has not.
    let isLeftOut: @Sendable (Substring) -> Bool

    static let all = [
        AllowedDifference(
            name: "invalid::invalid-issuer-key 1",
            reason: "openssl prints its error queue into the text; each line begins with the number of a thread",
            isLeftOut: { line in
                line.prefix(16).allSatisfy(\.isHexDigit) && line.dropFirst(16).hasPrefix(":error:")
            })
    ]
}

@Suite("Printed forms", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct PrintedFormTests {
    /// What Lucid prints, by calling the library; nil where it refuses the structure.
    private static func text(_ structure: PrintedStructure) -> [UInt8]? {
        var output = TextOutput()
        switch structure.kind {
        case .certificate:
            guard let text = CertificateText(der: structure.block.bytes) else { return nil }
            text.write(to: &output)
        case .request:
            guard let text = RequestText(der: structure.block.bytes) else { return nil }
            text.write(to: &output)
        case .list:
            guard let text = RevocationListText(der: structure.block.bytes) else { return nil }
            text.write(to: &output)
        }
        return output.octets
    }

    private static func listing(_ structure: PrintedStructure) -> [UInt8] {
        var output = TextOutput()
        _ = ASN1Listing(structure.block.bytes).write(to: &output)
        return output.octets
    }

    /// The first line that differs, for the message.
    private static func difference(_ openssl: [UInt8], _ lucid: [UInt8]) -> String {
        let (a, b) = (
            openssl.split(separator: 0x0a, omittingEmptySubsequences: false),
            lucid.split(separator: 0x0a, omittingEmptySubsequences: false)
        )
        let index = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
        func line(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.indices.contains(index) ? String(decoding: lines[index], as: UTF8.self) : "nothing"
        }
        return "line \(index + 1): openssl prints \(line(a)) and Lucid \(line(b))"
    }

    @Test("are openssl's, octet for octet", arguments: PrintedCorpus.allCases)
    func texts(_ corpus: PrintedCorpus) throws {
        let openssl = try #require(Programs.openssl)
        var used: Set<String> = []
        for structure in corpus.sample {
            let printed = try Programs.run(
                openssl, [structure.kind.rawValue, "-noout", "-text"], stdin: structure.pem)
            var expected = printed.stdout
            let lucid = Self.text(structure)
            guard printed.exitCode == 0 else {
                #expect(lucid == nil, "\(structure.name): openssl refuses it")
                continue
            }
            if let allowed = AllowedDifference.all.first(where: { $0.name == structure.name }) {
                let lines = printed.output.split(separator: "\n", omittingEmptySubsequences: false)
                let kept = lines.filter { !allowed.isLeftOut($0) }
                #expect(kept.count < lines.count, "\(structure.name) has no more the difference: \(allowed.reason)")
                expected = Array(kept.joined(separator: "\n").utf8)
                used.insert(structure.name)
            }
            #expect(lucid == expected, "\(structure.name): \(Self.difference(expected, lucid ?? []))")
        }
        if corpus == .limbo, Checkout.conformance != nil { #expect(used == Set(AllowedDifference.all.map(\.name))) }
    }

    @Test("of elements are openssl's", arguments: PrintedCorpus.allCases)
    func listings(_ corpus: PrintedCorpus) throws {
        let openssl = try #require(Programs.openssl)
        for structure in corpus.sample where !structure.block.label.hasPrefix("TRUSTED") {
            let printed = try Programs.run(
                openssl, ["asn1parse", "-inform", "DER"], stdin: structure.block.bytes)
            let lucid = Self.listing(structure)
            #expect(lucid == printed.stdout, "\(structure.name): \(Self.difference(printed.stdout, lucid))")
        }
    }

    @Test(
        "of names are openssl's",
        arguments: [
            "compat", "RFC2253", "multiline", "multiline,-esc_msb,utf8", "oneline,-esc_msb,utf8,show_type",
            "sep_semi_plus_space,dump_all,dump_der,oid", "dump_nostr,sname,esc_ctrl", "sep_multiline,dump_all,space_eq",
            "RFC2253,-dn_rev,-dump_unknown,lname,align,esc_2254", "nofname,ignore_type,use_quote,esc_2253",
        ])
    func names(_ option: String) throws {
        let openssl = try #require(Programs.openssl)
        var format: NameFormat = []
        #expect(format.apply(option) == nil)
        for path in try Checkout.fixtures(in: "openssl/certs", endings: ["pem"]) where path.contains("/name-") {
            let octets = try Checkout.fixture(path)
            let printed = try Programs.run(
                openssl, ["x509", "-noout", "-subject", "-nameopt", option], stdin: octets)
            let block = try #require(PEMReader.blocks(in: octets.span).first).get()
            guard let lines = CertificateLines(der: block.bytes) else {
                #expect(printed.exitCode != 0, "\(path)")
                continue
            }
            var output = TextOutput()
            lines.subject(format, to: &output)
            #expect(output.octets == printed.stdout, "\(path): \(Self.difference(printed.stdout, output.octets))")
        }
    }

    @Test("of the command are those of the library", arguments: ["ext-many", "leaf-rsa-2048-pss-sha256", "name-bmp"])
    func command(_ name: String) throws {
        let file = Checkout.fixtures.appending(path: "openssl/certs/\(name).pem").path
        let openssl = try #require(Programs.openssl)
        for arguments in [
            ["x509", "-noout", "-text"], ["asn1parse", "-i"], ["asn1parse", "-dump", "-strparse", "4"],
        ] {
            let expected = try Programs.run(openssl, arguments + ["-in", file])
            let result = try runLucid(["openssl"] + arguments + ["-in", file])
            #expect(result.stdout == expected.stdout)
            #expect(result.exitCode == expected.exitCode)
        }
    }
}
