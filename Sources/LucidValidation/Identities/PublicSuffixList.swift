import LucidModel

/// The domains under which anyone can register names: `com`, `co.uk`, `github.io`. A certificate for `*.co.uk` would be for
/// everybody there.
///
/// The list is kept by Mozilla at publicsuffix.org, where its format is explained too: a rule a line, `*` for any label, `!`
/// before an exception.
public struct PublicSuffixList: Sendable {
    private var rules: Set<Substring> = []
    /// Rules that begin with `*.`, without it.
    private var wildcards: Set<Substring> = []
    private var exceptions: Set<Substring> = []

    /// Knows no more than that every top-level domain is one: the rule `*`, which holds where no other does.
    public static let essential = PublicSuffixList(text: "")

    /// Reads the list.
    ///
    /// - Parameters:
    ///   - text: the list's text; comments begin with `//`, what follows a space in a line is ignored.
    ///   - includesPrivateDomains: whether the rules of those who rent out names under a name of their own count, such as
    ///     `github.io`. BR §3.2.2.6 asks for the registries' alone: who owns `github.io` may have `*.github.io`.
    public init(text: String, includesPrivateDomains: Bool = false) {
        var isPrivate = false
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("// ===BEGIN PRIVATE DOMAINS===") { isPrivate = true }
            if line.hasPrefix("// ===END PRIVATE DOMAINS===") { isPrivate = false }
            guard !line.hasPrefix("//"), includesPrivateDomains || !isPrivate,
                let rule = line.split(separator: " ").first
            else { continue }
            if rule.hasPrefix("!") {
                exceptions.insert(Self.ascii(rule.dropFirst()))
            } else if rule.hasPrefix("*.") {
                wildcards.insert(Self.ascii(rule.dropFirst(2)))
            } else {
                rules.insert(Self.ascii(rule))
            }
        }
    }

    /// The list has labels in their own scripts; certificates have A-labels.
    private static func ascii(_ domain: Substring) -> Substring {
        if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain }
        return (try? DomainName(domain)).map { Substring($0.ascii) } ?? domain
    }

    /// How many rules there are.
    public var count: Int { rules.count + wildcards.count + exceptions.count }

    /// Whether a domain, in lower case and A-label form, is a public suffix. The root of all names is one as well.
    public func isPublicSuffix(_ domain: some StringProtocol) -> Bool {
        let domain = Substring(domain.lowercased())
        if exceptions.contains(domain) { return false }
        if rules.contains(domain) { return true }
        guard let dot = domain.firstIndex(of: ".") else { return true }
        return wildcards.contains(domain[domain.index(after: dot)...])
    }
}
