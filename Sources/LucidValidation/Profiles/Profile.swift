public import LucidDER

/// What is asked of certificates beyond the path validation of RFC 5280 §6.1: a value to pick, or to change.
///
///     var profile = Profile.rfc5280
///     profile.checks.insert(.rsaKeySize)
///     profile.warnings.insert(.validityPeriod)
public struct Profile: Hashable, Sendable {
    /// What it is called in reports.
    public var name: String
    /// The checks that are made beyond those of §6.1.
    public var checks: CheckSet
    /// Checks whose failure is told as a warning and does not refuse the path.
    public var warnings: CheckSet = []
    /// Checks whose failure is a warning where the certificate is the trust anchor's: what was wrong with it was known when it
    /// was chosen. A malformed extension that constrains what is below it stays an error.
    public var anchorWarnings: CheckSet = []
    /// Whether the trust anchor's certificate is judged like the others. RFC 5280 §6.1.1(d) takes an anchor as a name and a
    /// key, in whatever form it came.
    public var judgesTrustAnchor: Bool
    /// Which keys and signatures will do, where `checks` has ``Check/keyAlgorithm`` and its like.
    public var keys: KeyRequirements
    /// How long a target certificate may be valid, where `checks` has ``Check/validityPeriod``.
    public var validityPeriods: [ValidityPeriod] = []

    public init(name: String, checks: CheckSet, judgesTrustAnchor: Bool, keys: KeyRequirements = .any) {
        self.name = name
        self.keys = keys
        self.checks = checks
        self.judgesTrustAnchor = judgesTrustAnchor
    }
}

/// The longest life of certificates that were issued from a day on.
public struct ValidityPeriod: Hashable, Sendable {
    /// The first notBefore that the rule is for.
    public let since: CalendarTime
    /// Days of 86,400 seconds, the last second included (BR §6.3.2).
    public let days: Int

    public init(since: CalendarTime, days: Int) {
        self.since = since
        self.days = days
    }
}
