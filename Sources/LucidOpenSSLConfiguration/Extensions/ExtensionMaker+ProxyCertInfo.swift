import LucidDER
import LucidFiles

extension ExtensionMaker {
    /// What a proxy certificate may do (RFC 3820 §3.8).
    private struct ProxyPolicy {
        var language: ObjectIdentifier?
        var pathLength: [UInt8]?
        var policy: [UInt8]?
    }

    /// The longest policy; openssl has no bound.
    private static let policyOctetCountLimit = 1 << 20

    /// Languages whose meaning is fixed, so that there is no policy: `id-ppl-inheritAll` and `id-ppl-independent`.
    private static let languagesWithoutPolicy = [
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 21, 1), ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 21, 2),
    ]

    /// `language:id-ppl-anyLanguage, pathlen:3, policy:text:AB`, or sections with these.
    func proxyCertInfo(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var info = ProxyPolicy()
        for item in try ListItem.list(text, at: place) {
            if let name = Array(item.name.utf8).after("@") {
                for part in try section(name.text, at: item.place) { try read(part, into: &info) }
            } else {
                _ = try item.neededValue()
                try read(item, into: &info)
            }
        }
        guard let language = info.language else {
            throw place.problem("proxyCertInfo needs a language, such as id-ppl-inheritAll")
        }
        if info.policy != nil, Self.languagesWithoutPolicy.contains(language) {
            throw place.problem("the language \(names.short(language)) has no policy; leave it out")
        }
        return DERWriter.encode { writer in
            writer.sequence {
                if let pathLength = info.pathLength { $0.primitive(.integer, pathLength) }
                $0.sequence {
                    $0.objectIdentifier(language)
                    if let policy = info.policy { $0.octetString(policy) }
                }
            }
        }
    }

    /// Reads one setting; others than these three are passed over, as openssl does.
    private func read(_ item: ListItem, into info: inout ProxyPolicy) throws(ConfigurationProblem) {
        let value = try item.neededValue()
        switch item.name {
        case "language":
            guard info.language == nil else { throw item.problem("the language is there already") }
            info.language = try object(value.text, at: item.place)
        case "pathlen":
            guard info.pathLength == nil else { throw item.problem("the path length is there already") }
            info.pathLength = try item.integer()
        case "policy":
            let policy = (info.policy ?? []) + (try policyOctets(value, item))
            guard policy.count <= Self.policyOctetCountLimit else {
                throw item.problem("the policy is longer than \(Self.policyOctetCountLimit) octets")
            }
            info.policy = policy
        default: break
        }
    }

    /// `hex:`, `file:` or `text:`.
    private func policyOctets(_ value: [UInt8], _ item: ListItem) throws(ConfigurationProblem) -> [UInt8] {
        if let digits = value.after("hex:") { return try Hexadecimal.octets(digits, at: item.place) }
        if let text = value.after("text:") { return Array(text) }
        guard let path = value.after("file:") else {
            throw item.problem("a policy begins with hex:, file: or text:")
        }
        do throws(FileProblem) {
            return try FileReader.read(path.text, limit: Self.policyOctetCountLimit)
        } catch {
            throw item.problem("\(path.text) can not be read: \(error.reason.words)")
        }
    }
}
