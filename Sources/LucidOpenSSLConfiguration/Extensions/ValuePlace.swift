/// Where the value of an extension comes from, for errors and `--explain`.
struct ValuePlace {
    let origin: Origin
    /// What may still be done for the extension.
    var budget = WorkBudget()

    func problem(_ what: String) -> ConfigurationProblem { ConfigurationProblem(what, at: origin) }

    /// The place of a value in a section that this value refers to.
    func inside(_ value: ConfigurationValue) -> ValuePlace {
        ValuePlace(origin: .configuration(value.place), budget: budget)
    }
}

/// Bounds what one extension may take: a value can refer to a long section thousands of times.
final class WorkBudget {
    private var left = 200_000

    /// Takes off as much as is going to be read; false where there is not so much left.
    func take(_ count: Int) -> Bool {
        left -= count
        return left >= 0
    }
}
