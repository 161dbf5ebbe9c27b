import LucidTestSupport
import LucidX509
import Testing

/// One element of a DER encoding, as `openssl asn1parse` prints it.
struct StructureLine: Equatable, CustomStringConvertible {
    var offset: Int
    var depth: Int
    var headerLength: Int
    var length: Int
    var isConstructed: Bool
    var tag: String

    var description: String {
        "\(offset): depth \(depth), \(headerLength)+\(length), \(isConstructed ? "cons" : "prim") \(tag)"
    }
}

extension StructureLine {
    /// `  10:d=3  hl=2 l=   1 prim: INTEGER           :02`; the value is left off.
    init?(asn1parse line: Substring) {
        let format = #/ *(\d+):d=(\d+) +hl=(\d+) l= *(\d+) (prim|cons): (.+?) *(\[HEX DUMP\])?(:.*)?/#
            .dotMatchesNewlines()
        guard let match = line.wholeMatch(of: format), let offset = Int(match.1), let depth = Int(match.2),
            let headerLength = Int(match.3), let length = Int(match.4)
        else { return nil }
        self.init(
            offset: offset, depth: depth, headerLength: headerLength, length: length, isConstructed: match.5 == "cons",
            tag: String(match.6))
    }

    /// All elements, by Lucid's own reader.
    static func walk(_ bytes: [UInt8]) throws -> [StructureLine] {
        var lines: [StructureLine] = []
        func walk(_ range: Range<Int>, _ depth: Int) throws {
            var offset = range.lowerBound
            while offset < range.upperBound {
                let header = try DERHeader.read(bytes.span, at: offset, end: range.upperBound)
                lines.append(StructureLine(header, depth))
                if header.tag.isConstructed { try walk(header.content, depth + 1) }
                offset = header.content.upperBound
            }
        }
        try walk(0..<bytes.count, 0)
        return lines
    }

    private init(_ header: DERHeader, _ depth: Int) {
        let tag =
            header.tag.class == .contextSpecific
            ? "cont [ \(header.tag.number) ]"
            : Self.names[header.tag.description] ?? header.tag.description.uppercased()
        self.init(
            offset: header.offset, depth: depth, headerLength: header.content.lowerBound - header.offset,
            length: header.content.count, isConstructed: header.tag.isConstructed, tag: tag)
    }

    /// Where openssl's name for a type is not the capitalised one.
    private static let names = ["OBJECT IDENTIFIER": "OBJECT", "TeletexString": "T61STRING"]
}

@Suite(
    "Lucid's DER reader sees what openssl asn1parse sees",
    .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct DERStructureTests {
    private func asn1parse(_ bytes: [UInt8]) throws -> [Substring] {
        try Programs.run(try #require(Programs.openssl), ["asn1parse", "-inform", "DER"], stdin: bytes).output.split(
            separator: "\n")
    }

    @Test("Offset, depth, lengths and tag of every element", arguments: CertificateSample.all)
    func structure(of sample: CertificateSample) throws {
        let expected = try asn1parse(sample.der).compactMap { StructureLine(asn1parse: $0) }
        let found = try StructureLine.walk(sample.der)
        #expect(found.count > 20)
        for (found, expected) in zip(found, expected) where found != expected {
            Issue.record("\(sample.name): openssl sees \(expected), Lucid \(found)")
            break
        }
        #expect(found.count == expected.count)
    }

    @Test("The octets of all extensions", arguments: CertificateSample.all)
    func extensionOctets(of sample: CertificateSample) throws {
        guard let json = sample.json else { return }
        let mark = "[HEX DUMP]:"
        let lines = try asn1parse(sample.der)
        // The extensions are in [3], at the third level.
        let start = lines.lastIndex { $0.contains(":d=2 ") && $0.contains(" cont [ 3 ]") } ?? lines.endIndex
        let dumps = lines[start...].filter { $0.contains(":d=5 ") && $0.contains("OCTET STRING") }
        let octets = dumps.map { line in
            line.firstRange(of: mark).map { line[$0.upperBound...].lowercased() } ?? "(text)"
        }
        let extensions = (json["extensions"]?.array ?? []).map { $0["der"]?.string ?? "" }
        #expect(octets.count == extensions.count)
        for (octets, extensionOctets) in zip(octets, extensions) where octets != "(text)" {
            #expect(octets == extensionOctets)
        }
    }

    @Test("openssl's lines are understood")
    func parsing() {
        #expect(
            StructureLine(asn1parse: "   10:d=3  hl=2 l=   1 prim: INTEGER           :02")
                == StructureLine(offset: 10, depth: 3, headerLength: 2, length: 1, isConstructed: false, tag: "INTEGER")
        )
        #expect(
            StructureLine(asn1parse: "  279:d=2  hl=4 l= 576 cons: cont [ 3 ]        ")
                == StructureLine(
                    offset: 279, depth: 2, headerLength: 4, length: 576, isConstructed: true, tag: "cont [ 3 ]"))
    }
}
