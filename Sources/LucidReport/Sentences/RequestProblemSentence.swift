import LucidDER
public import LucidIssuing
import LucidModel
import LucidSignature

extension RequestProblem {
    /// The problem as one sentence.
    public var sentence: String {
        switch self {
        case .signature(let problem): "the request's own signature does not hold: \(problem.statement) (RFC 2986 §3)"
        case .extensionsAskedForTwice:
            "the request has two lists of extensions; which one is meant is not known (RFC 2985 §5.4.2)"
        case .malformedExtensions(let error):
            "the extensions that the request asks for can not be decoded: \(error.sentence)"
        case .repeatedExtension(let oid):
            "the request asks for the extension \(oid.nameOrNumbers) twice (RFC 5280 §4.2)"
        case .noNames:
            "there is no name of the kind that such a certificate needs: a DNS name or an IP address for a server, an "
                + "e-mail address for e-mail"
        case .noSubject:
            "the certificate would be for nobody: a subject, or an alternative name, is wanted (RFC 5280 §4.1.2.6)"
        }
    }
}
