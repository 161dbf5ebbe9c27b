/// Where openssl and Lucid differ about a breakage, and why. `Documentation/openssl-differences.md` prints the table.
struct OpenSSLDifference: Sendable {
    /// Who does what the standard says.
    enum Right: String, Sendable {
        case lucid = "Lucid"
        /// The standard leaves it open, or says different things to issuers and to those who rely on certificates.
        case both
    }

    let breakage: Breakage
    let right: Right
    /// The clause that it is about.
    let clause: String
    let reason: String

    init(_ breakage: Breakage, _ right: Right, _ clause: String, _ reason: String) {
        self.breakage = breakage
        self.right = right
        self.clause = clause
        self.reason = reason
    }

    /// All of them. Any other difference is an error, and so is a row that is not needed any more.
    static let all = fields + paths + extensions + names + revocation

    private static let fields: [OpenSSLDifference] = [
        .init(
            .generalizedTimeBefore2050, .both, "RFC 5280 §4.1.2.5",
            "CAs must write UTCTime, and who reads must be able to read either. Lucid's profile `rfc5280` holds CAs to it"
        ),
        .init(
            .leafOverSHA1, .both, "RFC 6194 §3",
            "RFC 5280 leaves the algorithms open. openssl refuses SHA-1 from `-auth_level 1` on, and its default is 0"),
        .init(.authorityOverSHA1, .both, "RFC 6194 §3", "as above"),
        .init(
            .serialNumberZero, .both, "RFC 5280 §4.1.2.2",
            "CAs must choose a positive number, and who reads should be able to handle others"),
        .init(.serialNumberNegative, .both, "RFC 5280 §4.1.2.2", "as above"),
        .init(
            .serialNumberLong, .lucid, "RFC 5280 §4.1.2.2",
            "serial numbers have at most 20 octets; openssl does not count them"),
    ]

    private static let paths: [OpenSSLDifference] = [
        .init(
            .issuerNameFoldsBeyondASCII, .lucid, "RFC 5280 §7.1",
            "names are compared with the case of all letters folded; openssl folds those of ASCII alone"),
        .init(
            .forgedTwin, .lucid, "RFC 5280 §6.1",
            "there is a valid path; openssl takes the first certificate that fits by name, key identifier and time, and "
                + "tries no other when its key turns out not to be the signer's"),
        .init(
            .keyUsageMissing, .both, "RFC 5280 §4.2.1.3, §6.1.4(n)",
            "CAs must have the extension, and path validation takes its absence as leave for everything. Lucid asks for "
                + "it in its profile `private`"),
    ]

    private static let extensions: [OpenSSLDifference] = [
        .init(
            .malformedFreshestCRL, .lucid, "RFC 5280 §4.2.1.15",
            "openssl decodes only the extensions that it is about to use"),
        .init(
            .paddedKeyUsage, .lucid, "X.690 §11.2.2",
            "DER has no zero bits at the end of a list of named bits; openssl takes such BER as well"),
        .init(
            .writtenDefault, .lucid, "X.690 §11.5", "DER leaves a default out; openssl takes such BER as well"),
        .init(.looseBoolean, .lucid, "X.690 §11.1", "DER writes TRUE as FF; openssl takes such BER as well"),
        .init(
            .authorityKeyIdentifierOther, .lucid, "RFC 5280 §4.2.1.1, §6.1.3",
            "the identifier helps to find the issuer and is no part of path validation, where the signature holds; "
                + "openssl looks only for issuers that fit it"),
        .init(.authorityKeyIdentifierOtherSerial, .lucid, "RFC 5280 §4.2.1.1, §6.1.3", "as above"),
        .init(
            .authorityKeyIdentifierHalf, .lucid, "RFC 5280 §4.2.1.1",
            "issuer and serial number must both be there or both not; openssl ignores a half"),
        .init(
            .nameConstraintsNotCritical, .lucid, "RFC 5280 §4.2.1.10",
            "the extension must be critical; openssl does not look, though it heeds the constraints"),
        .init(
            .nameConstraintsInLeaf, .lucid, "RFC 5280 §4.2.1.10",
            "the extension must be used in CA certificates alone; openssl does not look"),
        .init(
            .policyConstraintsNotCritical, .lucid, "RFC 5280 §4.2.1.11",
            "the extension must be critical; openssl does not look, though it heeds the constraints"),
        .init(
            .inhibitAnyPolicyNotCritical, .lucid, "RFC 5280 §4.2.1.14",
            "the extension must be critical; openssl does not look, though it heeds it"),
    ]

    private static let names: [OpenSSLDifference] = [
        .init(
            .wildcardPartlyExcluded, .both, "RFC 5280 §4.2.1.6, §4.2.1.10",
            "the standard does not say what wildcards mean for constraints. To Lucid a wildcard stands for all of its "
                + "names, and one of them is excluded; openssl takes the asterisk for a label"),
        .init(
            .purposeAny, .both, "RFC 5280 §4.2.1.12",
            "an application may insist on its own purpose: openssl does, and Lucid takes any for all"),
        .init(
            .hostInPartialWildcard, .lucid, "RFC 9525 §6.3",
            "the asterisk must be a label of its own; openssl lets it be the end of one unless it is told not to"),
        .init(
            .hostInCommonName, .lucid, "RFC 9525 §6.3",
            "hosts are named in subjectAltName alone; openssl looks into the commonName where there is none"),
    ]

    private static let revocation: [OpenSSLDifference] = [
        .init(
            .rootRevoked, .lucid, "RFC 5280 §6.1",
            "the trust anchor is no part of the path, and is trusted because somebody said so; openssl looks it up on "
                + "its own CRL"),
        .init(
            .listWithoutNextUpdate, .lucid, "RFC 5280 §5.1.2.5",
            "the field must be there; openssl takes such a list as good for ever"),
        .init(
            .listWithoutNumber, .lucid, "RFC 5280 §5.2.3",
            "the extension must be there; openssl asks for no number"),
    ]
}
