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
        case .badName(let text): Self.badName(text)
        case .badSubject(let text): "“\(text.safeToShow)” can not be a CA's name: it must have 1 to 64 characters"
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

    /// The most characters of a name that are repeated: it may have any number.
    private static let shownCharacters = 80

    /// RFC 1035 §2.3.4: labels have 63 octets at most.
    private static func badName(_ text: String) -> String {
        let shown = text.prefix(shownCharacters) + (text.count > shownCharacters ? "…" : "")
        let hasLongLabel = text.utf8.split(separator: UInt8(ascii: ".")).contains { $0.count > 63 }
        return "“\(String(shown).safeToShow)” is no DNS name, IP address, e-mail address or URI"
            + (hasLongLabel ? "; each label of a DNS name has 63 letters at most" : "")
    }
}
