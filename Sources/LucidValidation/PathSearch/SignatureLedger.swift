import LucidModel
import LucidSignature

/// Remembers the signatures of one verification, so that none is computed twice, in however many paths it stands.
struct SignatureLedger {
    /// A certificate of the verification: where it comes from.
    enum Place: Hashable {
        case target
        case intermediate(Int)
        case anchor(Int)
    }

    /// The outcome of a signature check: nil where the signature holds.
    private struct Check {
        let signed: Place
        /// The signer's key. Cross-certificates share one.
        let key: SubjectPublicKeyInfo
        let problem: SignatureProblem?
    }

    private var checks: [Check] = []

    /// What is wrong with the signature on `signed` when it is checked with the key of `signer`; nil where it holds.
    mutating func problem(of signed: PathNode, signer: PathNode, _ effort: inout Effort) -> SignatureProblem? {
        let info = signer.certificate.subjectPublicKeyInfo
        if let known = checks.first(where: { $0.signed == signed.place && $0.key == info }) { return known.problem }
        let problem: SignatureProblem?
        switch signer.facts.key {
        case .failure(let keyProblem): problem = .key(keyProblem)
        case .success(let key):
            effort.signatures += 1
            problem = Self.problem(of: signed.certificate, key)
        }
        checks.append(Check(signed: signed.place, key: info, problem: problem))
        return problem
    }

    private static func problem(of certificate: Certificate, _ key: PublicKey) -> SignatureProblem? {
        do throws(SignatureProblem) {
            try SignatureChecker.check(
                certificate.signatureValue, over: certificate.tbsBytes, algorithm: certificate.signatureAlgorithm,
                signer: key)
            return nil
        } catch { return error }
    }
}
