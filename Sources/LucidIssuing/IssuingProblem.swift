public import LucidDER
public import LucidModel
public import LucidSignature

/// Why a certificate was not issued.
public enum IssuingProblem: Error, Hashable, Sendable {
    /// The issuer's certificate does not allow it to issue: no CA, or no keyCertSign.
    case issuerIsNoCA
    /// The issuer's path length constraint leaves no room for another CA.
    case pathLengthExhausted
    /// The certificate would outlive its issuer's, and be refused from then on.
    case outlivesIssuer(issuerEnds: CalendarTime)
    /// A server certificate without a name is of no use.
    case noNames
    /// Neither a DNS name, an IP address, an e-mail address nor a URI.
    case badName(String)
    /// A subject that can not be written, or an empty one for a CA (RFC 5280 §4.1.2.6).
    case badSubject(String)
    /// A key of this kind can be used for nothing of what the profile says; RFC 5280 §4.2.1.3 asks for one use at least.
    case keyHasNoUse(PublicKey, wanted: KeyUsage)
    case signing(SigningKey.Problem)
}
