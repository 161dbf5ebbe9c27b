public import LucidDER
import LucidReport

/// A file's octets, every one of them explained.
public struct Explanation: Sendable {
    /// What was explained.
    public let octets: DERBytes
    public let kind: Kind
    public let lines: [ExplainedLine]
    /// What breaks the rules, in the order of the octets.
    public let problems: [DERError]
    /// What there is to say about the whole, a sentence each: that the octets were BER, for example.
    public let notes: [String]

    /// Explains octets as a structure of some kind. Nothing is too broken for it.
    ///
    /// PKCS #7 and PKCS #12 may be BER. Then it is their definite form that is explained, and `octets` are those of that form.
    public init(_ octets: DERBytes, as kind: Kind) { self.init(octets, as: kind, note: nil) }

    /// - Parameter note: what there is to say about how the kind was found; nil where it was said.
    init(_ octets: DERBytes, as kind: Kind, note: String?) {
        var octets = octets
        var notes = note.map { [$0] } ?? []
        var refusal: DERError?
        if kind == .contentInfo || kind == .pfx {
            do throws(DERError) {
                if let definite = try BER.definiteForm(of: octets) {
                    octets = DERBytes(definite)
                    notes.append(
                        "The file is BER (X.690 §8), which PKCS #7 and PKCS #12 allow. What is explained is the same in DER's framing, with definite lengths and whole strings (X.690 §10.1, §10.2); the offsets are those of that form."
                    )
                }
            } catch { refusal = error }
        }
        var annotator = Annotator.explaining(octets, as: kind)
        // The reader stops at its first error. One that lies before all that was found is something else.
        refusal = refusal ?? kind.refusal(of: octets)
        if let refusal, annotator.problems.first.map({ refusal.offset < $0.offset }) ?? true {
            if annotator.lines.isEmpty { annotator.problems.append(refusal) }
            annotator.adopt(refusal, fromLine: 0)
            annotator.problems.sort { $0.offset < $1.offset }
        }
        self.octets = octets
        self.kind = kind
        self.notes = notes
        lines = annotator.lines
        problems = annotator.problems
    }

    /// Explains octets as the kind of structure that they seem to be.
    public init(_ octets: DERBytes) { self.init(octets, as: Kind(of: octets)) }

    /// Whether every octet is as the standards want it.
    public var isFlawless: Bool { problems.isEmpty }

    /// The number of the line that an octet belongs to; nil outside of the octets.
    public func line(owning offset: Int) -> Int? {
        guard octets.range.contains(offset) else { return nil }
        return lines.lastIndex { $0.range.lowerBound <= offset }
    }

    /// The lines around a line, from the outermost inwards.
    public func ancestors(ofLine index: Int) -> [Int] {
        var found: [Int] = []
        var depth = lines[index].depth
        for other in stride(from: index - 1, through: 0, by: -1) where lines[other].depth < depth {
            depth = lines[other].depth
            found.append(other)
        }
        return found.reversed()
    }
}
