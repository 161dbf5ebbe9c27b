import LucidDER

extension AttributeTypeAndValue {
    /// An attribute with the string type that its standard has: PrintableString for countryName, serialNumber and dnQualifier
    /// (X.520), IA5String for domainComponent and emailAddress (RFC 4519, RFC 5280 appendix A), UTF8String for all others
    /// (RFC 5280 §4.1.2.4). Nil where that type can not hold the text.
    init?(_ type: ObjectIdentifier, _ text: String) {
        let kind: DERString.Kind =
            switch type {
            case OID.countryName, OID.serialNumber, OID.distinguishedNameQualifier: .printable
            case OID.domainComponent, OID.emailAddress: .ia5
            default: .utf8
            }
        guard let string = DERString(text, as: kind) else { return nil }
        self.init(type: type, value: .string(string))
    }

    /// The same for text that a person typed, which has to be within the bounds of RFC 5280 appendix A.1 as well; otherwise the
    /// error says what is allowed.
    static func typed(_ type: ObjectIdentifier, _ text: String) throws(NameTextProblem.Reason) -> AttributeTypeAndValue
    {
        let count = text.unicodeScalars.count
        if type == OID.countryName, count != 2 || !text.allSatisfy({ $0.isASCII && $0.isLetter }) {
            throw .valueNotAllowed(type, allowed: "two letters such as DE (ISO 3166)")
        }
        if let most = upperBounds[type], count > most {
            throw .valueNotAllowed(type, allowed: "\(most) characters at most, not \(count)")
        }
        guard let attribute = AttributeTypeAndValue(type, text) else {
            throw .valueNotAllowed(type, allowed: "ASCII letters, digits and a few signs")
        }
        return attribute
    }

    /// The bounds that begin with `ub-`, in characters.
    private static let upperBounds: [ObjectIdentifier: Int] = [
        OID.commonName: 64, OID.localityName: 128, OID.stateOrProvinceName: 128, OID.organizationName: 64,
        OID.organizationalUnitName: 64, OID.title: 64, OID.serialNumber: 64, OID.emailAddress: 255,
        OID.pseudonym: 128, OID.name: 32768, OID.surname: 32768, OID.givenName: 32768, OID.initials: 32768,
        OID.generationQualifier: 32768,
    ]
}
