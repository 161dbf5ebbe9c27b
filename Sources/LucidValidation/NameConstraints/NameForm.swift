import LucidModel

/// The forms of names, one for each choice of `GeneralName` and with its name there. A constraint on one form says nothing
/// about names of the others (RFC 5280 §4.2.1.10).
enum NameForm: String, Hashable, Sendable, CaseIterable {
    case otherName, rfc822Name, dNSName, x400Address, directoryName, ediPartyName, uniformResourceIdentifier, iPAddress,
        registeredID

    init(of name: GeneralName) {
        self =
            switch name {
            case .otherName: .otherName
            case .rfc822Name: .rfc822Name
            case .dNSName: .dNSName
            case .x400Address: .x400Address
            case .directoryName: .directoryName
            case .ediPartyName: .ediPartyName
            case .uniformResourceIdentifier: .uniformResourceIdentifier
            case .iPAddress: .iPAddress
            case .registeredID: .registeredID
            }
    }
}

/// Why a name can not be held against a constraint. "The application MUST either process the constraint or reject the
/// certificate" (RFC 5280 §4.2.1.10), so each of these refuses a certificate that has a name of the constrained form.
enum Unprocessable: String, Error, Hashable, Sendable {
    /// The certificate's name is not written as its form asks.
    case malformedName
    /// The certificate's URI has no authority with a host name, and "the application MUST reject the certificate".
    case uriWithoutHostName
    /// The base of the subtree is not written as its form asks.
    case malformedConstraint
    /// The name, or the base of the subtree, is longer than names are compared.
    case tooLong
    /// "Within this profile, the minimum and maximum fields are not used with any name forms, thus, the minimum MUST be
    /// zero, and maximum MUST be absent."
    case distance
    /// "The syntax and semantics for name constraints for otherName, ediPartyName, and registeredID are not defined in this
    /// document"; nor does it say how two x400Addresses are compared.
    case formWithoutRules
}
