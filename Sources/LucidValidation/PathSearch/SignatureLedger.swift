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

    /// A certificate, and the key that its signature is checked with.
    private struct Pair: Hashable {
        let signed: Place
        /// Where the key stands in `keys`.
        let key: Int
    }

    private var keys: [Result<PublicKey, PublicKey.Problem>] = []
    /// Where a key stands in `keys`. Cross-certificates share one.
    private var keysByInfo: [SubjectPublicKeyInfo: Int] = [:]
    private var keysByPlace: [Place: Int] = [:]
    /// The outcomes of signature checks: nil where the signature holds.
    private var problems: [Pair: SignatureProblem?] = [:]

    /// The certificate's public key, or why there is none.
    mutating func key(_ node: PathNode) -> Result<PublicKey, PublicKey.Problem> { keys[keyIndex(node)] }

    private mutating func keyIndex(_ node: PathNode) -> Int {
        if let known = keysByPlace[node.place] { return known }
        let info = node.certificate.subjectPublicKeyInfo
        let index = keysByInfo[info] ?? keys.count
        if index == keys.count {
            keys.append(Self.read(node.certificate))
            keysByInfo[info] = index
        }
        keysByPlace[node.place] = index
        return index
    }

    private static func read(_ certificate: Certificate) -> Result<PublicKey, PublicKey.Problem> {
        do throws(PublicKey.Problem) {
            return .success(try PublicKey(certificate.subjectPublicKeyInfo))
        } catch { return .failure(error) }
    }

    /// What is wrong with the signature on `signed` when it is checked with the key of `signer`; nil where it holds.
    mutating func problem(of signed: PathNode, signer: PathNode, _ effort: inout Effort) -> SignatureProblem? {
        let pair = Pair(signed: signed.place, key: keyIndex(signer))
        if let known = problems[pair] { return known }
        let problem: SignatureProblem?
        switch keys[pair.key] {
        case .failure(let keyProblem): problem = .key(keyProblem)
        case .success(let key):
            effort.signatures += 1
            problem = Self.problem(of: signed.certificate, key)
        }
        problems.updateValue(problem, forKey: pair)
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
