import LucidDER
import LucidModel

extension ExtensionMaker {
    /// Policies, each an identifier or, with `@`, a section (RFC 5280 §4.2.1.4). From `ia5org` on organizations are IA5Strings.
    func certificatePolicies(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var policies: [[UInt8]] = []
        var organizationKind = DERTag.visibleString
        for item in try ListItem.list(text, at: place) {
            guard item.value == nil else {
                throw item.problem("\"\(item.name):\" is no policy; write its identifier, or @section")
            }
            if item.name == "ia5org" {
                organizationKind = .ia5String
            } else if let name = Array(item.name.utf8).after("@") {
                policies.append(try policy(section: name.text, organizationKind, item))
            } else {
                let identifier = try object(item.name, at: item.place)
                policies.append(PolicyInformation(policyIdentifier: identifier).derEncoded)
            }
        }
        return DERWriter.encode { writer in
            writer.sequence { for policy in policies { $0.append(policy) } }
        }
    }

    /// `policyIdentifier`, `CPS.1`, `userNotice.1`.
    private func policy(
        section name: String, _ organizationKind: DERTag, _ referrer: ListItem
    ) throws(ConfigurationProblem) -> [UInt8] {
        var identifier: ObjectIdentifier?
        var qualifiers: [[UInt8]] = []
        for item in try section(name, at: referrer.place) {
            let value = try item.neededValue()
            if item.name == "policyIdentifier" {
                identifier = try object(value.text, at: item.place)
            } else if item.isCalled("CPS") {
                qualifiers.append(qualifier(OID.cps) { $0.primitive(.ia5String, value) })
            } else if item.isCalled("userNotice") {
                guard let section = value.after("@") else { throw item.problem("a userNotice is written @section") }
                let notice = try userNotice(section: section.text, organizationKind, item)
                qualifiers.append(qualifier(OID.userNotice) { $0.append(notice) })
            } else {
                throw item.problem("a policy has no \"\(item.name)\"; it has policyIdentifier, CPS and userNotice")
            }
        }
        guard let identifier else { throw referrer.problem("the section [\(name)] has no policyIdentifier") }
        return DERWriter.encode { writer in
            writer.sequence {
                $0.objectIdentifier(identifier)
                if !qualifiers.isEmpty {
                    $0.sequence { for qualifier in qualifiers { $0.append(qualifier) } }
                }
            }
        }
    }

    private func qualifier(_ identifier: ObjectIdentifier, _ body: (inout DERWriter) -> Void) -> [UInt8] {
        DERWriter.encode { writer in
            writer.sequence {
                $0.objectIdentifier(identifier)
                body(&$0)
            }
        }
    }

    /// `explicitText`, `organization` and `noticeNumbers`. The strings' octets are taken as they are, also for BMPString.
    private func userNotice(
        section name: String, _ organizationKind: DERTag, _ referrer: ListItem
    ) throws(ConfigurationProblem) -> [UInt8] {
        var text: (tag: DERTag, octets: ArraySlice<UInt8>)?
        var organization: [UInt8]?
        var numbers: [[UInt8]]?
        for item in try section(name, at: referrer.place) {
            let value = try item.neededValue()
            switch item.name {
            case "explicitText": text = Self.displayText(value)
            case "organization": organization = value
            case "noticeNumbers":
                var list: [[UInt8]] = []
                for number in try ListItem.list(value[...], at: item.place) {
                    list.append(try IntegerText.content(Array(number.name.utf8), at: item.place))
                }
                numbers = (numbers ?? []) + list
            default:
                throw item.problem(
                    "a user notice has no \"\(item.name)\"; it has explicitText, organization and noticeNumbers")
            }
        }
        if numbers != nil, organization == nil {
            throw referrer.problem("the section [\(name)] has noticeNumbers and needs organization as well")
        }
        return DERWriter.encode { writer in
            writer.sequence { notice in
                if let organization {
                    notice.sequence {
                        $0.primitive(organizationKind, organization)
                        $0.sequence { for number in numbers ?? [] { $0.primitive(.integer, number) } }
                    }
                }
                if let text { notice.primitive(text.tag, text.octets) }
            }
        }
    }

    /// A text with the string type that it begins with; VisibleString where it does not.
    private static func displayText(_ value: [UInt8]) -> (tag: DERTag, octets: ArraySlice<UInt8>) {
        guard let (prefix, text) = value.halves(at: ":") else { return (.visibleString, value[...]) }
        switch prefix.text {
        case "UTF8", "UTF8String": return (.utf8String, text)
        case "BMP", "BMPSTRING": return (.bmpString, text)
        case "VISIBLE", "VISIBLESTRING": return (.visibleString, text)
        default: return (.visibleString, value[...])
        }
    }

    /// `requireExplicitPolicy:3, inhibitPolicyMapping:1` (RFC 5280 §4.2.1.11).
    func policyConstraints(_ items: [ListItem], at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var explicit: [UInt8]?
        var mapping: [UInt8]?
        for item in items {
            switch item.name {
            case "requireExplicitPolicy": explicit = try item.integer()
            case "inhibitPolicyMapping": mapping = try item.integer()
            default:
                throw item.problem(
                    "policyConstraints has no \"\(item.name)\"; it has requireExplicitPolicy and inhibitPolicyMapping")
            }
        }
        return DERWriter.encode { writer in
            writer.sequence {
                if let explicit { $0.primitive(.context(0), explicit) }
                if let mapping { $0.primitive(.context(1), mapping) }
            }
        }
    }

    /// `1.2.3:4.5.6`: the issuer's policy, and the subject's that equals it (RFC 5280 §4.2.1.5).
    func policyMappings(_ items: [ListItem]) throws(ConfigurationProblem) -> [PolicyMappings.Mapping] {
        var mappings: [PolicyMappings.Mapping] = []
        for item in items {
            mappings.append(
                PolicyMappings.Mapping(
                    issuerDomainPolicy: try object(item.name, at: item.place),
                    subjectDomainPolicy: try object(try item.neededValue().text, at: item.place)))
        }
        return mappings
    }
}
