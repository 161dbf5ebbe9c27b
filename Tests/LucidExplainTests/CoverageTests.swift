import LucidDER
import LucidExplain
import LucidPEM
import LucidTestSupport
import Testing

@Suite("Every octet has one line")
struct CoverageTests {
    /// The lines follow each other without gap or overlap, from the first octet to the last; each is at most one level deeper than
    /// the one before; and what is content of a structure lies inside of it.
    static func expectCoverage(_ explanation: Explanation, _ comment: @autoclosure () -> String) {
        var next = explanation.octets.startIndex
        var depth = -1
        for line in explanation.lines {
            guard line.range.lowerBound == next, !line.range.isEmpty, (0...depth + 1).contains(line.depth),
                depth >= 0 || line.depth <= 1
            else {
                Issue.record("\(comment()): line at \(line.range) of depth \(line.depth), expected at \(next)")
                return
            }
            next = line.range.upperBound
            depth = line.depth
        }
        if next != explanation.octets.endIndex { Issue.record("\(comment()): ends at \(next)") }
        expectParents(explanation, comment())
    }

    /// What lies in a structure's content, and that alone, is deeper than the structure.
    private static func expectParents(_ explanation: Explanation, _ comment: @autoclosure () -> String) {
        var open: [(end: Int, depth: Int)] = []
        for line in explanation.lines {
            while let last = open.last, last.end <= line.range.lowerBound { open.removeLast() }
            if let last = open.last, line.depth <= last.depth || line.range.upperBound > last.end {
                Issue.record("\(comment()): line at \(line.range) is not inside of the structure around it")
                return
            }
            if case .structure(_, let content) = line.kind, !content.isEmpty {
                open.append((content.upperBound, line.depth))
            }
        }
    }

    @Test func `the system's roots are explained to the last octet, and nothing but two keyUsages breaks a rule`() {
        #expect(!Samples.roots.isEmpty)
        for (index, der) in Samples.roots.enumerated() {
            let explanation = Explanation(DERBytes(der), as: .certificate)
            Self.expectCoverage(explanation, "certificate \(index)")
            // Two roots have zero bits at the end of their keyUsage (X.690 §11.2.2).
            #expect(explanation.problems.allSatisfy { $0.reason == .bitStringTrailingZeroBits }, "\(index)")
        }
    }

    @Test func `every structure of the fixtures is explained to the last octet, and breaks no rule`() {
        #expect(Samples.fixtures.count > 200)
        for sample in Samples.fixtures {
            let explanation = Explanation(DERBytes(sample.octets), as: sample.kind)
            Self.expectCoverage(explanation, sample.name)
            #expect(explanation.isFlawless, "\(sample.name): \(explanation.problems)")
            #expect(sample.kind != .unknown, "\(sample.name)")
        }
    }

    @Test(.enabled(if: !Samples.limbo.isEmpty, "no limbo.json"))
    func `limbo's certificates are explained to the last octet`() {
        #expect(Samples.limbo.count > 500)
        for (index, der) in Samples.limbo.enumerated() {
            Self.expectCoverage(Explanation(DERBytes(der), as: .certificate), "certificate \(index)")
        }
    }

    @Test func `a structure inside of a larger array is explained in its place`() throws {
        let der = try Checkout.fixture("openssl/certs/chain-p256-leaf.der")
        let source = [1, 2, 3] + der + [4, 5]
        let explanation = Explanation(DERBytes(source, 3..<3 + der.count), as: .certificate)
        Self.expectCoverage(explanation, "in an array")
        #expect(explanation.isFlawless && explanation.lines.first?.range.lowerBound == 3)
    }

    @Test func `nothing at all has no line, and a problem`() {
        for kind in Explanation.Kind.allCases where kind != .unknown && kind != .encryptedOctets {
            let explanation = Explanation(DERBytes([]), as: kind)
            #expect(explanation.lines.isEmpty && !explanation.problems.isEmpty, "\(kind)")
        }
    }

    /// What Lucid has no description of is said to be so; everything else has its line of ASN.1, its sentence and its clause.
    @Test func `no line lacks its type, its sentence or its clause`() {
        for sample in Samples.fixtures {
            for line in Explanation(DERBytes(sample.octets), as: sample.kind).lines {
                let meaning = line.meaning
                let isWhole = !meaning.asn1.isEmpty && meaning.sentence.hasSuffix(".") && !meaning.clause.isEmpty
                #expect(isWhole && !line.title.isEmpty, "\(sample.name): \(line.path) \(meaning)")
            }
        }
    }
}
