import LucidDER
import LucidModel

// Name constraints, places to ask, and distribution points.

extension ExtensionMaker {
    /// `permitted;DNS:example.com`, `excluded;IP:10.0.0.0/255.0.0.0` (RFC 5280 §4.2.1.10).
    func nameConstraints(_ items: [ListItem]) throws(ConfigurationProblem) -> NameConstraints {
        var permitted: [GeneralSubtree] = []
        var excluded: [GeneralSubtree] = []
        for item in items {
            let name = Array(item.name.utf8)
            // Whatever sign stands behind the word is passed over, as openssl does.
            if let rest = name.after("permitted"), !rest.isEmpty {
                permitted.append(try subtree(rest.dropFirst(), item))
            } else if let rest = name.after("excluded"), !rest.isEmpty {
                excluded.append(try subtree(rest.dropFirst(), item))
            } else {
                throw item.problem("\"\(item.name)\" begins neither with permitted; nor with excluded;")
            }
        }
        return NameConstraints(
            permittedSubtrees: permitted.isEmpty ? nil : permitted, excludedSubtrees: excluded.isEmpty ? nil : excluded)
    }

    private func subtree(_ name: ArraySlice<UInt8>, _ item: ListItem) throws(ConfigurationProblem) -> GeneralSubtree {
        let base = ListItem(name: name.text, value: item.value, place: item.place)
        return GeneralSubtree(base: try generalName(base, isConstraint: true))
    }

    /// `OCSP;URI:http://…, caIssuers;URI:http://…` (RFC 5280 §4.2.2).
    func accesses(_ items: [ListItem]) throws(ConfigurationProblem) -> [AccessDescription] {
        var all: [AccessDescription] = []
        for item in items {
            guard let (method, name) = Array(item.name.utf8).halves(at: ";") else {
                throw item.problem("\"\(item.name)\" is not of the form method;kind, such as OCSP;URI")
            }
            let location = try generalName(ListItem(name: name.text, value: item.value, place: item.place))
            all.append(
                AccessDescription(
                    accessMethod: try object(method.text, at: item.place), accessLocation: location))
        }
        return all
    }

    /// Either names, each of which makes a point, or sections, each of which describes one (RFC 5280 §4.2.1.13).
    func distributionPoints(_ items: [ListItem]) throws(ConfigurationProblem) -> [DistributionPoint] {
        var points: [DistributionPoint] = []
        for item in items {
            guard item.value == nil else {
                points.append(
                    DistributionPoint(
                        distributionPoint: .fullName([try generalName(item)]), reasons: nil, cRLIssuer: nil))
                continue
            }
            var name: DistributionPointName?
            var reasons: ReasonFlags?
            var issuer: [GeneralName]?
            for part in try section(item.name, at: item.place) {
                if try readPointName(part, into: &name) { continue }
                switch part.name {
                case "reasons": reasons = try self.reasons(part, isFirst: reasons == nil)
                case "CRLissuer": issuer = try generalNames(try part.neededValue(), at: part.place)
                default: break  // as openssl does
                }
            }
            points.append(DistributionPoint(distributionPoint: name, reasons: reasons, cRLIssuer: issuer))
        }
        return points
    }

    /// What a CRL is about (RFC 5280 §5.2.5).
    func issuingDistributionPoint(_ items: [ListItem]) throws(ConfigurationProblem) -> IssuingDistributionPoint {
        var name: DistributionPointName?
        var reasons: ReasonFlags?
        var flags: Set<String> = []
        for item in items {
            if try readPointName(item, into: &name) { continue }
            switch item.name {
            case "onlyuser", "onlyCA", "onlyAA", "indirectCRL":
                if try item.flag() { flags.insert(item.name) } else { flags.remove(item.name) }
            case "onlysomereasons": reasons = try self.reasons(item, isFirst: reasons == nil)
            default:
                throw item.problem(
                    "issuingDistributionPoint has no \"\(item.name)\"; it has fullname, relativename, onlyuser, onlyCA, onlyAA, "
                        + "indirectCRL and onlysomereasons")
            }
        }
        return IssuingDistributionPoint(
            distributionPoint: name, onlyContainsUserCerts: flags.contains("onlyuser"),
            onlyContainsCACerts: flags.contains("onlyCA"), onlySomeReasons: reasons,
            indirectCRL: flags.contains("indirectCRL"), onlyContainsAttributeCerts: flags.contains("onlyAA"))
    }

    /// Reads `fullname` or `relativename`; returns whether the item is one of them.
    private func readPointName(
        _ item: ListItem, into name: inout DistributionPointName?
    ) throws(ConfigurationProblem) -> Bool {
        let new: DistributionPointName
        switch item.name {
        case "fullname": new = .fullName(try generalNames(try item.neededValue(), at: item.place))
        case "relativename":
            let parts = try directoryParts(try item.neededValue().text, item)
            guard !parts.isEmpty, parts.dropFirst().allSatisfy(\.joinsPrevious) else {
                throw item.problem("a relativename is one level of a name; write + before all but the first attribute")
            }
            new = .nameRelativeToCRLIssuer(RelativeDistinguishedName(parts.map(\.attribute)))
        default: return false
        }
        guard name == nil else { throw item.problem("the point has a name already") }
        name = new
        return true
    }

    private func reasons(_ item: ListItem, isFirst: Bool) throws(ConfigurationProblem) -> ReasonFlags {
        guard isFirst else { throw item.problem("the reasons are there already") }
        let items = try ListItem.list(try item.neededValue()[...], at: item.place)
        return ReasonFlags(rawValue: try NamedBits.reasons.mask(items))
    }
}
