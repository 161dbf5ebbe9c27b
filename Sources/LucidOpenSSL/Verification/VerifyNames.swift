import LucidObjectNames
import LucidX509

/// Names on `verify`'s lines.
struct VerifyNames {
    init() {}
    init(_ arguments: Arguments) throws(Failure) {}

    /// `C = DE, CN = x`.
    func text(_ name: Name) -> String {
        name.relativeDistinguishedNames.map { level in
            level.attributes.map { "\(ObjectNames().short($0.type)) = \($0.value.text ?? "")" }.joined(separator: " + ")
        }.joined(separator: ", ")
    }
}
