public import LucidDER
public import LucidSignature

/// Why a request can not be judged at all.
public enum RequestProblem: Error, Hashable, Sendable {
    /// Its own signature does not hold, so who asks has not shown that the private key is theirs (RFC 2986 §3).
    case signature(SignatureProblem)
    /// There is more than one list of extensions; which one is meant can not be known. extensionRequest has a single value
    /// (RFC 2985 §5.4.2).
    case extensionsAskedForTwice
    /// The list of extensions can not be decoded.
    case malformedExtensions(DERError)
    /// The list has an extension twice, which RFC 5280 §4.2 forbids.
    case repeatedExtension(ObjectIdentifier)
    /// A server's certificate needs a name, one for e-mail an address, and neither the alternative names nor the subject has
    /// one.
    case noNames
    /// Neither a subject nor alternative names would be left (RFC 5280 §4.1.2.6), or a CA would have no subject.
    case noSubject
}
