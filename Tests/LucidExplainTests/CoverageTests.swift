import Foundation
import LucidDER
import LucidExplain
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

/// Every octet has one line.
struct CoverageTests {
    /// The lines follow each other without gap or overlap, from the first octet to the last.
    static func expectCoverage(_ explanation: Explanation, _ comment: String) {
        var next = explanation.octets.startIndex
        for line in explanation.lines {
            if line.range.lowerBound != next || line.range.isEmpty {
                Issue.record("\(comment): line at \(line.range), expected at \(next)")
                return
            }
            next = line.range.upperBound
        }
        #expect(next == explanation.octets.endIndex, "\(comment)")
    }

    static let bundle: [[UInt8]] = {
        guard let text = try? Data(contentsOf: URL(fileURLWithPath: "/etc/ssl/certs/ca-certificates.crt")) else {
            return []
        }
        return PEMReader.blocks(in: Array(text).span).compactMap { try? $0.get().bytes }
    }()

    @Test func `the system's roots are explained to the last octet, and nothing but two keyUsages stays raw`() {
        #expect(!Self.bundle.isEmpty)
        for (index, der) in Self.bundle.enumerated() {
            let explanation = Explanation(DERBytes(der), as: .certificate)
            Self.expectCoverage(explanation, "certificate \(index)")
            // Two roots have zero bits at the end of their keyUsage (X.690 §11.2.2).
            #expect(explanation.problems.allSatisfy { $0.reason == .bitStringTrailingZeroBits }, "\(index)")
        }
    }
}
