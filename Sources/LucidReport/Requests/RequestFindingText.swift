import LucidDER
public import LucidIssuing
import LucidModel

// What a request asked for and what became of it, in words.

extension RequestFinding {
    /// What was asked for: `dNSName www.example.test`.
    var askedText: String {
        switch asked {
        case .subject(let attribute): attribute.description
        case .name(let name): name.shown
        case .extension(let item): item.shownOnOneLine
        case .attribute(let type): "the attribute \(type.nameOrNumbers)"
        case .life(let life): "a life of \(life)"
        }
    }

    /// What came of a part of the subject or a name that is not in the certificate as it was asked for; nil for all else.
    public var changeSentence: String? {
        guard let reason, kind == "subject" || kind == "name" else { return nil }
        return askedText + (instead.map { ": is there as \($0), too; " } ?? ": is left out; ") + reason
    }

    /// The kind of thing, for programs.
    var kind: String {
        switch asked {
        case .subject: "subject"
        case .name: "name"
        case .extension: "extension"
        case .attribute: "attribute"
        case .life: "life"
        }
    }

    /// `granted`, `altered` or `dropped`.
    var outcomeText: String {
        switch outcome {
        case .granted: "granted"
        case .altered: "altered"
        case .dropped: "dropped"
        }
    }

    /// What is in the certificate instead; nil where nothing is, or what was asked for.
    var instead: String? {
        guard case .altered(let change) = outcome else { return nil }
        return switch change {
        case .profileHas(let item): item.shownOnOneLine
        case .written(let name), .alsoName(let name): name.shown
        case .life(let life): "a life of \(life)"
        }
    }

    /// Why it was altered or dropped; nil where it was granted.
    var reason: String? {
        switch outcome {
        case .granted: nil
        case .altered(.profileHas): "the profile decides it"
        case .altered(.written): "certificates have names in this form"
        case .altered(.alsoName): "clients look for names in subjectAltName alone, so it is there as well"
        case .altered(.life): "the policy allows no longer one"
        case .dropped(let reason): reason.text
        }
    }
}

extension RequestFinding.Reason {
    fileprivate var text: String {
        switch self {
        case .profileHasNone: "the profile decides it, and has none"
        case .madeByAuthority: "the CA computes its own"
        case .extensionNotAllowed(let allowed):
            allowed.isEmpty
                ? "the policy lets requests bring no extension"
                : "the policy lets requests bring \(allowed.map(\.nameOrNumbers).joined(separator: ", ")) alone"
        case .attributeNotAllowed: "the policy does not list it"
        case .malformed(let error): "it can not be decoded: \(error.sentence)"
        case .unsafeText: "it has control characters, or invisible ones"
        case .repeated: "it is there already"
        case .notForCertificates: "certificates do not hold it"
        case .formNotIssued: "names of this form are not issued"
        }
    }
}

extension Extension {
    /// `keyUsage digitalSignature, keyEncipherment`.
    fileprivate var shownOnOneLine: String {
        ([extnID.nameOrNumbers] + [shownLines.joined(separator: "; ")]).joined(separator: " ")
    }
}
