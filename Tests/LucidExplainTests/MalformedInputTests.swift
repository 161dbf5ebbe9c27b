import LucidDER
import LucidExplain
import LucidTestSupport
import Testing

@Suite("What is malformed is explained up to where it breaks, and behind it again")
struct MalformedInputTests {
    private static let der = SmallCertificate.der

    /// The small certificate with other octets in a place.
    private static func altered(_ offset: Int, _ octets: [UInt8]) -> Explanation {
        var der = der
        der.replaceSubrange(offset..<offset + octets.count, with: octets)
        return Explanation(DERBytes(der), as: .certificate)
    }

    @Test(
        "each rule is told at its line",
        arguments: [
            // offset, octets, rule, offset of the error, path of the line
            (39, [0x41], .timeMalformed(type: .utcTime), 39, "tbsCertificate.validity.notBefore"),
            (10, [5], nil, 6, "tbsCertificate.version"),
            (12, [0], .integerEmpty, 13, "tbsCertificate.serialNumber"),
            (138, [0], .defaultEncoded, 136, "tbsCertificate.extensions[0](basicConstraints).critical"),
            (
                145, [1], .booleanNotCanonical(octet: 1), 145,
                "tbsCertificate.extensions[0](basicConstraints).extnValue.cA"
            ),
            (34, [0xff], .stringNotUnicode(type: .utf8String), 34, "tbsCertificate.issuer[0][0].value"),
            (
                90, [0x04], .unexpectedTag(expected: [.bitString], found: .octetString), 90,
                "tbsCertificate.subjectPublicKeyInfo"
            ),
            (92, [0x09], .bitStringUnusedBitsCount(9), 92, "tbsCertificate.subjectPublicKeyInfo.subjectPublicKey"),
        ] as [(Int, [UInt8], DERError.Reason?, Int, String)])
    func rules(_ place: Int, _ octets: [UInt8], _ reason: DERError.Reason?, _ offset: Int, _ path: String) throws {
        let explanation = Self.altered(place, octets)
        CoverageTests.expectCoverage(explanation, "\(place)")
        let problem = try #require(explanation.problems.first)
        if let reason { #expect(problem.reason == reason) }
        #expect(problem.offset == offset)
        let line = try #require(explanation.lines.first { $0.problem == problem })
        #expect(line.path == path)
        // Whatever broke, the signature behind it is explained.
        if place != 12 { #expect(explanation.lines.last?.path == "signatureValue") }
    }

    @Test func `a file that was cut off is explained to its end, with one problem`() throws {
        for count in 2..<Self.der.count {
            let explanation = Explanation(DERBytes(Array(Self.der.prefix(count))))
            CoverageTests.expectCoverage(explanation, "\(count)")
            #expect(explanation.problems.count == 1, "\(count): \(explanation.problems)")
            guard case .truncated? = explanation.problems.first?.reason else {
                Issue.record("\(count): \(explanation.problems)")
                continue
            }
            // From the first field on it is known what it is.
            if count > 24 { #expect(explanation.kind == .certificate, "\(count)") }
        }
    }

    @Test func `octets behind the end are one raw line with the rule that they break`() throws {
        let explanation = Explanation(DERBytes(Self.der + [1, 2, 3]), as: .certificate)
        #expect(explanation.problems.map(\.reason) == [.trailingBytes(count: 3)])
        let last = try #require(explanation.lines.last)
        #expect(last.range == Self.der.count..<Self.der.count + 3 && last.kind == .raw(explanation.problems[0]))
    }

    @Test func `a length that is not the shortest makes the element raw, and the rule names X.690 §10.1`() throws {
        // The name's length, 0c, in two octets.
        var der = Self.der
        der.replaceSubrange(22...22, with: [0x81, 0x0c])
        der[2] += 1
        der[5] += 1
        let explanation = Explanation(DERBytes(der), as: .certificate)
        #expect(explanation.problems.first?.reason == .lengthNotMinimal)
        #expect(explanation.problems.first?.reason.clause == "X.690 §10.1")
        #expect(explanation.lines.last?.path == "signatureValue")
    }

    @Test func `an element of a list that is something else does not spoil those behind it`() {
        // The first extension becomes a SET.
        let explanation = Self.altered(129, [0x31])
        #expect(
            explanation.lines.contains { $0.path == "tbsCertificate.extensions[1](subjectKeyIdentifier).extnValue" })
        #expect(explanation.problems.count == 1)
    }

    @Test func `the line of an octet and the lines around it are found`() throws {
        let explanation = Explanation(DERBytes(Self.der))
        for offset in Self.der.indices {
            let line = try #require(explanation.line(owning: offset))
            #expect(explanation.lines[line].range.contains(offset))
            let ancestors = explanation.ancestors(ofLine: line)
            #expect(ancestors.map { explanation.lines[$0].depth } == Array(0..<explanation.lines[line].depth))
        }
        #expect(explanation.line(owning: Self.der.count) == nil && explanation.line(owning: -1) == nil)
    }
}
