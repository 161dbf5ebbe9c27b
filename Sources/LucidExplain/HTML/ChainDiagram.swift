import LucidDER

/// The chain of some certificates of which nobody asked yet whether they are to be trusted.
struct ChainDiagram {
    let facts: ChainFacts
    /// The time that validity is judged at; nil where nobody asks.
    let time: CalendarTime?

    var html: String { drawing.html }

    private var drawing: ChainDrawing {
        ChainDrawing(
            name: "chain", title: "The chain of certificates", description: description,
            caption: "The arrows go from a certificate to those that its key signed. "
                + "Each check is looked at by itself; <code>lucid verify</code> says whether the whole is to be "
                + "trusted.",
            boxes: facts.nodes.map(box))
    }

    /// The drawing in one sentence; the list beside it has the whole.
    private var description: String {
        let names = facts.nodes.map { "\($0.role) \($0.title)" }
        return "\(facts.nodes.count) certificates, issuers first: " + names.joined(separator: "; ") + "."
    }

    private func box(_ node: ChainFacts.Node) -> ChainDrawing.Box {
        let validity = node.validity(at: time)
        let alone = node.issuer == nil ? node.checks.first : nil
        let issuer = facts.nodes.first { $0.index == node.issuer }
        let isLost = node.issuer == nil && !node.isSelfSigned
        let marks = node.checks.map(mark)
        var box = ChainDrawing.Box(
            id: node.index, issuer: node.issuer, depth: node.depth, title: node.title,
            words: "\(node.role), \(validity.sentence)" + (isLost ? ", its issuer is not here" : ""),
            spoken: node.role
                + (issuer.map { ", issued by \($0.title)" } ?? (isLost ? ", its issuer is not here" : "")),
            tooltip: "\(node.certificate.subject)", link: "c\(node.index)",
            isGood: validity.holds && alone?.holds != false)
        box.facts = [
            ChainDrawing.Mark(
                outcome: validity.holds ? .yes : .no, sentence: validity.sentence, clause: "RFC 5280 §6.1.3(a)(2)")
        ]
        // What a root says about itself is in its box.
        if node.issuer == nil { box.facts += marks } else { box.marks = marks }
        return box
    }

    private func mark(_ check: ChainFacts.Check) -> ChainDrawing.Mark {
        ChainDrawing.Mark(outcome: check.holds ? .yes : .no, sentence: check.sentence, clause: check.clause)
    }
}
