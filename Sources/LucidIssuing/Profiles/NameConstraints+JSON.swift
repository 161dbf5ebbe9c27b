import LucidDER
import LucidModel

// Name constraints in a profile's file.

extension NameConstraints {
    /// `{ "permitted": { "dns": [ … ], … }, "excluded": { … } }`
    init(_ setting: Setting) throws(SettingProblem) {
        try setting.checkFields(["permitted", "excluded"])
        self.init(
            permittedSubtrees: try setting.member("permitted").flatMap { (side) throws(SettingProblem) in
                try Self.subtrees(side)
            },
            excludedSubtrees: try setting.member("excluded").flatMap { (side) throws(SettingProblem) in
                try Self.subtrees(side)
            })
        guard permittedSubtrees != nil || excludedSubtrees != nil else {
            // RFC 5280 §4.2.1.10: "Conforming CAs MUST NOT issue certificates where name constraints is an empty sequence."
            throw setting.problem(.contradiction("“permitted” or “excluded” is wanted, with a name in it"))
        }
    }

    /// The bases of one side; nil where there is none.
    private static func subtrees(_ side: Setting) throws(SettingProblem) -> [GeneralSubtree]? {
        try side.checkFields(["dns", "ip", "email", "uri", "directory"])
        var bases: [GeneralName?] = []
        for item in try side.member("dns")?.list() ?? [] { bases.append(.dns(try dnsBase(item))) }
        for item in try side.member("ip")?.list() ?? [] { bases.append(try item.ipRange().constraint) }
        for item in try side.member("email")?.list() ?? [] { bases.append(.email(try item.mailboxRule().text)) }
        for item in try side.member("uri")?.list() ?? [] {
            bases.append(.uri(try item.hostRule(withoutDot: .itself).text))
        }
        for item in try side.member("directory")?.list() ?? [] { bases.append(.directoryName(try item.name())) }
        let subtrees = bases.compactMap { $0 }.map { GeneralSubtree(base: $0) }
        return subtrees.isEmpty ? nil : subtrees
    }

    /// A DNS constraint has no dot in front: programs differ on what that means (RFC 5280 §4.2.1.10 does not say).
    private static func dnsBase(_ item: Setting) throws(SettingProblem) -> String {
        let rule = try item.hostRule(withoutDot: .itselfAndBelow)
        guard rule.scope == .itselfAndBelow else {
            throw item.notAllowed(
                try item.string(), "a name without a dot in front: it covers itself and all names below it")
        }
        return rule.text
    }
}

extension Setting {
    /// A distinguished name, see `Name.init(_:)`.
    func name() throws(SettingProblem) -> Name {
        let text = try string()
        do throws(NameTextProblem) { return try Name(text) } catch {
            throw notAllowed(text, "a name such as O=Example,C=DE (wrong from character \(error.offset + 1) on)")
        }
    }
}
