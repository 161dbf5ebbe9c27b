import LucidX509

/// Which of Lucid's profiles a case is held to: limbo's namespaces say which rules their cases are about.
enum LimboProfile {
    /// The namespaces whose cases are about the web's rules, or are the web's own certificates.
    private static let web: Set<String> = ["webpki", "online"]

    static func profile(namespace: String) -> Profile { web.contains(namespace) ? .webPKI : .rfc5280 }

    /// The rule, for people.
    static let sentence =
        "profile \(Profile.webPKI.name) for the namespaces \(web.sorted().joined(separator: ", ")), "
        + "\(Profile.rfc5280.name) for all others"
}
