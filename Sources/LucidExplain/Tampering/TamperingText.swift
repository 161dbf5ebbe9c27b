import LucidDER
import LucidModel
public import LucidReport
import LucidSignature

/// Changes and who caught them, for people.
public struct TamperingText: Sendable {
    public var style: TextStyle = .plain
    /// How many characters a line may have.
    public var width = 120

    public init() {}

    private var columns: TextColumns { TextColumns(octetCount: 0, width: width) }

    /// Which certificate is changed, who signed it, and what the verification says of the original.
    public func heading(_ scene: TamperingScene) -> String {
        let (name, signer) = (Self.name(scene.victim), Self.name(scene.signer))
        let by = scene.victim == scene.signer ? "self-signed" : "signed by \(signer)"
        let headline = style.strong("Changing \(name)") + style.faint("  \(scene.victim.der.count) octets, \(by)")
        guard let fault = scene.before.findings.first(where: { $0.severity == .error }) else {
            let path = scene.before.path.map(Self.name).joined(separator: " ← ")
            return headline + "\n  as it is: " + style.good("✓ accepted") + "\n"
                + columns.wrapped(path, indent: 4).joined(separator: "\n")
        }
        let text = TextColumns.sentence(fault.sentence, clause: "\(fault.check.clause), \(fault.check.id)")
        return headline + "\n  as it is: " + style.bad("✗ refused") + "\n"
            + columns.wrapped(text, indent: 4).map(style.bad).joined(separator: "\n")
    }

    static func name(_ certificate: Certificate) -> String {
        let subject = certificate.subject
        return subject.isEmpty ? "(empty subject)" : (subject.commonName ?? subject.description).safeToShow
    }

    /// A line for each change: what, and who catches it.
    public func table(_ stories: [TamperingStory]) -> String {
        let rows = stories.map { story in
            (
                story.change.kind.rawValue, story.outcome.catcher?.title ?? "nothing",
                story.outcome.catcher.map { "\($0.clause), \($0.id)" } ?? "", story.outcome.catcher != nil
            )
        }
        let titleWidth = max("caught by".count, rows.map(\.1.count).max() ?? 0)
        let head = style.faint("change".filled(to: 12) + "caught by".filled(to: titleWidth + 4) + "clause, check")
        return
            ([head]
            + rows.map { kind, title, clause, isCaught in
                let mark = isCaught ? style.good("✓") : style.bad("✗")
                let shown = Self.fitted(clause, to: width - titleWidth - 16)
                return kind.filled(to: 12) + mark + " " + title.filled(to: titleWidth + 2) + style.faint(shown)
            }).joined(separator: "\n")
    }

    /// A clause with the check's id, or the clause alone where there is no room for both.
    static func fitted(_ clause: String, to room: Int) -> String {
        clause.count <= room ? clause : clause.split(separator: ", ").dropLast().joined(separator: ", ")
    }

    /// The whole story of a change.
    ///
    /// - Parameter number: put before the title; nil for none.
    public func story(_ story: TamperingStory, _ scene: TamperingScene, number: Int? = nil) -> String {
        let title = (number.map { "\($0). " } ?? "") + story.change.kind.rawValue
        var lines = columns.wrapped(title + ": " + story.change.sentence, indent: 0)
        // The title is strong wherever the line was broken.
        lines[0] = style.strong(String(lines[0].prefix(title.count))) + lines[0].dropFirst(title.count)
        let before = Explanation(DERBytes(scene.victim.der.array), as: .certificate)
        let after = Explanation(DERBytes(story.change.octets), as: .certificate)
        lines +=
            [""]
            + TamperedLinesText(style: style, width: width - 2)
            .lines(TamperedLines(before: before, after: after)).map { "  " + $0 }
        lines += columns.wrapped(story.change.lengthSentence, indent: 4).map(style.faint) + [""]
        lines += outcome(story, scene) + later(story.outcome, 2)
        if let comparison = story.comparison { lines += [""] + signature(comparison, scene) }
        if let resigning = story.resigning {
            lines += [""] + self.resigning(resigning, story.reasonResigningUncaught, scene)
        }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    private func outcome(_ story: TamperingStory, _ scene: TamperingScene) -> [String] {
        let before = scene.before.isAccepted ? style.good("✓ accepted") : style.bad("✗ refused")
        let lesson = columns.wrapped(story.lesson, indent: 4)
        guard let catcher = story.outcome.catcher else {
            let isAccepted = story.outcome.verdict?.isAccepted == true
            return [
                "  before: " + before,
                "  after:  "
                    + (isAccepted
                        ? style.bad("✓ accepted: NOTHING CATCHES IT")
                        : style.bad("✗ refused, but not for this change: NOTHING CATCHES IT")),
            ] + lesson
        }
        return ["  before: " + before]
            + self.catcher(catcher, "  after:  " + style.bad("✗ caught by \(catcher.title)"), 4) + lesson
    }

    /// The sentence of a step, with its clause and its id.
    private func catcher(_ catcher: TamperingOutcome.Catcher, _ head: String, _ indent: Int) -> [String] {
        // The reader's sentences have their clauses in them.
        let clause = if case .reader = catcher { catcher.id } else { "\(catcher.clause), \(catcher.id)" }
        let text = TextColumns.sentence(catcher.sentence, clause: clause)
        return [head] + columns.wrapped(text, indent: indent).map(style.bad)
    }

    private func later(_ outcome: TamperingOutcome, _ indent: Int) -> [String] {
        guard outcome.catcher != nil, outcome.certificate != nil else { return [] }
        let margin = String(repeating: " ", count: indent)
        if outcome.later.isEmpty { return [margin + "Nothing behind that step would catch it."] }
        return [margin + "Behind that step it would also be caught by:"]
            + outcome.later.flatMap { finding in
                let text = TextColumns.sentence(
                    finding.sentence, clause: "\(finding.check.clause), \(finding.check.id)")
                return columns.wrapped("✗ " + text, indent: indent + 2)
            }
    }

    // MARK: The signature

    private func signature(_ comparison: SignatureComparison, _ scene: TamperingScene) -> [String] {
        let heading = "  " + style.strong("The signature under the key of \(Self.name(scene.signer))")
        let procedure: String
        switch comparison.worked {
        case .failure(let problem): return [heading, "    " + style.bad("nothing to compute: \(problem.statement)")]
        case .success(let worked): procedure = "\(worked.procedure), \(worked.clause)"
        }
        return [heading, "    " + style.faint(procedure)] + hashes(comparison) + values(comparison)
    }

    private func hashes(_ comparison: SignatureComparison) -> [String] {
        guard let hashes = comparison.hashes else { return [] }
        if hashes.before == hashes.after {
            return number("\(hashes.name), as before", hexadecimal(hashes.after)) { style.faint($0) }
        }
        return number("\(hashes.name) before", hexadecimal(hashes.before)) { style.faint($0) }
            + number("\(hashes.name) now", hexadecimal(hashes.after)) { style.faint($0) }
    }

    private func values(_ comparison: SignatureComparison) -> [String] {
        guard let values = comparison.values else {
            // The procedure ended before there was anything to compare: its last decision says why.
            guard let last = try? comparison.worked.get().steps.last else { return [] }
            return ["    " + style.bad("✗ \(last.formula)") + "   " + style.faint(last.sentence)]
        }
        let mark = values.agree ? style.good("✓ they agree") : style.bad("✗ they differ")
        let color: (String) -> String = { values.agree ? style.good($0) : style.bad($0) }
        return number(values.foundName, values.found, color) + number(values.expectedName, values.expected, color)
            + ["    \(mark)"]
    }

    /// A number behind its name; below it where there is no room.
    private func number(_ name: String, _ digits: String, _ color: (String) -> String) -> [String] {
        let label = "    " + name.filled(to: 30)
        let room = max(32, width - 34)
        var rest = digits[...]
        var lines: [String] = []
        while !rest.isEmpty {
            lines.append((lines.isEmpty ? label : String(repeating: " ", count: 34)) + color(String(rest.prefix(room))))
            rest = rest.dropFirst(room)
        }
        return lines
    }

    // MARK: An attacker who signs

    private func resigning(_ resigning: Resigning, _ reason: String?, _ scene: TamperingScene) -> [String] {
        let own = "Signed anew with the attacker's own key, in the name of \(Self.name(scene.signer))"
        var numbers: [String] = []
        if let values = resigning.comparison?.values, !values.agree {
            numbers += number(values.foundName, values.found) { style.bad($0) }
            numbers += number(values.expectedName, values.expected) { style.bad($0) }
        }
        return attempt(own, resigning.inIssuersName, reason, numbers) + [""]
            + attempt("Issued by a CA of the attacker's own, which is sent along", resigning.byOwnCA, reason, [])
    }

    /// - Parameter reason: why nothing catches it, where nothing does.
    private func attempt(
        _ title: String, _ outcome: TamperingOutcome, _ reason: String?, _ numbers: [String]
    ) -> [String] {
        let head = columns.wrapped(title, indent: 2).map(style.strong)
        guard let catcher = outcome.catcher else {
            return head + ["    " + style.bad("NOTHING CATCHES IT")] + columns.wrapped(reason ?? "", indent: 6)
                + numbers
        }
        return head + self.catcher(catcher, "    " + style.bad("✗ caught by \(catcher.title)"), 6) + numbers
            + later(outcome, 4)
    }
}
