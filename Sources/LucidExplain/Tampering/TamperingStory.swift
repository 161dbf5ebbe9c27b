/// One change: what was changed, who caught it, the signature's numbers, and what an attacker could do further.
public struct TamperingStory: Sendable {
    public let change: CertificateChange
    public let outcome: TamperingOutcome
    /// The signature with its numbers; nil where the octets are no certificate any more.
    public let comparison: SignatureComparison?
    /// The change signed anew by an attacker; nil where that was not asked for or can not be done.
    public let resigning: Resigning?
    /// Why no step catches the change; nil where one does.
    public let reasonUncaught: String?
    /// Why no step catches what the attacker signed; nil where one catches each attempt, or there was none.
    public let reasonResigningUncaught: String?

    /// Makes the change and verifies.
    public init(_ change: CertificateChange, in scene: TamperingScene) {
        self.init(change, scene, nil)
    }

    /// The same, and lets an attacker sign what was changed.
    public init(_ change: CertificateChange, in scene: TamperingScene, signedAnewBy attacker: borrowing Attacker) {
        self.init(change, scene, Resigning(change, in: scene, by: attacker))
    }

    private init(_ change: CertificateChange, _ scene: TamperingScene, _ resigning: Resigning?) {
        self.change = change
        outcome = scene.outcome(change.octets)
        comparison = outcome.certificate.map {
            SignatureComparison($0, original: scene.victim, signer: scene.signer.subjectPublicKeyInfo)
        }
        self.resigning = resigning
        reasonUncaught =
            outcome.catcher != nil
            ? nil : change.kind == .twin && !scene.isTrustedAnyway ? Self.twin : Self.reason(scene)
        let attempts = [resigning?.inIssuersName, resigning?.byOwnCA].compactMap { $0 }
        reasonResigningUncaught = attempts.contains { $0.catcher == nil } ? Self.reason(scene) : nil
    }

    private static let twin =
        "This is a property of ECDSA, and no fault: (r, n − s) is a valid signature wherever (r, s) is (FIPS 186-5 §6.4.2), and anybody can compute it. What was signed is the same to the last bit; only the certificate's fingerprint is another, so a list of forbidden fingerprints does not find it."

    /// Why nobody minds, whatever was changed.
    private static func reason(_ scene: TamperingScene) -> String {
        if scene.isAnchor, scene.changesAnchors {
            return
                "The verifier trusts this certificate because it has it, not because somebody signed it: a trust anchor is given, and its own certificate is not verified (RFC 5280 §6.1.1(d), §6.1). Who can write to the list of trusted roots needs to forge nothing."
        }
        if scene.isAnchor, !scene.isTarget {
            return
                "The verifier does not look at the root that was sent along: it has its own copy, and that is the original (RFC 5280 §6.1.1(d))."
        }
        if !scene.before.isAccepted {
            return
                "The original is refused too, for the same reasons: nothing is wrong with the changed certificate that was not wrong before."
        }
        if !scene.isInPath { return "The path does not lead over this certificate, so nobody looks at it." }
        return "Nothing that this verification looks at depends on what was changed."
    }

    /// What there is to learn from the step that caught it; empty where nothing did.
    public var lesson: String {
        switch outcome.catcher {
        case nil: reasonUncaught ?? ""
        case .reader:
            "DER has one way to write each value, and these octets are none: the reader stops here, and nothing that the certificate says is used."
        case .check(let finding):
            switch finding.check {
            case .signature:
                "The signature covers every octet of tbsCertificate. To make one for other octets takes the issuer's private key."
            case .signatureAlgorithmsAgree:
                "The algorithm outside of the signed part could be changed by anybody, so it counts only where the signed part says the same. Without that rule somebody could have the signature checked by a weaker algorithm."
            case .keyUsable:
                "The changed octets are no key of their kind: a point that is not on its curve, for example. No computation is begun with it."
            case .trustAnchor where change.original.isSelfIssued:
                "The verifier trusts the original, to the last bit. This certificate has its name, but is another one, and nobody has signed it that is trusted."
            case .trustAnchor:
                "Nobody that the verifier trusts has the issuer's name, so there is no key to check the signature with."
            default:
                "This check reads what the certificate says, before or beside the signature: it does not ask who changed it."
            }
        }
    }
}
