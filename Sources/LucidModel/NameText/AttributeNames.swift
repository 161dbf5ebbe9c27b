public import LucidDER

/// How the attributes of names are called in text.
public enum AttributeNames {
    /// The descriptors of RFC 4514 §3, and those that people use beside them.
    static let short: [ObjectIdentifier: String] = [
        OID.commonName: "CN", OID.localityName: "L", OID.stateOrProvinceName: "ST", OID.organizationName: "O",
        OID.organizationalUnitName: "OU", OID.countryName: "C", OID.streetAddress: "STREET",
        OID.domainComponent: "DC", OID.userID: "UID", OID.emailAddress: "emailAddress",
        OID.serialNumber: "serialNumber", OID.givenName: "givenName", OID.surname: "SN", OID.title: "title",
        OID.organizationIdentifier: "organizationIdentifier", OID.pseudonym: "pseudonym",
        OID.businessCategory: "businessCategory", OID.postalCode: "postalCode", OID.initials: "initials",
        OID.generationQualifier: "generationQualifier", OID.distinguishedNameQualifier: "dnQualifier",
        OID.name: "name",
    ]

    /// Every name in small letters: the short ones, those of the standards (`organizationName`), and `S` and `E`, which
    /// older programs write for ST and emailAddress.
    private static let types: [String: ObjectIdentifier] = {
        var types: [String: ObjectIdentifier] = ["s": OID.stateOrProvinceName, "e": OID.emailAddress]
        for (type, name) in short {
            types[name.lowercased()] = type
            if let long = type.knownName { types[long.lowercased()] = type }
        }
        return types
    }()

    /// The type of an attribute from its name in any case, or from dotted numbers, perhaps with `OID.` before them (RFC 4514
    /// §1.3 has them without); nil where there is none.
    public static func type(named name: some StringProtocol) -> ObjectIdentifier? {
        let lowercase = name.lowercased()
        if let known = types[lowercase] { return known }
        return ObjectIdentifier(dotted: lowercase.hasPrefix("oid.") ? String(lowercase.dropFirst(4)) : lowercase)
    }

    /// The name that RFC 4514 has for a type, else dotted numbers.
    public static func name(of type: ObjectIdentifier) -> String { short[type] ?? type.description }

    /// The usual names, for error messages.
    public static let usual = "CN, O, OU, C, ST, L, STREET, DC, UID, emailAddress, serialNumber, givenName, SN, title"
}
