import LucidReport
import LucidValidation

// The state variables of RFC 5280 §6.1.2 as text: all at the beginning, later those that changed. Their letters are those of
// §6.1.2, so they stand at the beginning alone; the steps that change them have other letters.

extension VerificationStoryText {
    func variables(_ state: PathState, _ before: PathState?, _ moment: PathState.Moment) -> [String] {
        let now = state.shownVariables
        guard let then = before?.shownVariables else { return heading(moment) + now.flatMap(initial) }
        var rows = zip(then, now).filter { $0.value != $1.value }.flatMap { then, now in
            change(of: now.name, from: then.value, to: now.value)
                + because(PathState.reason(forChangeOf: now.name, at: moment))
        }
        if case .wrappedUp = moment {
            var text = FoldedText()
            text.add(PathState.finalKey.sentence)
            text.add(PathState.finalKey.steps, .faint, gap: 2, isWhole: true)
            rows += row("working_public_key", text)
        }
        return heading(moment) + (rows.isEmpty ? ["   " + style.faint("no variable changes")] : rows)
    }

    private func heading(_ moment: PathState.Moment) -> [String] {
        switch moment {
        case .initialized: heading("Initialization", "", "RFC 5280 §6.1.2")
        case .prepared: heading("Preparation for the next certificate", "", "RFC 5280 §6.1.4")
        case .wrappedUp: heading("Wrap-up", "", "RFC 5280 §6.1.5")
        }
    }

    /// A variable at the beginning, with what it is for.
    private func initial(_ variable: PathState.Variable) -> [String] {
        var text = FoldedText()
        text.add(variable.value)
        text.add(variable.sentence, .faint, gap: max(2, 14 - variable.value.count))
        let label = "   \(variable.letter)".padded(to: 11) + variable.name.padded(to: 22)
        return text.lines(width: width, first: label, indent: label.count, style)
    }

    private func change(of name: String, from then: String, to now: String) -> [String] {
        var text = FoldedText()
        text.add("\(then) →", .faint)
        text.add(now)
        return row(name, text)
    }

    /// Why a variable changed: the step and what it does.
    private func because(_ reason: (steps: String, sentence: String)?) -> [String] {
        guard let reason else { return [] }
        var text = FoldedText()
        text.add(reason.sentence, .faint)
        text.add(reason.steps, .faint, gap: 2, isWhole: true)
        return row("", text)
    }

    /// Something about a variable, behind its name.
    private func row(_ name: String, _ text: FoldedText) -> [String] {
        let label = "   " + name.padded(to: 22)
        return text.lines(width: width, first: label, indent: label.count, style)
    }
}
