public import LucidEvidence
public import enum LucidReport.TextStyle

/// The evidence map as text.
public struct EvidenceText {
    private let style: TextStyle
    private let columns: TextColumns
    /// So many cases are named; the JSON has all.
    private static let shownCases = 8

    /// - Parameter width: how many columns there are.
    public init(style: TextStyle = .plain, width: Int = 100) {
        self.style = style
        columns = TextColumns(octetCount: 0, width: width)
    }

    // MARK: The list

    /// All checks, a line each, below their headings.
    public func list(_ all: [Evidence]) -> String {
        var lines = columns.wrapped(
            "\(all.count) checks. Behind each: in how many tests it fails, as it has to; how many cases of the conformance "
                + "suites it refuses; and the clause that asks for it.", indent: 0)
        var group = ""
        for evidence in all {
            if evidence.group != group {
                group = evidence.group
                lines += [""] + columns.wrapped(group, indent: 0).map(style.strong)
                lines.append(style.faint("  tests  cases  check"))
            }
            lines += line(evidence)
        }
        return (lines + [""] + sizes + ["", "Everything about one: lucid evidence ID"]).joined(separator: "\n")
    }

    /// The clause goes below where it does not fit.
    private func line(_ evidence: Evidence) -> [String] {
        let counts =
            "  " + Self.number(evidence.failingTests.count).filled(to: 5, onTheLeft: true) + "  "
            + Self.number(evidence.refusedCaseCount).filled(to: 5, onTheLeft: true) + "  "
        let id = evidence.id.filled(to: columns.width >= 96 ? 51 : 42) + "  "
        if counts.count + id.count + evidence.clause.count <= columns.width {
            return [counts + id + style.faint(evidence.clause)]
        }
        return [counts + evidence.id, String(repeating: " ", count: counts.count + 2) + style.faint(evidence.clause)]
    }

    /// What the cases come from.
    private var sizes: [String] {
        let suites = Evidence.suiteSizes.map {
            "\($0.suite.name): \(Self.number($0.caseCount)), \(Self.number($0.acceptedCount)) of which are accepted"
        }
        return columns.wrapped("Cases were counted in " + suites.joined(separator: "; ") + ".", indent: 0)
    }

    // MARK: One check

    /// Everything about some checks; of many cases only the first are named.
    public func text(_ some: [Evidence]) -> String {
        some.map { paragraph($0).joined(separator: "\n") }.joined(separator: "\n\n\n")
    }

    private func paragraph(_ evidence: Evidence) -> [String] {
        let isWide = evidence.id.count + evidence.clause.count + 2 > columns.width
        var lines = [style.strong(evidence.id) + (isWide ? "\n" : "  ") + style.faint(evidence.clause)]
        lines += columns.wrapped(evidence.question, indent: 0)
        lines += ["", style.strong("Made in")]
        for place in evidence.places {
            lines += columns.wrapped("\(place.file):\(place.line) in \(place.function)", indent: 2)
        }
        lines += tests(evidence.failingTests, "Fails, as it has to, in")
        lines += tests(evidence.tests.filter { $0.outcome == .holds }, "Holds, as it has to, in")
        lines += ["", style.strong("Conformance cases")]
        if evidence.refusedCaseCount == 0 {
            lines += columns.wrapped("None is refused by this check: what there is are the tests above.", indent: 2)
        }
        for suite in evidence.suites { lines += cases(suite) }
        return lines + vectors(evidence.vectors)
    }

    private func tests(_ tests: [Evidence.Test], _ heading: String) -> [String] {
        guard !tests.isEmpty else { return [] }
        var lines = ["", style.strong("\(heading) \(tests.count == 1 ? "1 test" : "\(tests.count) tests")")]
        for (file, own) in Self.grouped(tests) {
            lines += columns.wrapped(file, indent: 2)
            for runner in own.first?.runners ?? [] {
                lines += columns.wrapped(
                    "a table for: \(runner.sentence) (\(Self.name(runner.file)):\(runner.line))", indent: 2
                ).map(style.faint)
            }
            for test in own {
                let number = String(test.line).filled(to: 7, onTheLeft: true) + "  "
                let sentence = columns.wrapped(test.sentence, indent: number.count)
                lines.append(number + (sentence.first ?? "").drop { $0 == " " })
                lines += sentence.dropFirst()
            }
        }
        return lines
    }

    private func cases(_ suite: Evidence.SuiteCases) -> [String] {
        var parts: [String] = []
        if !suite.alone.isEmpty { parts.append("\(Self.number(suite.alone.count)) refused by this check alone") }
        if !suite.withOthers.isEmpty { parts.append("\(Self.number(suite.withOthers.count)) refused by it and others") }
        if suite.heldCount > 0 { parts.append("it held in \(Self.number(suite.heldCount))") }
        var lines = columns.wrapped("\(suite.suite.name): \(parts.joined(separator: ", "))", indent: 2)
        for ids in [suite.alone, suite.withOthers] where !ids.isEmpty {
            let shown = ids.prefix(Self.shownCases).map(suite.suite.label)
            let rest = ids.count - shown.count
            let more = rest > 0 ? ", and \(Self.number(rest)) more (--json names them)" : ""
            lines += columns.wrapped(shown.joined(separator: ", ") + more, indent: 4).map(style.faint)
        }
        return lines
    }

    private func vectors(_ files: [Evidence.VectorFile]) -> [String] {
        guard !files.isEmpty else { return [] }
        let sentence =
            "The same function verifies the signatures of Project Wycheproof: "
            + "\(Self.number(files.reduce(0) { $0 + $1.acceptedCount })) are valid and accepted, "
            + "\(Self.number(files.reduce(0) { $0 + $1.refusedCount })) are not and refused."
        return ["", style.strong("Signatures")] + columns.wrapped(sentence, indent: 2)
            + files.flatMap { file in
                columns.wrapped("\(file.name): \(file.acceptedCount) valid, \(file.refusedCount) not", indent: 4)
                    .map(style.faint)
            }
    }

    // MARK: Words

    /// Tests by file and by what runs them, in their order.
    static func grouped(_ tests: [Evidence.Test]) -> [(file: String, tests: [Evidence.Test])] {
        var groups: [(file: String, tests: [Evidence.Test])] = []
        for test in tests {
            if let last = groups.last, last.file == test.file, last.tests.first?.runners == test.runners {
                groups[groups.count - 1].tests.append(test)
            } else {
                groups.append((test.file, [test]))
            }
        }
        return groups
    }

    /// A file's name without its folders.
    static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// `1,234`.
    static func number(_ number: Int) -> String {
        guard number >= 1000 else { return String(number) }
        return Self.number(number / 1000) + "," + String(number % 1000).filledWithZeros
    }
}

extension String {
    /// Three digits.
    fileprivate var filledWithZeros: String { String(repeating: "0", count: max(0, 3 - count)) + self }
}
