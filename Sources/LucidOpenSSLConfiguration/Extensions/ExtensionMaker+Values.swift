import LucidDER
import LucidModel

extension ExtensionMaker {
    /// The DER of an extension's value that is written in words.
    func value(
        of kind: ExtensionKind, _ text: ArraySlice<UInt8>, at place: ValuePlace, _ context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> [UInt8] {
        switch kind {
        case .subjectKeyIdentifier: return try subjectKeyIdentifier(text, at: place, context)
        case .certificatePolicies: return try certificatePolicies(text, at: place)
        case .inhibitAnyPolicy:
            let number = try IntegerText.content(Array(text), at: place)
            return DERWriter.encode { $0.primitive(.integer, number) }
        case .proxyCertInfo: return try proxyCertInfo(text, at: place)
        case .noCheck, .poison: return DERWriter.encode { $0.null() }  // whatever the value says
        case .nsComment, .nsBaseUrl, .nsRevocationUrl, .nsCaRevocationUrl, .nsRenewalUrl, .nsCaPolicyUrl,
            .nsSslServerName:
            return DERWriter.encode { $0.primitive(.ia5String, text) }
        case .subjectSignTool:
            return DERWriter.encode { $0.primitive(.utf8String, text) }
        default: return try value(of: kind, items: try items(text, at: place), at: place, &context)
        }
    }

    /// The DER of a value that is a list, or a section.
    private func value(
        of kind: ExtensionKind, items: [ListItem], at place: ValuePlace, _ context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> [UInt8] {
        switch kind {
        case .basicConstraints: return try basicConstraints(items)
        case .keyUsage: return try NamedBits.keyUsage.encode(items)
        case .nsCertType: return try NamedBits.netscapeCertType.encode(items)
        case .extendedKeyUsage, .acceptableResponses: return try objects(items)
        case .authorityKeyIdentifier: return try authorityKeyIdentifier(items, at: place, context)
        case .subjectAltName: return encode(try subjectAltName(items, at: place, &context))
        case .issuerAltName: return encode(try issuerAltName(items, at: place, context))
        case .nameConstraints: return try nameConstraints(items).derEncoded
        case .authorityInfoAccess: return AuthorityInfoAccess(descriptions: try accesses(items)).derEncoded
        case .subjectInfoAccess: return SubjectInfoAccess(descriptions: try accesses(items)).derEncoded
        case .crlDistributionPoints: return CRLDistributionPoints(points: try distributionPoints(items)).derEncoded
        case .freshestCRL: return FreshestCRL(points: try distributionPoints(items)).derEncoded
        case .issuingDistributionPoint: return try issuingDistributionPoint(items).derEncoded
        case .policyConstraints: return try policyConstraints(items, at: place)
        case .policyMappings: return PolicyMappings(mappings: try policyMappings(items)).derEncoded
        case .tlsfeature: return try TLSFeature(features: items.map(feature)).derEncoded
        case .SXNetID: return try strongExtranet(items)
        case .issuerSignTool: return try issuerSignTool(items)
        default: throw place.problem("\(kind.rawValue) is no list")
        }
    }

    /// `CA:TRUE, pathlen:0` (RFC 5280 §4.2.1.9).
    private func basicConstraints(_ items: [ListItem]) throws(ConfigurationProblem) -> [UInt8] {
        var isAuthority = false
        var pathLength: [UInt8]?
        for item in items {
            switch item.name {
            case "CA": isAuthority = try item.flag()
            case "pathlen": pathLength = try item.integer()
            default: throw item.problem("basicConstraints has no \"\(item.name)\"; it has CA and pathlen")
            }
        }
        return DERWriter.encode { writer in
            writer.sequence {
                $0.booleanDefaultFalse(isAuthority)
                if let pathLength { $0.primitive(.integer, pathLength) }
            }
        }
    }

    /// `serverAuth, 1.2.3.4` (RFC 5280 §4.2.1.12).
    private func objects(_ items: [ListItem]) throws(ConfigurationProblem) -> [UInt8] {
        var identifiers: [ObjectIdentifier] = []
        for item in items { identifiers.append(try object(item.valueOrName, at: item.place)) }
        return DERWriter.encode { writer in
            writer.sequence { for identifier in identifiers { $0.objectIdentifier(identifier) } }
        }
    }

    /// `status_request`, or the number of a TLS extension (RFC 7633).
    private func feature(_ item: ListItem) throws(ConfigurationProblem) -> Int {
        let text = item.valueOrName
        switch text.lowercased() {
        case "status_request": return 5
        case "status_request_v2": return 17
        default:
            guard let number = Int(text), (0...65535).contains(number) else {
                throw item.problem(
                    "\"\(text)\" is no TLS extension; write status_request, status_request_v2 or a number up to 65535")
            }
            return number
        }
    }

    /// Zones and users of Thawte's Strong Extranet: `1:user`.
    private func strongExtranet(_ items: [ListItem]) throws(ConfigurationProblem) -> [UInt8] {
        var zones: [(zone: [UInt8], user: [UInt8])] = []
        for item in items {
            let zone = try IntegerText.content(Array(item.name.utf8), at: item.place)
            let user = try item.neededValue()
            guard user.count <= 64, !zones.contains(where: { $0.zone == zone }) else {
                throw item.problem("a user has 64 octets at most, and a zone one user")
            }
            zones.append((zone, user))
        }
        return DERWriter.encode { writer in
            writer.sequence {
                $0.integer(0)
                $0.sequence { list in
                    for (zone, user) in zones {
                        list.sequence {
                            $0.primitive(.integer, zone)
                            $0.octetString(user)
                        }
                    }
                }
            }
        }
    }

    /// The four tools of a Russian CA's extension; those that are left out are empty.
    private func issuerSignTool(_ items: [ListItem]) throws(ConfigurationProblem) -> [UInt8] {
        let names = ["signTool", "cATool", "signToolCert", "cAToolCert"]
        for item in items where !names.contains(item.name) {
            throw item.problem("issuerSignTool has no \"\(item.name)\"; it has \(names.joined(separator: ", "))")
        }
        var tools: [[UInt8]] = []
        for name in names { tools.append(try items.last { $0.name == name }?.neededValue() ?? []) }
        return DERWriter.encode { writer in
            writer.sequence { for tool in tools { $0.primitive(.utf8String, tool) } }
        }
    }
}
