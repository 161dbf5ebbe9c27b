import LucidDER
import LucidModel
import LucidValidation

// Name constraints, and whom the server's certificate is for.

extension Recipe {
    static let names: [Breakage: Recipe] = [
        .dnsNotPermitted: permitting("elsewhere.invalid", GeneralName.dns) { .dns("www.\($0.domain)") },
        .mailboxNotPermitted: permitting("elsewhere.invalid", GeneralName.email) { .email("someone@\($0.domain)") },
        .addressNotPermitted: permitting("10.0.0.0", network) { _ in .ip("192.0.2.7") },
        .uriNotPermitted: permitting("elsewhere.invalid", GeneralName.uri) { .uri("https://\($0.host)/") },
        .directoryNotPermitted: permitting("Elsewhere", directory) { .directoryName(Name($0.organization)) },
        .dnsExcluded: .refused(.excludedSubtrees) { plan, random in try plan.exclude(.dns(plan.domain), &random) },
        .mailboxExcluded: .refused(.excludedSubtrees) { plan, random in
            plan.leaf.names += [GeneralName.email("someone@\(plan.domain)")].compactMap { $0 }
            try plan.exclude(.email(plan.domain), &random)
        },
        .addressExcluded: .refused(.excludedSubtrees) { plan, random in
            plan.leaf.names += [GeneralName.ip("192.0.2.7")].compactMap { $0 }
            try plan.exclude(network("192.0.2.0"), &random)
        },
        .uriExcluded: .refused(.excludedSubtrees) { plan, random in
            plan.leaf.names += [GeneralName.uri("https://\(plan.host)/")].compactMap { $0 }
            try plan.exclude(.uri(plan.host), &random)
        },
        .directoryExcluded: .refused(.excludedSubtrees) { plan, random in
            plan.leaf.names += [.directoryName(Name(plan.organization))]
            try plan.exclude(.directoryName(Name(plan.organization)), &random)
        },
        .dnsNotPermittedByRoot: .refused(.permittedSubtrees) { plan, _ in
            plan.links[0].set(constraints(permitted: .dns("elsewhere.invalid")), critical: true)
        },
        .wildcardPartlyExcluded: .refused(.excludedSubtrees) { plan, random in
            plan.leaf.names = [GeneralName.dns("*.\(plan.domain)")].compactMap { $0 }
            try plan.exclude(.dns("www.\(plan.domain)"), &random)
        },
        .constraintOfUnknownKind: .refused(.nameConstraintsProcessable) { plan, random in
            let id = GeneralName.registeredID(ObjectIdentifier(2, 999, 5))
            plan.leaf.names.append(id)
            plan.links[plan.someAuthority(&random)].set(constraints(permitted: id), critical: true)
        },
        .constraintWithMinimum: .refused(.nameConstraintsProcessable) { plan, random in
            let base = try fit(GeneralName.dns(plan.domain))
            plan.links[plan.someAuthority(&random)].set(
                NameConstraints(
                    permittedSubtrees: [GeneralSubtree(base: base, minimum: 1)], excludedSubtrees: nil),
                critical: true)
        },

        .purposeOther: .refused(.extendedKeyUsage) { plan, _ in
            plan.leaf.set(ExtendedKeyUsage(purposes: [OID.clientAuth]), critical: false)
        },
        .purposeOfAuthorityOther: .refused(.extendedKeyUsage) { plan, random in
            plan.links[plan.someAuthority(&random)].set(ExtendedKeyUsage(purposes: [OID.clientAuth]), critical: false)
        },
        .purposeAny: .accepted { plan, _ in
            plan.leaf.set(ExtendedKeyUsage(purposes: [OID.anyExtendedKeyUsage]), critical: false)
        },
        .usageOfNoServer: .refused(.keyUsage) { plan, _ in plan.leaf.set(KeyUsage.nonRepudiation, critical: true) },
        .hostOther: .refused(.dnsName) { plan, _ in plan.host = "www.elsewhere.invalid" },
        .hostTooDeep: .refused(.dnsName) { plan, _ in
            plan.leaf.names = [GeneralName.dns("*.\(plan.domain)")].compactMap { $0 }
            plan.host = "a.b.\(plan.domain)"
        },
        .hostInPartialWildcard: .refused(.dnsName) { plan, _ in
            plan.leaf.names = [GeneralName.dns("h*.\(plan.domain)")].compactMap { $0 }
        },
        .hostInCommonName: .refused(.hasSubjectAltName) { plan, _ in
            guard plan.leaf.name.commonName == plan.host else { throw UnfitChain() }
            plan.leaf.remove(OID.subjectAltName)
        },
    ]

    /// A CA permits names of one kind and a value of its own, and the server has one with another value.
    private static func permitting(
        _ base: String, _ kind: @escaping @Sendable (String) -> GeneralName?,
        _ presented: @escaping @Sendable (ChainPlan) -> GeneralName?
    ) -> Recipe {
        .refused(.permittedSubtrees) { plan, random in
            plan.leaf.names.append(try fit(presented(plan)))
            plan.links[plan.someAuthority(&random)].set(constraints(permitted: try fit(kind(base))), critical: true)
        }
    }

    fileprivate static func constraints(permitted: GeneralName?) -> NameConstraints {
        NameConstraints(
            permittedSubtrees: permitted.map { [GeneralSubtree(base: $0)] }, excludedSubtrees: nil)
    }

    private static func directory(_ name: String) -> GeneralName? { .directoryName(Name(commonName: name)) }

    /// The IPv4 network of 256 addresses that begins with the given one.
    private static func network(_ address: String) -> GeneralName? {
        IPAddress(address).map { .iPAddress(DERBytes($0.octets + [255, 255, 255, 0])) }
    }

    /// What there has to be.
    fileprivate static func fit<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw UnfitChain() }
        return value
    }
}

extension ChainPlan {
    /// Lets a CA exclude a name and all below it.
    fileprivate mutating func exclude(_ base: GeneralName?, _ random: inout SeededGenerator) throws {
        let constraints = NameConstraints(
            permittedSubtrees: nil, excludedSubtrees: [GeneralSubtree(base: try Recipe.fit(base))])
        links[someAuthority(&random)].set(constraints, critical: true)
    }
}
