public import LucidModel

extension IssuancePolicy {
    /// The profile of a CA with the policy's names as name constraints, so that a CA below may certify no name that this one may
    /// not. Constraints of the profile's own can make them narrower, never wider. Other profiles stay as they are.
    public func constrained(_ profile: CertificateProfile) -> CertificateProfile {
        guard profile.authority != nil, let wanted = names?.constraints else { return profile }
        var constrained = profile
        constrained.nameConstraints = profile.nameConstraints?.narrowed(to: wanted) ?? wanted
        return constrained
    }
}

extension NameConstraints {
    /// What both of them permit: RFC 5280 §6.1.4(g) has a verifier intersect what is permitted and unite what is excluded.
    func narrowed(to other: NameConstraints) -> NameConstraints {
        let mine = permittedSubtrees ?? []
        let theirs = other.permittedSubtrees ?? []
        // A form that one of them does not list is limited by the other alone.
        var permitted = mine.filter { own in !theirs.contains { $0.base.isOfForm(of: own.base) } }
        var excluded = other.excludedSubtrees ?? []
        excluded += (excludedSubtrees ?? []).filter { !excluded.contains($0) }
        for wanted in theirs {
            let same = mine.filter { $0.base.isOfForm(of: wanted.base) }
            let common =
                same.isEmpty
                ? [wanted]
                : same.compactMap { own in
                    own.base.isSubtree(of: wanted.base) ? own : wanted.base.isSubtree(of: own.base) ? wanted : nil
                }
            permitted += common.filter { !permitted.contains($0) }
        }
        // A form that is listed nowhere would be free: it is closed where the two have nothing in common.
        for wanted in theirs where !permitted.contains(where: { $0.base.isOfForm(of: wanted.base) }) {
            if let nobody = wanted.base.nobody {
                permitted.append(GeneralSubtree(base: nobody))
            } else {
                excluded += NamePolicy.everyAddress.filter { !excluded.contains($0) }
            }
        }
        return NameConstraints(
            permittedSubtrees: permitted.isEmpty ? nil : permitted,
            excludedSubtrees: excluded.isEmpty ? nil : excluded)
    }
}

extension GeneralName {
    /// Whether two names are of one form, such as two DNS names.
    fileprivate func isOfForm(of other: GeneralName) -> Bool {
        switch (self, other) {
        case (.dNSName, .dNSName), (.iPAddress, .iPAddress), (.rfc822Name, .rfc822Name),
            (.uniformResourceIdentifier, .uniformResourceIdentifier), (.directoryName, .directoryName):
            true
        default: false
        }
    }

    /// Whether every name of this constraint's is one of the other's too (RFC 5280 §4.2.1.10).
    fileprivate func isSubtree(of other: GeneralName) -> Bool {
        switch (self, other) {
        case (.dNSName(let own), .dNSName(let wide)):
            let (own, wide) = (own.text.lowercased(), wide.text.lowercased())
            return own == wide || wide.isEmpty || own.hasSuffix("." + wide)
        case (.uniformResourceIdentifier(let own), .uniformResourceIdentifier(let wide)):
            return Self.isHost(own.text.lowercased(), at: wide.text.lowercased())
        case (.rfc822Name(let own), .rfc822Name(let wide)):
            if own == wide { return true }
            if wide.text.contains("@") { return false }
            let host = own.text.split(separator: "@").last.map { $0.lowercased() } ?? ""
            return Self.isHost(host, at: wide.text.lowercased())
        case (.iPAddress(let own), .iPAddress(let wide)): return Self.isRange(own.array, within: wide.array)
        default: return self == other
        }
    }

    /// Whether a host, or the hosts below a domain with a dot in front, are the other one or below it.
    private static func isHost(_ own: String, at wide: String) -> Bool {
        own == wide || (wide.hasPrefix(".") && own.hasSuffix(wide))
    }

    /// Whether all addresses of a range are in another one: each is an address, and a mask of the same length behind it.
    private static func isRange(_ own: [UInt8], within wide: [UInt8]) -> Bool {
        guard own.count == wide.count, own.count % 2 == 0 else { return false }
        let length = own.count / 2
        return (0..<length).allSatisfy { index in
            let mask = wide[length + index]
            return own[length + index] & mask == mask && own[index] & mask == wide[index] & mask
        }
    }

    /// The constraint of this form that no name has: the domain `invalid` (RFC 6761 §6.4). For addresses there is none.
    fileprivate var nobody: GeneralName? {
        switch self {
        case .dNSName: .dns("invalid")
        case .rfc822Name: .email("invalid")
        case .uniformResourceIdentifier: .uri("invalid")
        default: nil
        }
    }
}
