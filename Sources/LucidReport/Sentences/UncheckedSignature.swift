package import LucidValidation

// A signature that nobody could compute has not been found wrong. Who reads "does not hold" looks for a forger; here there
// is only an algorithm that Lucid does not have, or a key that is none.

extension Check {
    /// The sentence for a signature that could not be checked; nil for any other check and outcome.
    func uncheckedSignatureTemplate(_ parameters: [Finding.Parameter]) -> String? {
        guard self == .signature, parameters.leaveSignatureUnchecked else { return nil }
        return "its signature by {signer} ({algorithm}) can not be checked: {problem}"
    }
}

extension [Finding.Parameter] {
    /// Whether the facts about a signature say that there was nothing to compute: an algorithm or a curve that Lucid does not
    /// have, or a key that can not be used.
    package var leaveSignatureUnchecked: Bool {
        contains { fact in
            guard fact.name == "problem", case .text(let problem) = fact.value else { return false }
            // The words of `SignatureProblem.parameterText`.
            return problem.hasPrefix("unsupported algorithm ") || problem.hasPrefix("the signer's key: ")
        }
    }
}
