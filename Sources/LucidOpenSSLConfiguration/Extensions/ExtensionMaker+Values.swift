import LucidDER

extension ExtensionMaker {
    func value(
        of kind: ExtensionKind, _ text: ExtensionText, at place: ValuePlace, _ context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> [UInt8] {
        throw place.problem("not there yet")
    }
}
