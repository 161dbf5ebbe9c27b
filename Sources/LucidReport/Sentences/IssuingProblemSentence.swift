public import LucidIssuing
import LucidModel
import LucidSignature

extension IssuingProblem {
    /// The problem as one sentence.
    public var sentence: String {
        switch self {
        case .issuerIsNoCA: "the issuer's certificate does not allow it to issue certificates (RFC 5280 §4.2.1.9)"
        case .pathLengthExhausted:
            "the issuer's path length constraint leaves no room for another CA (RFC 5280 §4.2.1.9)"
        case .outlivesIssuer(let end): "the certificate would outlive its issuer's, which ends at \(end)"
        case .noNames: "a server certificate needs a name: give a DNS name or an IP address"
        case .badName(let text):
            "“\(text.shortened().safeToShow)” is no DNS name, IP address, e-mail address or URI" + Self.tooLong(text)
        case .badSubject(let text):
            "“\(text.shortened().safeToShow)” can not be a CA's name: it must have 1 to 64 characters"
        case .keyHasNoUse(let key, let wanted):
            "a key of the kind \(key.summary) can be used for nothing of what the profile says: "
                + "\(wanted.names.joined(separator: ", ")) (RFC 5280 §4.2.1.3)"
        case .signing(.rsa(.keyTooShortForHash)): "the issuer's key is too short for the hash"
        case .signing(.schemeDoesNotFit): "the issuer's key can not sign in the way that was asked for"
        case .signing(.rsa(.hashNotForSigning(let hash))): "nothing is signed with \(hash.name) any more"
        case .signing(.rsa(.resultDoesNotVerify)):
            "the signature just made does not verify: the key is damaged, or the computer made a mistake"
        }
    }

    /// The limit of RFC 1035 §2.3.4 that a name is beyond.
    private static func tooLong(_ name: String) -> String {
        let labels = name.split(whereSeparator: { ".@/:".contains($0) })
        if labels.contains(where: { $0.utf8.count > 63 }) { return "; a label of a DNS name has 63 letters at most" }
        return name.utf8.count > 253 ? "; a DNS name has 253 letters at most" : ""
    }
}
