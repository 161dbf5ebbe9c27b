import LucidModel
public import LucidSignature

extension SignatureProblem {
    /// Why the signature does not hold.
    public var statement: String {
        switch self {
        case .scheme(.unsupported(let oid)): "made with \(oid.nameOrNumbers), which Lucid does not have"
        case .scheme(.wrongParameters(let oid)): "the parameters of \(oid.nameOrNumbers) are not what it asks for"
        case .key(let problem): "the signer's key can not be used: \(problem.statement)"
        case .keyDoesNotFit: "the algorithm is for another kind of key than the signer's"
        case .malformed(let error): "the signature is malformed: \(error.sentence)"
        case .doesNotVerify: "it does not verify"
        }
    }
}
