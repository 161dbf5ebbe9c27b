import LucidDER
import LucidReport

extension DifferenceText {
    /// Every pair of two files' structures under a heading of its own. Of many, those that are the same are only counted.
    ///
    /// - Parameters:
    ///   - a: the first file's name, safe to show.
    ///   - b: the second one's.
    public func text(_ files: FileDifference, a: String, b: String) -> String {
        var texts: [String] = []
        var sameCount = 0
        for entry in files.entries {
            switch entry {
            case .both(let first, let second, let difference):
                if difference.isSame, files.entries.count > 1 {
                    sameCount += 1
                    continue
                }
                let heads = head(style.bad("A"), first, a) + head(style.good("B"), second, b)
                texts.append((heads + ["", text(difference)]).joined(separator: "\n"))
            case .onlyA(let block): texts.append("- " + Self.heading(block, a) + style.faint("  only in A"))
            case .onlyB(let block): texts.append("+ " + Self.heading(block, b) + style.faint("  only in B"))
            }
        }
        if files.entries.count > 1 { texts.append(Self.counts(files, sameCount)) }
        // One line each needs no empty line between.
        return zip(texts, texts.dropFirst() + [""]).reduce(into: "") { all, pair in
            let isList = !pair.0.contains("\n") && !pair.1.contains("\n") && pair.1.first == pair.0.first
            all += pair.0 + (pair.1.isEmpty ? "" : isList ? "\n" : "\n\n")
        }
    }

    /// A heading with its letter, in as many lines as it needs.
    private func head(_ letter: String, _ block: ExplainedFile.Block, _ name: String) -> [String] {
        var lines = TextColumns(octetCount: 0, width: width).wrapped(Self.heading(block, name), indent: 3)
        if !lines.isEmpty { lines[0] = letter + "  " + lines[0].trimmedAtStart }
        return lines
    }

    /// `root.pem, line 1: certificate, 379 octets: CN=Root`
    private static func heading(_ block: ExplainedFile.Block, _ name: String) -> String {
        let parts = ComparedParts(block.explanation)
        let place = name + (block.line.map { ", line \($0)" } ?? "")
        let owner = (parts.subject ?? parts.issuer)?.words ?? ""
        let kind = block.explanation.kind.title.lowercasedAtStart
        return "\(place): \(kind), \(block.explanation.octets.count) octets" + (owner.isEmpty ? "" : ", \(owner)")
    }

    private static func counts(_ files: FileDifference, _ sameCount: Int) -> String {
        var (changed, onlyA, onlyB) = (-sameCount, 0, 0)
        for entry in files.entries {
            switch entry {
            case .both: changed += 1
            case .onlyA: onlyA += 1
            case .onlyB: onlyB += 1
            }
        }
        return "\(sameCount) the same, \(changed) changed, \(onlyA) only in A, \(onlyB) only in B"
    }
}
