import LucidModel
import LucidReport
import LucidValidation

/// The path that a verdict is about as a drawing, from the trust anchor down to the certificate in question, with the
/// checks beside its arrows and the other ways where they left it.
struct PathDiagram {
    let verdict: Verdict
    /// The path's chapter; nil where there is no path to a trust anchor.
    let chapter: PathChapterHTML?
    /// What the search told where there is no path.
    let search: CheckList?
    /// What the identifiers of the drawing begin with.
    let id: String
    /// Where a path that was not taken is told on the page; empty where it is not.
    let place: (Verdict.RefusedPath) -> String

    var html: String {
        ChainDrawing(
            name: id, title: verdict.isAccepted ? "The path that was accepted" : "The path that was refused",
            description: description, caption: caption, boxes: boxes
        ).foldedHTML
    }

    private var description: String {
        let names = boxes.map { "\($0.title), \($0.spoken)" }
        return "From the top: " + names.joined(separator: "; ") + "."
    }

    private var caption: String {
        "The arrows go from an issuer to what its key signed, so trust flows downwards. "
            + (boxes.contains { !$0.detours.isEmpty }
                ? "Dashed are issuers that were tried, and not taken. " : "")
            + "A box leads to its certificate in the story below."
    }

    // MARK: Boxes

    /// The certificates from the top down; where there is no trust anchor, a gap stands for it.
    private var boxes: [ChainDrawing.Box] {
        let path = verdict.path
        let gap = chapter == nil ? 1 : 0
        return (chapter == nil ? [missing] : [])
            + path.indices.reversed().enumerated().map { depth, index in box(index, depth: depth + gap) }
    }

    private var missing: ChainDrawing.Box {
        let issuer = verdict.path.last?.issuer.title ?? "its issuer"
        return ChainDrawing.Box(
            id: verdict.path.count, issuer: nil, depth: 0, title: issuer,
            words: "not among the certificates that were given",
            spoken: "not among the certificates that were given, so no path leads to a trust anchor", tooltip: issuer,
            link: "", isGood: false, isMissing: true)
    }

    private func box(_ index: Int, depth: Int) -> ChainDrawing.Box {
        let certificate = verdict.path[index]
        let isTop = index == verdict.path.count - 1
        let validity = "valid \(certificate.validity.notBefore.time.date) to \(certificate.validity.notAfter.time.date)"
        let list = chapter?.list(ofCertificate: index) ?? (index == 0 ? search : nil)
        let role = role(index)
        let isGood = !verdict.findings.contains { $0.certificateIndex == index && $0.severity == .error }
        var box = ChainDrawing.Box(
            id: index, issuer: isTop ? (chapter == nil ? verdict.path.count : nil) : index + 1, depth: depth,
            title: certificate.subject.title, words: "\(role), \(validity)", spoken: "\(role), \(validity)",
            tooltip: "\(certificate.subject)", link: chapter?.id(ofCertificate: index) ?? "", isGood: isGood)
        if let chapter, let list, !isTop {
            box.marks = PathEdge.marks(list, issuer: chapter.list(ofCertificate: index + 1))
        } else if chapter == nil {
            box.marks = [
                ChainDrawing.Mark(
                    outcome: isTop ? .no : .warn,
                    sentence: isTop ? "its issuer is missing" : "by its name; nothing was checked",
                    clause: "RFC 5280 §6.1.1(d)", link: isTop ? search?.row(of: .trustAnchor) ?? "" : "")
            ]
        }
        box.below = list.map { below($0, index, isTop) } ?? []
        box.detours = detours(index)
        return box
    }

    private func role(_ index: Int) -> String {
        let isTop = index == verdict.path.count - 1
        if isTop, chapter != nil { return index == 0 ? "a trust anchor itself" : "trust anchor" }
        return index == 0 ? "in question" : "intermediate CA"
    }

    /// Beside the trust anchor's arrow, which it has none of, there is no place for what it was asked as an issuer.
    private func below(_ list: CheckList, _ index: Int, _ isTop: Bool) -> [ChainDrawing.Mark] {
        let use = index == 0 ? chapter?.useList : nil
        // That the issuer is missing stands beside the arrow.
        let marks = PathEdge.below(list, use: use, but: .trustAnchor)
        // A path of one certificate, or none: all that failed has to be told here.
        guard isTop || chapter == nil, index == 0 else { return marks }
        return PathEdge.marks(list, issuer: nil).filter { $0.outcome != .yes } + marks
    }

    // MARK: Ways that were not taken

    /// How many issuers are drawn beside one certificate.
    private static let detourLimit = 5

    /// The issuers that the search tried for a certificate of the path and did not take.
    private func detours(_ index: Int) -> [ChainDrawing.Detour] {
        let main = verdict.path
        var found: [(issuer: Certificate, ways: [Verdict.RefusedPath])] = []
        for other in verdict.otherPaths {
            let fork = zip(main, other.path).prefix { $0 == $1 }.count
            guard fork == index + 1, fork < other.path.count else { continue }
            if let place = found.firstIndex(where: { $0.issuer == other.path[fork] }) {
                found[place].ways.append(other)
            } else {
                found.append((other.path[fork], [other]))
            }
        }
        var detours = found.prefix(Self.detourLimit).map { issuer, ways in
            let more = ways.count > 1 ? "\(ways.count) ways over it, all refused; " : ""
            let error = ways.first?.findings.first { $0.severity == .error }
            let isImpostor = error?.check == .signature && error?.certificateIndex == index
            let reason = isImpostor ? "its key did not make the signature below" : error?.sentence ?? "refused"
            return ChainDrawing.Detour(
                title: issuer.subject.title, sentence: HTMLText.shortened(more + reason, columns: 120),
                link: ways.first.map(place) ?? "")
        }
        if found.count > Self.detourLimit {
            detours.append(
                ChainDrawing.Detour(
                    title: "\(found.count - Self.detourLimit) more issuers", sentence: "told in the story below"))
        }
        return detours
    }
}
