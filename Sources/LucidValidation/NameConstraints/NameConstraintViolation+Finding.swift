import LucidModel

extension NameConstraintViolation {
    /// The check that failed.
    var check: Check {
        switch problem {
        case .notPermitted: .permittedSubtrees
        case .excluded: .excludedSubtrees
        case .unprocessable: .nameConstraintsProcessable
        }
    }

    /// The facts for the finding.
    var parameters: [Finding.Parameter] {
        let subtrees: [GeneralSubtree]
        var reasonParameter: [Finding.Parameter] = []
        switch problem {
        case .notPermitted(let all): subtrees = all
        case .excluded(let one): subtrees = [one]
        case .unprocessable(let reason, let all):
            subtrees = all
            reasonParameter = [.init("problem", .text(reason.parameterText))]
        }
        return [
            .init("name", .text(name.source.text)), .init("form", .text(name.form.rawValue)),
            .init("subtrees", .list(subtrees.prefix(Self.shownSubtrees).map(\.base.valueText))),
        ] + reasonParameter
    }

    /// A CA may have thousands; nobody reads them all.
    private static let shownSubtrees = 20
}

extension Unprocessable {
    /// A word for the finding's parameters.
    fileprivate var parameterText: String {
        switch self {
        case .malformedName: "the name is malformed"
        case .uriWithoutHostName: "the URI has no host name"
        case .malformedConstraint: "a constraint is malformed"
        case .tooLong: "a name has more than \(PreparedName.longestComparedName) octets"
        case .distance: "a constraint has a minimum or a maximum"
        case .formWithoutRules: "there are no rules for names of this form"
        }
    }
}
