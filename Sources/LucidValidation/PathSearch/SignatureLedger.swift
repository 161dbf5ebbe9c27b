import LucidModel
import LucidSignature

/// Remembers the keys and signatures of one verification, so that none is read or computed twice, in however many paths it
/// stands.
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
        let signer: Place
        let problem: SignatureProblem?
    }

    private var keys: [(place: Place, key: Result<PublicKey, PublicKey.Problem>)] = []
    private var checks: [Check] = []

    /// The certificate's public key, or why there is none.
    mutating func key(_ node: PathNode) -> Result<PublicKey, PublicKey.Problem> {
        if let known = keys.first(where: { $0.place == node.place }) { return known.key }
        let key = Self.read(node.certificate)
        keys.append((node.place, key))
        return key
    }

    private static func read(_ certificate: Certificate) -> Result<PublicKey, PublicKey.Problem> {
        do throws(PublicKey.Problem) {
            return .success(try PublicKey(certificate.subjectPublicKeyInfo))
        } catch { return .failure(error) }
    }

    /// What is wrong with the signature on `signed` when it is checked with the key of `signer`; nil where it holds.
    mutating func problem(of signed: PathNode, signer: PathNode, _ effort: inout Effort) -> SignatureProblem? {
        if let known = checks.first(where: { $0.signed == signed.place && $0.signer == signer.place }) {
            return known.problem
        }
        let problem: SignatureProblem?
        switch key(signer) {
        case .failure(let keyProblem): problem = .key(keyProblem)
        case .success(let key):
            effort.signatures += 1
            problem = Self.problem(of: signed.certificate, key)
        }
        checks.append(Check(signed: signed.place, signer: signer.place, problem: problem))
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

/// A certificate in a path that is being built.
struct PathNode {
    let certificate: Certificate
    let place: SignatureLedger.Place
    /// Subject and issuer in the form that RFC 5280 §7.1 compares.
    let subject, issuer: PreparedName

    init(_ certificate: Certificate, _ place: SignatureLedger.Place) {
        self.init(certificate, place, subject: PreparedName(certificate.subject))
    }

    /// With a subject that has been prepared before.
    init(_ certificate: Certificate, _ place: SignatureLedger.Place, subject: PreparedName) {
        self.certificate = certificate
        self.place = place
        self.subject = subject
        issuer = certificate.subject == certificate.issuer ? subject : PreparedName(certificate.issuer)
    }

    /// Whether subject and issuer are the same name (RFC 5280 §6.1).
    var isSelfIssued: Bool { subject == issuer }
}
