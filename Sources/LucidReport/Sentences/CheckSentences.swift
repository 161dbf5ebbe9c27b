import LucidDER
public import LucidValidation

// What each check says when it holds and when it does not. `{name}` stands for the parameter of that name.

extension Check {
    /// What holds where the check passed.
    var passedTemplate: String { templates.passed }

    /// What is wrong where the check failed.
    var failedTemplate: String { templates.failed }

    private var templates: (passed: String, failed: String) {
        certificateTemplates ?? webTemplates ?? revocationTemplates ?? pathTemplates
    }

    private var revocationTemplates: (passed: String, failed: String)? {
        let passed = passedRevocationTemplate
        return passed.isEmpty ? nil : (passed, failedRevocationTemplate)
    }

    /// A sentence with the facts in it.
    public func sentence(hasPassed: Bool, _ parameters: [Finding.Parameter]) -> String {
        let failed = uncheckedSignatureTemplate(parameters) ?? missingIssuerTemplate(parameters) ?? failedTemplate
        var template = (hasPassed ? passedTemplate : failed)[...]
        var sentence = ""
        while let open = template.firstIndex(of: "{"), let close = template[open...].firstIndex(of: "}") {
            sentence += template[..<open]
            let name = template[template.index(after: open)..<close]
            sentence += parameters.first { $0.name == name }?.value.text ?? "?"
            template = template[template.index(after: close)...]
        }
        return sentence + template
    }
}

extension Finding {
    /// The finding as one sentence, without the certificate and the clause.
    public var sentence: String { check.sentence(hasPassed: false, parameters) }
}

extension Finding.Value {
    /// The fact as text that is safe on a terminal.
    package var text: String {
        switch self {
        case .text(let text): text.safeToShow
        case .number(let number): String(number)
        case .time(let time): time.description
        case .list(let items): items.isEmpty ? "none" : items.map(\.safeToShow).joined(separator: ", ")
        }
    }

    /// The fact as JSON.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .time(let time): .string(time.description)
        case .list(let items): .strings(items)
        }
    }
}
