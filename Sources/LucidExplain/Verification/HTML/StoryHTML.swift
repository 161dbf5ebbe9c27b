import LucidReport
import LucidValidation

/// One answer on the page: verdict, path, story.
struct StoryHTML {
    let answer: VerificationPage.Answer
    /// The element's identifier, which those of its parts begin with: `v1`.
    let id: String
    private let chapters: [StoryChapter]
    /// The chapter of the path that the verdict is about.
    private let main: Int?

    init(_ answer: VerificationPage.Answer, id: String) {
        self.answer = answer
        self.id = id
        chapters = answer.story.chapters
        main = Self.main(chapters, answer.verdict)
    }

    /// The same path may have been tried more than once, over other certificates of the same names: the findings tell
    /// which it is.
    private static func main(_ chapters: [StoryChapter], _ verdict: Verdict) -> Int? {
        let subjects = verdict.path.map(\.subject.description)
        let candidates = chapters.indices.filter { place in
            if case .path(let path) = chapters[place] { path.subjects == subjects } else { false }
        }
        return candidates.first { place in
            guard case .path(let path) = chapters[place] else { return false }
            return path.isAccepted == verdict.isAccepted
                && Set(path.allChecks.compactMap(\.finding)).isSubset(of: Set(verdict.findings))
        } ?? candidates.first
    }

    /// A subject for people.
    static func subject(_ subject: String) -> String { subject.isEmpty ? "(empty subject)" : subject }

    // MARK: Parts

    /// How many of the paths that were refused are told in full; of the others the reasons have to do.
    private static let fullPathLimit = 6

    private func id(_ place: Int) -> String { "\(id)-s\(place + 1)" }

    /// The paths that are told in full, by their places.
    private var fullPaths: [Int: PathChapterHTML] {
        var paths: [Int: PathChapterHTML] = [:]
        for place in chapters.indices {
            guard case .path(let chapter) = chapters[place], place == main || paths.count < Self.fullPathLimit else {
                continue
            }
            paths[place] = PathChapterHTML(chapter: chapter, id: id(place))
        }
        return paths
    }

    /// What the search itself told.
    private var searches: [Int: CheckList] {
        var lists: [Int: CheckList] = [:]
        for place in chapters.indices {
            if case .search(let checks) = chapters[place] { lists[place] = CheckList(checks: checks, id: id(place)) }
        }
        return lists
    }

    /// All checks that stand on the page are noted for its end.
    func note(in evidence: inout EvidenceList) {
        let (paths, searches) = (fullPaths, searches)
        for place in chapters.indices {
            for list in paths[place]?.lists ?? searches[place].map({ [$0] }) ?? [] { evidence.note(list) }
            guard case .branches(let branches) = chapters[place] else { continue }
            for (index, branch) in branches.enumerated() {
                evidence.note(branch.finding.check, row: "\(id(place))-b\(index + 1)", hasFailed: true)
            }
        }
    }

    // MARK: HTML

    var html: String {
        let (paths, searches) = (fullPaths, searches)
        let chapter = main.flatMap { paths[$0] }
        let search = searches.sorted { $0.key < $1.key }.first?.value
        let lists = paths.sorted { $0.key < $1.key }.flatMap(\.value.lists) + searches.values
        let verdict = VerdictHTML(answer: answer, id: id, lists: chapter.map { $0.lists + searches.values } ?? lists)
        let diagram = PathDiagram(
            verdict: answer.verdict, chapter: chapter, search: chapter == nil ? search : nil, id: "\(id)-path",
            place: { place(of: $0) })
        let title =
            answer.verdict.isAccepted
            ? "The path" : chapter == nil ? "As far as a path could be found" : "The path that came nearest"
        return "<section class=\"answer\" id=\"\(id)\" aria-labelledby=\"\(id)-name\">\(verdict.html)"
            + HTMLText.section(class: "chains", id: "\(id)-chain", heading: "h3", title, diagram.html)
            + HTMLText.section(class: "story", id: "\(id)-story", heading: "h3", "Step by step", told(paths, searches))
            + "</section>"
    }

    private func told(_ paths: [Int: PathChapterHTML], _ searches: [Int: CheckList]) -> String {
        chapters.indices.map { place in
            switch chapters[place] {
            case .branches(let branches): return self.branches(branches, place)
            case .path(let chapter):
                return paths[place]?.html(isFolded: place != main) ?? brief(chapter, place)
            case .search: return searches[place].map { self.search($0, place) } ?? ""
            }
        }.joined()
    }

    /// Branches of the search that were not taken.
    private func branches(_ branches: [StoryChapter.Branch], _ place: Int) -> String {
        let items = branches.enumerated().map { index, branch in
            "<li id=\"\(id(place))-b\(index + 1)\" class=\"no\">\(HTMLText.mark("✗", "not taken"))"
                + "<span class=\"says\">"
                + HTMLText.element("b", branch.subjects.map(Self.subject).joined(separator: " ← "))
                + "<br>\(HTMLText.escaped(branch.finding.sentence))</span> "
                + HTMLText.element("span", class: "c", branch.finding.check.clause) + " "
                + CheckList.link(branch.finding.check) + "</li>"
        }
        let title = branches.count == 1 ? "A branch not taken" : "\(branches.count) branches not taken"
        let list =
            "<p>The issuer at the end of the line has the name that was looked for, or came nearest to it; but its key "
            + "did not make "
            + "the signature below it. So nothing further up is tried, unless no other way leads to a trust anchor.</p><ul class=\"checks\">\(items.joined())</ul>"
        // A mesh of cross-certificates has hundreds.
        guard branches.count > 5 else {
            return "<div class=\"branches\" id=\"\(id(place))\"><h4>\(title)</h4>\(list)</div>"
        }
        return "<details class=\"branches\" id=\"\(id(place))\"><summary><h4>\(title)</h4></summary>\(list)</details>"
    }

    /// One of very many paths: its reasons alone.
    private func brief(_ chapter: PathChapter, _ place: Int) -> String {
        let subjects = chapter.subjects.map(Self.subject).joined(separator: " ← ")
        let reasons = chapter.allChecks.compactMap(\.finding).filter { $0.severity == .error }.map { finding in
            "<li>\(HTMLText.escaped(finding.sentence)) " + HTMLText.element("span", class: "c", finding.check.clause)
                + "</li>"
        }
        return
            "<div class=\"path\" id=\"\(id(place))\"><h4>"
            + "\(HTMLText.escaped("Path \(chapter.number): \(subjects)"))</h4>"
            + "<p class=\"about\">One of many; not valid, because:</p><ul>\(reasons.joined())</ul></div>"
    }

    private func search(_ list: CheckList, _ place: Int) -> String {
        let isMissing = list.checks.contains { $0.check == .trustAnchor }
        let title = isMissing ? "No path to a trust anchor" : "The search"
        let words =
            isMissing
            ? "<p>Without a trust anchor there is no key to begin with, and nothing in the certificates can be "
                + "believed. What can be "
                + "said of the certificate in question by itself was looked at all the same.</p>" : ""
        return "<div class=\"path\" id=\"\(id(place))\"><h4>\(title)</h4>\(words)\(list.html)</div>"
    }

    /// Where a path that was not taken is told.
    private func place(of other: Verdict.RefusedPath) -> String {
        let subjects = other.path.map(\.subject.description)
        for place in chapters.indices {
            switch chapters[place] {
            case .path(let chapter) where place != main && chapter.subjects == subjects: return id(place)
            case .branches(let branches):
                guard
                    let index = branches.firstIndex(where: {
                        $0.subjects == subjects && other.findings.contains($0.finding)
                    })
                else { continue }
                return "\(id(place))-b\(index + 1)"
            default: continue
            }
        }
        return ""
    }
}
