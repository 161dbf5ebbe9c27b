public import LucidCrypto
public import LucidModel
public import LucidSignature
public import LucidValidation

/// A verification told step by step: each path that was tried, with the state variables of RFC 5280 §6.1.2 at each certificate and
/// each signature with its numbers.
public struct VerificationStory {
    public private(set) var parts: [Part] = []

    /// One part of the story.
    public enum Part {
        /// A branch that the search did not take: the subjects up to the issuer that it dropped, and why.
        case branch(subjects: [String], Finding)
        /// A path whose validation begins.
        case path(number: Int, subjects: [String])
        /// The state variables, and what they were before; nil at the beginning.
        case state(PathState, before: PathState?, PathState.Moment)
        case certificate(CertificateStep)
        /// Checks that are not part of RFC 5280's procedures for a certificate of the path.
        case checks(Subject, [MadeCheck])
        /// What came of the path.
        case outcome(isAccepted: Bool)
    }

    /// What checks are about.
    public enum Subject: Hashable, Sendable {
        /// The trust anchor's certificate by itself, which RFC 5280 leaves to who chose it.
        case trustAnchor
        /// What the certificate is used for: key usage and names.
        case use
        /// That there is a path at all, and what the certificate says by itself.
        case search
    }

    /// One certificate and its checks.
    public struct CertificateStep {
        public let certificate: Certificate
        /// 0 is the certificate in question.
        public let index: Int
        /// RFC 5280's i: 1 is the certificate that the trust anchor issued.
        public let number: Int
        /// The subject of the certificate whose key it is checked with.
        public let signer: Name
        /// The signature with its numbers, or why there is nothing to compute.
        public let signature: Result<WorkedVerification, SignatureProblem>
        /// The hash of the signed octets block by block, where that was asked for.
        public let hash: WorkedHash?
        public fileprivate(set) var checks: [MadeCheck] = []
    }

    /// A check and what it found.
    public struct MadeCheck {
        public let check: Check
        public let parameters: [Finding.Parameter]
        /// nil where it held.
        public let finding: Finding?
        /// The certificate that it looked at: 0 is the one in question.
        public var certificateIndex: Int?

        /// The clause that asks for it here. Of the certificate in question, which issued none, critical extensions are the
        /// wrap-up's matter.
        public var clause: String {
            check == .criticalExtensions && certificateIndex == 0 ? "RFC 5280 §6.1.5(f)" : check.clause
        }
    }

    /// - Parameter isDeep: whether the hashes are told block by block.
    public init(_ trace: Trace, isDeep: Bool = false) {
        var before: PathState?
        var pathCount = 0
        var length = 0
        var isInPath = false
        for step in trace.steps {
            switch step {
            case .candidateDropped(let subjects, let finding): parts.append(.branch(subjects: subjects, finding))
            case .pathFound(let subjects):
                pathCount += 1
                (before, length, isInPath) = (nil, 0, true)
                parts.append(.path(number: pathCount, subjects: subjects))
            case .state(let state, let moment):
                parts.append(.state(state, before: before, moment))
                before = state
            case .certificateBegun(let certificate, let index, let signer):
                length = max(length, index + 1)
                parts.append(.certificate(Self.begun(certificate, index, length - index, signer, isDeep)))
            case .checked(let check, let index, let parameters, let finding):
                add(MadeCheck(check: check, parameters: parameters, finding: finding, certificateIndex: index))
            case .pathFinished(let isAccepted):
                // Where no path was found there is none to be valid or not.
                if isInPath { parts.append(.outcome(isAccepted: isAccepted)) }
                isInPath = false
            }
        }
        leaveOutBranchesTakenLater()
    }

    /// Where nothing better is found the search takes the branches after all that it dropped for a signature. These are told
    /// as paths, with the same finding.
    private mutating func leaveOutBranchesTakenLater() {
        var told: [Finding: [[String]]] = [:]
        var subjects: [String] = []
        for part in parts {
            switch part {
            case .path(_, let those): subjects = those
            case .certificate(let step):
                for finding in step.checks.compactMap(\.finding) { told[finding, default: []].append(subjects) }
            default: continue
            }
        }
        parts.removeAll { part in
            guard case .branch(let subjects, let finding) = part else { return false }
            return told[finding, default: []].contains { $0.starts(with: subjects) }
        }
    }

    private static func begun(
        _ certificate: Certificate, _ index: Int, _ number: Int, _ signer: Certificate, _ isDeep: Bool
    ) -> CertificateStep {
        let signature: Result<WorkedVerification, SignatureProblem>
        do throws(SignatureProblem) {
            signature = .success(
                try SignatureChecker.worked(
                    certificate.signatureValue, over: certificate.tbsBytes, algorithm: certificate.signatureAlgorithm,
                    signer: signer.subjectPublicKeyInfo))
        } catch { signature = .failure(error) }
        return CertificateStep(
            certificate: certificate, index: index, number: number, signer: signer.subject, signature: signature,
            hash: isDeep ? hash(of: certificate, signer) : nil)
    }

    /// The hash that the signature is about; nil where it can not be known what is hashed.
    private static func hash(of certificate: Certificate, _ signer: Certificate) -> WorkedHash? {
        guard let scheme = try? SignatureScheme(certificate.signatureAlgorithm) else { return nil }
        let message = certificate.tbsBytes.array
        guard scheme == .ed25519 else { return scheme.hash.worked(message) }
        // RFC 8032 §5.1.7 step 2: the signature's first half and the key stand before what is signed.
        let signature = certificate.signatureValue.bytes.array
        guard signature.count == 64, case .ed25519(let key)? = try? PublicKey(signer.subjectPublicKeyInfo) else {
            return nil
        }
        return scheme.hash.worked(
            signature.prefix(32) + key.bytes + message,
            subject: "octets R ‖ A ‖ M: the signature's first half, the signer's key and the signed octets")
    }

    /// Puts a check to the certificate that the story is at.
    private mutating func add(_ made: MadeCheck) {
        switch parts.last {
        case .certificate(var step):
            step.checks.append(made)
            parts[parts.count - 1] = .certificate(step)
        case .checks(let subject, let others): parts[parts.count - 1] = .checks(subject, others + [made])
        case .path: parts.append(.checks(.trustAnchor, [made]))
        case .state: parts.append(.checks(.use, [made]))
        default: parts.append(.checks(.search, [made]))
        }
    }
}
