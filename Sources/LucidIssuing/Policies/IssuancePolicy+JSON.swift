public import LucidJSON
import LucidDER
import LucidModel

// policy.json. A field that is left out has the value that `IssuancePolicy()` has.

extension IssuancePolicy {
    /// Reads a file's octets.
    ///
    /// - Parameter customProfiles: the names of profiles beside the built-in ones, whose life may be limited.
    /// - Throws: the first thing that is wrong, with its place and what is allowed there.
    public init(json bytes: [UInt8], customProfiles: [String] = []) throws(SettingProblem) {
        self.init()
        let file = try Setting(file: bytes)
        try file.checkFields(["names", "keys", "longestLife", "subject", "requestedExtensions"])
        if let member = try file.member("names") { names = try NamePolicy(member) }
        if let member = try file.member("keys") { keys = try Self.keys(member) }
        if let member = try file.member("longestLife") {
            let profiles = CertificateProfile.known.map(\.name) + customProfiles + ["other"]
            for name in try member.keys() where !profiles.contains(name) {
                let known = profiles.joined(separator: ", ")
                throw SettingProblem(
                    "\(member.field).\(name)",
                    .contradiction(
                        "no profile of this name is known; there are \(known), and profiles of your own by which something was issued before"
                    ))
            }
            try member.checkFields(profiles)
            longestLife = [:]
            for name in try member.keys() { longestLife[name] = try member.required(name).lifetime() }
        }
        if let member = try file.member("subject") { subject = try SubjectPolicy(member) }
        if let member = try file.member("requestedExtensions") {
            requestedExtensions = Set(try member.map(Self.requestedExtension))
        }
    }

    private static func keys(_ setting: Setting) throws(SettingProblem) -> [KeyRule] {
        let rules = try setting.map { (item) throws(SettingProblem) -> KeyRule in
            let text = try item.string()
            guard let rule = KeyRule(text) else { throw item.notAllowed(text, KeyRule.allowedTexts) }
            return rule
        }
        guard !rules.isEmpty else {
            throw setting.problem(.contradiction("without any kind of key nothing can be issued"))
        }
        return rules
    }

    /// The names of extensions that requests can bring.
    private static let extensionNames: [String: ObjectIdentifier] = [
        "subjectAltName": OID.subjectAltName, "tlsFeature": OID.tlsFeature,
        "subjectDirectoryAttributes": OID.subjectDirectoryAttributes, "subjectInfoAccess": OID.subjectInfoAccess,
        "netscapeComment": OID.netscapeComment, "netscapeCertType": OID.netscapeCertType,
    ]

    private static func requestedExtension(_ item: Setting) throws(SettingProblem) -> ObjectIdentifier {
        let text = try item.string()
        if let decided = decidedByProfile.first(where: { $0.knownName == text || $0.description == text }) {
            throw item.problem(.contradiction("\(decided.nameOrNumbers) is decided by the profile, never by a request"))
        }
        return try item.objectIdentifier(names: extensionNames)
    }

    /// The policy as it stands in `policy.json`, every field written out.
    public var json: JSONValue {
        let extensions = requestedExtensions.map { oid in
            Self.extensionNames.first { $0.value == oid }?.key ?? oid.description
        }
        return .object([
            "names": names?.json,
            "keys": .strings(keys.map(\.description)),
            "longestLife": .object(
                longestLife.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value.description)) }),
            "subject": subject?.json,
            "requestedExtensions": .strings(extensions.sorted()),
        ])
    }
}

extension NamePolicy {
    init(_ setting: Setting) throws(SettingProblem) {
        self.init()
        try setting.checkFields(["dns", "wildcards", "ip", "email", "uriHosts"])
        if let member = try setting.member("dns") {
            dns = try member.map { (item) throws(SettingProblem) in try item.hostRule(withoutDot: .itselfAndBelow) }
        }
        if let member = try setting.member("wildcards") { wildcards = try member.bool() }
        if let member = try setting.member("ip") {
            ip = try member.map { (item) throws(SettingProblem) in try item.ipRange() }
        }
        if let member = try setting.member("email") {
            email = try member.map { (item) throws(SettingProblem) in try item.mailboxRule() }
        }
        if let member = try setting.member("uriHosts") {
            uriHosts = try member.map { (item) throws(SettingProblem) in try item.hostRule(withoutDot: .itself) }
        }
        if wildcards, dns.isEmpty {
            throw try setting.required("wildcards").problem(.contradiction("wildcards are of no use without names.dns"))
        }
    }

    var json: JSONValue {
        .object([
            "dns": .strings(dns.map(\.text)), "wildcards": .bool(wildcards), "ip": .strings(ip.map(\.description)),
            "email": .strings(email.map(\.text)), "uriHosts": .strings(uriHosts.map(\.text)),
        ])
    }
}

extension SubjectPolicy {
    init(_ setting: Setting) throws(SettingProblem) {
        rules = [:]
        for name in try setting.keys() {
            let member = try setting.required(name)
            guard let type = AttributeNames.type(named: name) else {
                throw member.notAllowed(
                    name, "the name of an attribute (\(AttributeNames.usual)) or its dotted numbers")
            }
            guard rules[type] == nil else { throw member.problem(.repeated) }
            let text = try member.string()
            guard let rule = Rule(rawValue: text) else { throw member.notAllowed(text, "match, supplied or optional") }
            rules[type] = rule
        }
    }

    var json: JSONValue {
        .object(sortedTypes.map { .init(AttributeNames.name(of: $0), .string(rules[$0]?.rawValue ?? "optional")) })
    }
}

extension Setting {
    func hostRule(withoutDot scope: HostRule.Scope) throws(SettingProblem) -> HostRule {
        let text = try string()
        guard let rule = HostRule(text, withoutDot: scope), IPAddress(text) == nil else {
            throw notAllowed(text, "a domain name such as example.internal, or .example.internal for what is below it")
        }
        return rule
    }

    func ipRange() throws(SettingProblem) -> IPRange {
        let text = try string()
        guard let range = IPRange(text) else {
            throw notAllowed(
                text, "an address or a range such as 10.0.0.0/8 or fd00::/8, with no bits set behind the prefix")
        }
        return range
    }

    func mailboxRule() throws(SettingProblem) -> MailboxRule {
        let text = try string()
        guard let rule = MailboxRule(text) else {
            throw notAllowed(text, "root@example.internal, example.internal, or .example.internal for hosts below it")
        }
        return rule
    }
}
