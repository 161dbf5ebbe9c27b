import LucidJSON
public import LucidIssuing

extension SettingProblem {
    /// The problem as one sentence with its place; the file's name is the caller's to tell.
    public var sentence: String {
        let place = field.isEmpty ? "" : field.safeToShow + ": "
        switch reason {
        case .notJSON(let problem):
            return "no JSON: in line \(problem.line), column \(problem.column) there should be \(problem.expected)"
        case .wrongKind(let expected): return place + "has to be \(expected)"
        case .unknownField(let allowed):
            return place + "there is no such field; there are \(allowed.joined(separator: ", "))"
        case .repeated: return place + "is there twice"
        case .missing: return place + "is missing"
        case .notAllowed(let value, let allowed):
            return place + "“\(value.safeToShow)” is not allowed; allowed is \(allowed)"
        case .contradiction(let reason): return place + reason
        }
    }
}
