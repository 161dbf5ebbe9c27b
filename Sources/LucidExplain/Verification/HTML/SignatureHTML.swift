import LucidCrypto
import LucidNumber
import LucidReport
import LucidSignature

/// A certificate's signature with its numbers. All of them are whole, so that a reader can compute them again.
struct SignatureHTML {
    let step: VerificationStory.CertificateStep
    /// Whether it is unfolded from the beginning.
    let isOpen: Bool

    var html: String {
        switch step.signature {
        case .failure(let problem):
            return
                "<div class=\"signature\"><p><b>Its signature</b>: <span class=\"no\">✗</span> nothing to compute, it "
                + "is "
                + "\(HTMLText.escaped(problem.statement)).</p>\(hash)</div>"
        case .success(let worked):
            let outcome =
                worked.isValid ? "<span class=\"yes\">✓ valid</span>" : "<span class=\"no\">✗ not valid</span>"
            let (inputs, steps) = (worked.steps.filter(\.isInput), worked.steps.filter { !$0.isInput })
            let constants = inputs.filter { worked.isConstant($0) }
            return "<details class=\"signature\" data-procedure=\"\(HTMLText.escaped(worked.procedure))\" "
                + "data-valid=\"\(worked.isValid)\"\(isOpen ? " open" : "")>"
                + "<summary><b>Its signature in numbers</b>: \(HTMLText.escaped(worked.procedure)) "
                + HTMLText.element("span", class: "c", worked.clause) + " \(outcome)</summary>"
                + "<p class=\"lesson\">\(HTMLText.escaped(SignatureLesson.sentence(worked)))</p>\(hash)"
                + "<p class=\"group\">What goes in</p>"
                + (constants.isEmpty ? "" : self.constants(constants))
                + list(inputs.filter { !worked.isConstant($0) })
                + "<p class=\"group\">The computation</p>\(list(steps))</details>"
        }
    }

    private var hash: String { step.hash.map { WorkedHashHTML(worked: $0).html } ?? "" }

    /// The numbers of a curve, which are no secret and nobody's in particular.
    private func constants(_ steps: [WorkedStep]) -> String {
        "<details class=\"constants\"><summary>The curve and its numbers, the same for everybody</summary>"
            + "\(list(steps))</details>"
    }

    private func list(_ steps: [WorkedStep]) -> String {
        "<ol class=\"work\">" + steps.map(Self.item).joined() + "</ol>"
    }

    // MARK: Steps

    private static func item(_ step: WorkedStep) -> String {
        let label = HTMLText.element("span", class: "label", step.label.isEmpty ? "" : "Step \(step.label)")
        let data = "data-kind=\"\(step.kind)\" data-name=\"\(HTMLText.escaped(step.name))\""
        if case .decision(let holds) = step.value {
            let outcome: ChainDrawing.Mark.Outcome = holds ? .yes : .no
            return "<li class=\"w decision \(outcome)\" \(data) data-holds=\"\(holds)\"><p class=\"eq\">\(label) "
                + HTMLText.mark(outcome.sign, holds ? "holds" : "does not hold") + " "
                + "<b>\(HTMLText.escaped(step.formula))</b></p>" + HTMLText.element("p", class: "s", step.sentence)
                + "</li>"
        }
        let formula = step.formula.isEmpty ? "" : " = \(HTMLText.escaped(step.formula))"
        return "<li class=\"w\" \(data)><p class=\"eq\">\(label) <b>\(HTMLText.escaped(step.name))</b>\(formula)</p>"
            + HTMLText.element("p", class: "s", step.sentence) + value(step) + "</li>"
    }

    private static func value(_ step: WorkedStep) -> String {
        switch step.value {
        case .number(let number): NumberHTML.number(number.hexadecimal)
        case .octets(let octets): NumberHTML.number(hexadecimal(octets))
        case .parts(let parts): NumberHTML.parts(parts, of: step.name)
        case .point(let x, let y):
            NumberHTML.number(x.hexadecimal, name: "x") + NumberHTML.number(y.hexadecimal, name: "y")
        case .neutralPoint: "<p class=\"value\">the neutral point</p>"
        case .text(let text): HTMLText.element("p", class: "value", text)
        case .decision: ""
        }
    }
}

extension WorkedStep {
    /// Whether it goes into the computation.
    fileprivate var isInput: Bool {
        if case .decision = value { return false }
        return label.isEmpty && formula.isEmpty
    }
}

extension WorkedVerification {
    /// Whether an input is a number of the curve.
    fileprivate func isConstant(_ step: WorkedStep) -> Bool {
        procedure.hasPrefix("ECDSA") && ["curve", "p", "a", "b", "G", "n"].contains(step.name)
    }
}
