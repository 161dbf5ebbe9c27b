public import LucidDER
import LucidModel
import LucidSignature

/// A file's octets, every one of them explained.
public struct Explanation: Sendable {
    /// What was explained.
    public let octets: DERBytes
    public let lines: [ExplainedLine]
    /// What breaks the rules, in the order of the octets.
    public let problems: [DERError]

    /// What an input is to be explained as.
    public enum Kind: Sendable {
        case certificate
        /// DER of no type that Lucid has a description of.
        case unknown
    }

    /// Explains octets as a structure of some kind. Nothing is too broken for it.
    public init(_ octets: DERBytes, as kind: Kind) {
        var annotator = Annotator(octets)
        annotator.finish { a throws(DERError) in
            switch kind {
            case .certificate: try a.certificate()
            case .unknown: try a.anything(.unnamed)
            }
        }
        self.octets = octets
        lines = annotator.lines
        problems = annotator.problems
    }
}
