import LucidValidation

/// The state variables of RFC 5280 §6.1.2 as a table.
enum StateTable {
    /// All of them at the beginning, each with what it is for.
    static func initial(_ state: PathState) -> String {
        let rows = state.shownVariables.map { variable in
            "<tr>\(name(variable))<td>\(HTMLText.escaped(variable.value))</td><td class=\"for\">"
                + HTMLText.escaped(variable.sentence) + "</td></tr>"
        }
        return table("The variables at the beginning", ["variable", "value", "what it is for"], rows)
    }

    /// Before and after a certificate. What changed is marked, and why.
    static func change(_ before: PathState, _ after: PathState, _ moment: PathState.Moment) -> String {
        let (then, now) = (before.shownVariables, after.shownVariables)
        let rows = zip(then, now).map { then, now in row(then, now, moment) }
        let changes = zip(then, now).count { $0.value != $1.value }
        let caption =
            changes == 0 ? "no variable changes" : changes == 1 ? "1 variable changes" : "\(changes) variables change"
        return table(caption, ["variable", "before", "after"], rows)
    }

    private static func row(
        _ then: PathState.Variable, _ now: PathState.Variable, _ moment: PathState.Moment
    ) -> String {
        guard then.value != now.value else {
            return "<tr>\(name(now))<td>\(HTMLText.escaped(then.value))</td><td class=\"same\">the same</td></tr>"
        }
        var after = "<b>\(HTMLText.escaped(now.value))</b>"
        if let reason = PathState.reason(forChangeOf: now.name, at: moment) {
            after +=
                "<span class=\"why\">\(HTMLText.escaped(reason.sentence)) "
                + HTMLText.element("span", class: "c", reason.steps) + "</span>"
        }
        return
            "<tr class=\"changed\">\(name(now, note: "changed"))<td>\(HTMLText.escaped(then.value))</td><td>"
            + "\(after)</td></tr>"
    }

    private static func name(_ variable: PathState.Variable, note: String = "") -> String {
        "<th scope=\"row\"><span class=\"letter\">\(variable.letter)</span> <code>\(variable.name)</code>"
            + HTMLText.element("span", class: "note", note) + "</th>"
    }

    private static func table(_ caption: String, _ columns: [String], _ rows: [String]) -> String {
        let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return "<table class=\"state\"><caption>\(HTMLText.escaped(caption))</caption><thead><tr>\(head)</tr></thead>"
            + "<tbody>\(rows.joined())</tbody></table>"
    }
}
