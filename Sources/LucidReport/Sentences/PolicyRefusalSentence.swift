import LucidDER
public import LucidIssuing
import LucidModel
import LucidSignature

extension PolicyRefusal {
    /// The refusal as one sentence: which rule, and what is allowed.
    public var sentence: String {
        switch self {
        case .name(let name, let allowed):
            "the policy does not allow \(name.shown); "
                + (allowed.isEmpty
                    ? "it allows no name of this form\(Self.list(for: name))" : "allowed is \(Self.list(allowed))")
        case .wildcard(let name):
            "the policy does not allow \(name.shown): it allows no wildcards (“names.wildcards” of policy.json)"
        case .malformedName(let name): "\(name.shown) is not written as its form asks (RFC 5280 §4.2.1.6)"
        case .nameForm(let name):
            "the policy does not allow \(name.shown): it allows DNS names, IP addresses, e-mail addresses and URIs alone"
        case .key(let key, let allowed):
            "the policy does not allow keys of the kind \(key.summary); allowed is "
                + Self.list(allowed.map { rule in if case .rsa = rule { "\(rule) or longer" } else { "\(rule)" } })
        case .life(let life, let longest, let profile):
            "\(life) is too long a life for the profile \(profile.safeToShow); the policy allows \(longest) at most"
        case .attributeMissing(let type):
            "the policy asks for \(AttributeNames.name(of: type)) in the subject (“subject” of policy.json): add \(AttributeNames.name(of: type))=… to it"
        case .attributeDiffers(let type, let found, let wanted):
            "the policy asks that the subject's \(AttributeNames.name(of: type)) is the CA's own"
                + (wanted.isEmpty ? ", and the CA has none" : ", \(Self.list(wanted))") + ", not \(Self.list(found))"
        }
    }

    /// Where the allowed names of a form are listed.
    private static func list(for name: GeneralName) -> String {
        switch name {
        case .dNSName: "; “names.dns” of policy.json lists those that are"
        case .iPAddress: "; “names.ip” of policy.json lists those that are"
        case .rfc822Name: "; “names.email” of policy.json lists those that are"
        case .uniformResourceIdentifier: "; “names.uriHosts” of policy.json lists the hosts that they may be at"
        default: ""
        }
    }

    private static func list(_ texts: [String]) -> String { texts.map(\.safeToShow).joined(separator: ", ") }

    /// A word for programs.
    public var id: String {
        switch self {
        case .name: "name"
        case .wildcard: "wildcard"
        case .malformedName: "malformedName"
        case .nameForm: "nameForm"
        case .key: "key"
        case .life: "life"
        case .attributeMissing: "attributeMissing"
        case .attributeDiffers: "attributeDiffers"
        }
    }
}
