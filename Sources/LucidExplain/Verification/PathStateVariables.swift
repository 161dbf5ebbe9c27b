import LucidDER
import LucidModel
import LucidReport
import LucidSignature
public import LucidValidation

extension PathState {
    /// A state variable as it is shown.
    public struct Variable: Hashable, Sendable {
        /// The step of RFC 5280 §6.1.2 that sets it first: `(k)`.
        public let letter: String
        /// As RFC 5280 calls it: `max_path_length`.
        public let name: String
        public let value: String
        /// What it is for.
        public let sentence: String
    }

    /// All variables, in the order of RFC 5280 §6.1.2.
    public var shownVariables: [Variable] { constraintVariables + policyCounters + keyVariables }

    private var constraintVariables: [Variable] {
        let policies = validPolicies.map { $0.map(\.nameOrNumbers).joined(separator: ", ") }
        let permitted = permittedSubtrees.map { set in "one of " + set.map(\.base.shown).joined(separator: ", ") }
        let excluded = excludedSubtrees.map(\.base.shown)
        return [
            Variable(
                letter: "(a)", name: "valid_policy_tree", value: policies ?? "NULL",
                sentence: "the policies that every certificate so far was issued under; NULL: none is left"),
            Variable(
                letter: "(b)", name: "permitted_subtrees",
                value: permitted.isEmpty ? "all names" : permitted.joined(separator: ", and "),
                sentence: "names in what follows must lie in these"),
            Variable(
                letter: "(c)", name: "excluded_subtrees",
                value: excluded.isEmpty ? "none" : excluded.joined(separator: ", "),
                sentence: "no name in what follows may lie in these"),
        ]
    }

    private var policyCounters: [Variable] {
        [
            Variable(
                letter: "(d)", name: "explicit_policy", value: String(explicitPolicy),
                sentence: "after so many certificates a policy must be left"),
            Variable(
                letter: "(e)", name: "inhibit_anyPolicy", value: String(inhibitAnyPolicy),
                sentence: "after so many certificates anyPolicy counts for nothing"),
            Variable(
                letter: "(f)", name: "policy_mapping", value: String(policyMapping),
                sentence: "after so many certificates policies can not be mapped"),
        ]
    }

    private var keyVariables: [Variable] {
        let kind = (try? PublicKey(workingPublicKey))?.summary ?? "unusable"
        let end = hexadecimal(workingPublicKey.subjectPublicKey.bytes.suffix(8))
        return [
            Variable(
                letter: "(g)-(i)", name: "working_public_key",
                value: "\(workingPublicKey.algorithm.algorithm.nameOrNumbers), \(kind), …\(end)",
                sentence: "the key that the next signature is checked with"),
            Variable(
                letter: "(j)", name: "working_issuer_name", value: workingIssuerName.description,
                sentence: "the name that the next certificate must have for its issuer"),
            Variable(
                letter: "(k)", name: "max_path_length", value: String(maxPathLength),
                sentence: "how many CAs may still follow that are not self-issued"),
        ]
    }
}
