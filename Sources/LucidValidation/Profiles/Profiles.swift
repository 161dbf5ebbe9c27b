import LucidDER

// The profiles that Lucid has.

extension Profile {
    /// RFC 5280 §6.1 and nothing else: what a relying party must check, without what §4 asks of those who issue. The trust
    /// anchor is a name and a key.
    public static let pathValidation = Profile(
        name: "pathValidation", checks: [.extensionsDecode, .extensionsUnique, .signatureAlgorithmsAgree],
        judgesTrustAnchor: false)

    /// RFC 5280 whole: also what its §4 says that certificates MUST and MUST NOT have. Signatures over SHA-1 are refused:
    /// others can be forged to them (RFC 6194 §3).
    public static let rfc5280 = Profile(
        name: "rfc5280",
        checks: [
            .version, .serialNumber, .signatureAlgorithmsAgree, .issuerNotEmpty, .timeEncoding, .subjectNotEmpty,
            .extensionsDecode, .extensionsUnique, .authorityKeyIdentifierPresent, .authorityKeyIdentifierNotCritical,
            .authorityKeyIdentifierPair, .subjectKeyIdentifierPresent, .subjectKeyIdentifierNotCritical,
            .keyCertSignOfCA, .policiesUnique, .subjectAltNameCritical, .subjectAltNameSyntax,
            .subjectDirectoryAttributesNotCritical, .basicConstraintsCritical, .pathLengthOfCA,
            .nameConstraintsCritical, .nameConstraintsOfCA, .policyConstraintsCritical, .inhibitAnyPolicyCritical,
            .freshestCRLNotCritical, .authorityInfoAccessNotCritical, .subjectInfoAccessNotCritical, .anchorValidity,
            .signatureAlgorithm, .keyUsage,
        ],
        judgesTrustAnchor: true, keys: .collisionResistant)

    /// The web's: RFC 5280, and of the CA/Browser Forum's Baseline Requirements what a client can see in certificates.
    public static let webPKI: Profile = {
        var profile = rfc5280
        profile.name = "webPKI"
        profile.checks = profile.checks
            // BR §7.1.2.5.2: nameConstraints "MAY be marked non-critical", as an explicit exception from RFC 5280.
            .subtracting([.nameConstraintsCritical])
            .union([
                .keyUsable, .keyAlgorithm, .rsaKeySize, .signatureAlgorithm, .versionThree,
                .rootAuthorityKeyIdentifier, .authorityKeyIdentifierOnlyKey, .rootExtendedKeyUsage, .leafIsNoCA,
                .leafExtendedKeyUsagePresent, .leafExtendedKeyUsageNotCritical, .leafExtendedKeyUsageNotAny,
                .subjectAltNameNotCritical, .subjectAltNameKinds, .commonNameInSubjectAltName, .publicSuffixWildcard,
                .validityPeriod, .keyUsage,
            ])
        // Of Debian's 139 roots eight have one of these faults, and every browser trusts them.
        profile.anchorWarnings = [
            .timeEncoding, .extensionsDecode, .subjectKeyIdentifierPresent, .basicConstraintsCritical,
        ]
        profile.keys = .web
        profile.validityPeriods = ValidityPeriod.web
        return profile
    }()

    /// For CAs of one's own, and the default: RFC 5280, and what strict clients want of every certificate.
    public static let `private`: Profile = {
        var profile = rfc5280
        profile.name = "private"
        profile.checks = profile.checks.union([
            .keyUsable, .keyAlgorithm, .rsaKeySize, .signatureAlgorithm, .keyUsageOfCA,
            .validityPeriod, .keyUsage,
        ])
        profile.keys = .strong
        profile.warnings = [.validityPeriod]
        profile.validityPeriods = ValidityPeriod.apple
        return profile
    }()

    /// All that have a name.
    public static let all = [Profile.private, .rfc5280, .webPKI, .pathValidation]

    /// The profile of that name.
    public init?(named name: String) {
        guard let profile = Self.all.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        self = profile
    }
}

extension ValidityPeriod {
    /// BR §6.3.2, by the day of issue. What was issued before the first day is not judged.
    public static let web = [
        ValidityPeriod(since: day(2018, 3, 1), days: 825), ValidityPeriod(since: day(2020, 9, 1), days: 398),
        ValidityPeriod(since: day(2026, 3, 15), days: 200), ValidityPeriod(since: day(2027, 3, 15), days: 100),
        ValidityPeriod(since: day(2029, 3, 15), days: 47),
    ]

    /// Apple's rule for every TLS server certificate, private CAs' included (support article 103769).
    public static let apple = [ValidityPeriod(since: day(2019, 7, 1), days: 825)]

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarTime {
        CalendarTime(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
            ?? CalendarTime(secondsSince1970: 0)
    }
}
