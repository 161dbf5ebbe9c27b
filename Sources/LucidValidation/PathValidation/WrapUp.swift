import LucidDER
import LucidModel

// RFC 5280 §6.1.5 Wrap-Up Procedure

extension PathValidator {
    mutating func wrapUp(_ index: Int) {
        // (a), (b) explicit_policy. (c) to (e) hand the target's key to the caller, who finds it in the verdict's path.
        checkCriticalExtensions(index)  // (f)
        // (g) the valid_policy_tree
    }
}
