import LucidObjectNames
import LucidX509

/// What OpenSSL prints about policies.
enum PolicyReportText {
    static func lines(_ policies: VerifiedPolicies?) -> String {
        "Require explicit Policy: \(policies?.isExplicit == true ? "True" : "False")\n"
            + text("Authority", policies?.authority) + text("User", policies?.user)
    }

    private static func text(_ title: String, _ policies: [VerifiedPolicy]?) -> String {
        guard let policies else { return "\(title) Policies: <empty>\n" }
        return "\(title) Policies:\n" + policies.map(text).joined()
    }

    private static func text(_ policy: VerifiedPolicy) -> String {
        let criticality = policy.isCritical ? "Critical" : "Non Critical"
        let qualifiers =
            policy.qualifiers.isEmpty ? "    No Qualifiers\n" : policy.qualifiers.map(text).joined()
        return "  Policy: \(ObjectNames().long(policy.identifier))\n    \(criticality)\n\(qualifiers)"
    }

    private static func text(_ qualifier: PolicyQualifier) -> String {
        switch qualifier {
        case .cps(let uri): return "    CPS: \(uri.text)\n"
        case .other(let identifier, _): return "    Unknown Qualifier: \(ObjectNames().long(identifier))\n"
        case .userNotice(let notice):
            var text = "    User Notice:\n"
            if let reference = notice.noticeRef {
                let numbers = reference.noticeNumbers.map { $0.small.map(String.init) ?? "" }
                text += "      Organization: \(reference.organization.text)\n"
                text += "      Number\(numbers.count > 1 ? "s" : ""): \(numbers.joined(separator: ", "))\n"
            }
            if let explicit = notice.explicitText { text += "      Explicit Text: \(explicit.text)\n" }
            return text
        }
    }
}
