import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

extension ChainPlan {
    /// A random chain in which nothing is wrong: one to four CAs between the root and a server.
    init(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        organization = RandomName.organization(&random)
        domain = RandomName.label(&random) + [".test", ".example", ".sub.example"].randomElement(using: &random)!
        host = RandomName.label(&random) + "." + domain
        links = []
        lists = []
        let authorityCount = Int.random(in: 1...4, using: &random)
        let keys = try KeyRing.keys(authorityCount + 2, &random)
        for (place, key) in keys.enumerated() {
            appendLink(key, place == authorityCount + 1 ? .server : .authority, &random)
        }
        addExtensions(&random)
        if random.once(in: 2) { addNameConstraints(&random) }
        if random.once(in: 2) { addPolicies(&random) }
        for place in links.indices { links[place].extensions.shuffle(using: &random) }
        for place in links.indices.dropLast() { lists.append(list(by: place, &random)) }
    }

    private enum Role { case authority, server }

    /// Adds a certificate below the last one.
    private mutating func appendLink(_ key: RingKey, _ role: Role, _ random: inout SeededGenerator) {
        let above = links.last
        let isRollOver = role == .authority && above != nil && random.once(in: 5)
        let entity = isRollOver ? above?.entity ?? 0 : links.count
        var name = RandomName.below(
            organization, role == .server ? host : "CA \(links.count) \(RandomName.text(&random))", &random)
        if role == .server, random.once(in: 8) { name = Name([RelativeDistinguishedName]()) }
        if isRollOver, let above { name = above.name }
        // A self-signed certificate has no one whose way of writing could differ.
        var issuer = above?.name ?? name
        if above != nil, random.once(in: 3) { issuer = RandomName.rewritten(issuer, &random) }
        let signer = above?.key ?? key
        links.append(
            Link(
                entity: entity, name: name, issuer: issuer, info: key.info, key: key, signer: signer,
                scheme: signer.scheme(&random), serialNumber: Self.serialNumber(&random),
                validity: Self.validity(&random), extensions: []))
    }

    /// Positive, of 9 to 20 octets: so long that no two are the same.
    private static func serialNumber(_ random: inout SeededGenerator) -> DERInteger {
        let octets = (0..<Int.random(in: 9...20, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        return DERInteger(magnitude: [octets[0] & 0x7f | 1] + octets.dropFirst())
    }

    /// Around the time in question, and now and then into the years of GeneralizedTime.
    private static func validity(_ random: inout SeededGenerator) -> Validity {
        let day: Int64 = 86_400
        let before = Int64.random(in: 1...3000, using: &random)
        let after = random.once(in: 5) ? 12_000 : Int64.random(in: 1...3000, using: &random)
        return Validity(
            notBefore: World.time.adding(seconds: -before * day), notAfter: World.time.adding(seconds: after * day))
    }

    /// The usual extensions of every link, and now and then an unusual one.
    private mutating func addExtensions(_ random: inout SeededGenerator) {
        for place in links.indices {
            let isServer = place == links.count - 1
            var link = links[place]
            link.set(SubjectKeyIdentifier(keyIdentifier: link.info.keyIdentifier), critical: false)
            if place > 0 || random.once(in: 2) {
                link.set(AuthorityKeyIdentifier(keyIdentifier: link.signer.info.keyIdentifier), critical: false)
            }
            let below = Set(links[(place + 1)...].dropLast().map(\.entity)).subtracting([link.entity]).count
            let pathLength = random.once(in: 2) ? below + Int.random(in: 0...2, using: &random) : nil
            link.set(BasicConstraints(cA: !isServer, pathLenConstraint: isServer ? nil : pathLength), critical: true)
            link.set(isServer ? usage(link) : [.keyCertSign, .cRLSign], critical: true)
            if isServer || random.once(in: 5) {
                let more = random.once(in: 2) ? [OID.clientAuth] : []
                link.set(ExtendedKeyUsage(purposes: more + [OID.serverAuth]), critical: random.once(in: 6))
            }
            if random.once(in: 6) { link.extensions.append(Strange.unknown(critical: false)) }
            if isServer { link.names = alternativeNames(&random) }
            links[place] = link
        }
    }

    private func usage(_ link: Link) -> KeyUsage {
        link.key.isRSA ? [.digitalSignature, .keyEncipherment] : .digitalSignature
    }

    /// The host, by its name or within a wildcard, and other names within the same domain.
    private func alternativeNames(_ random: inout SeededGenerator) -> [GeneralName] {
        var names = [GeneralName.dns(random.once(in: 4) ? "*.\(domain)" : host)]
        let others: [GeneralName?] = [
            .dns("\(RandomName.label(&random)).\(domain)"), .email("someone@\(domain)"), .ip("192.0.2.7"),
            .ip("2001:db8::7"), .uri("https://\(host)/path"), .directoryName(Name(organization)),
            .dns(domain.uppercased()),
        ]
        for other in others where random.once(in: 4) { names.append(other) }
        return names.compactMap { $0 }.shuffled(using: &random)
    }

    /// Constraints that all names of the chain are within.
    private mutating func addNameConstraints(_ random: inout SeededGenerator) {
        let permitted: [GeneralName?] = [
            .dns(domain), .email(domain), .iPAddress([192, 0, 2, 0, 255, 255, 255, 0]),
            .iPAddress(DERBytes([0x20, 1, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 12) + Self.mask(32))),
            .uri(".\(domain)"), .directoryName(Name(organization)),
        ]
        let excluded: [GeneralName?] = [
            .dns("other.sub.\(domain)"), .email("root@\(domain)"), .iPAddress([192, 0, 2, 128, 255, 255, 255, 128]),
            .uri("other.\(domain)"), .directoryName(Name(commonName: "nobody")),
        ]
        // A permitted IPv4 network excludes all IPv6 addresses and the other way round, so there are both or none.
        let hasAddresses = random.once(in: 2)
        let inside = permitted.compactMap { $0 }.filter { name in
            if case .iPAddress = name { hasAddresses } else { random.once(in: 2) }
        }
        let outside = excluded.compactMap { $0 }.filter { _ in random.once(in: 3) }
        guard !inside.isEmpty || !outside.isEmpty else { return }
        let place = Int.random(in: 0...lastAuthority, using: &random)
        links[place].set(
            NameConstraints(
                permittedSubtrees: inside.isEmpty ? nil : inside.map { GeneralSubtree(base: $0) },
                excludedSubtrees: outside.isEmpty ? nil : outside.map { GeneralSubtree(base: $0) }), critical: true)
    }

    /// The mask of an IPv6 network.
    static func mask(_ bits: Int) -> [UInt8] { (0..<16).map { $0 < bits / 8 ? 0xff : 0 } }

    /// Policies for which the chain is valid: 1 at its top, which CAs now and then call otherwise.
    private mutating func addPolicies(_ random: inout SeededGenerator) {
        var current = 1
        for place in links.indices.dropFirst() {
            let isAny = place < links.count - 1 && random.once(in: 5)
            let others = (5...7).filter { _ in random.once(in: 4) }
            let all = (isAny ? [0] : [current]) + others
            links[place].set(
                CertificatePolicies(
                    policies: all.shuffled(using: &random).map { PolicyInformation(policyIdentifier: policy($0)) }),
                critical: random.once(in: 3))
            guard place < links.count - 1 else { break }
            if !isAny, random.once(in: 4) {
                links[place].map([(current, current + 1)])
                current += 1
            } else if random.once(in: 3) {
                let require = Int.random(in: 0...2, using: &random)
                links[place].set(PolicyConstraints(requireExplicitPolicy: require), critical: true)
            }
            if random.once(in: 6) { links[place].set(InhibitAnyPolicy(skipCerts: 4), critical: true) }
        }
        guard random.once(in: 2) else { return }
        policies.initialExplicitPolicy = random.once(in: 2)
        policies.userInitialPolicySet = UserInitialPolicySet([policy(1), policy(9)])
    }

    /// A list of other certificates, in force.
    private func list(by place: Int, _ random: inout SeededGenerator) -> List {
        let link = links[place]
        let day: Int64 = 86_400
        var contents = RevocationListContents(
            issuer: random.once(in: 4) ? RandomName.rewritten(link.name, &random) : link.name,
            issuerKeyIdentifier: link.info.keyIdentifier,
            number: DERInteger(Int.random(in: 0...1_000_000, using: &random)),
            thisUpdate: World.time.adding(seconds: -Int64.random(in: 0...30, using: &random) * day),
            nextUpdate: World.time.adding(seconds: Int64.random(in: 1...30, using: &random) * day))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let reasons: [ReasonCode.Reason?] = [nil, .keyCompromise, .superseded, .cessationOfOperation]
            contents.entries.append(
                RevocationEntry(
                    serialNumber: Self.serialNumber(&random), revokedAt: World.from,
                    reason: reasons.randomElement(using: &random) ?? nil))
        }
        if random.once(in: 6) {
            // A CA that has another key has issued itself a certificate; the others are all of one kind.
            let isLast = link.entity == links[lastAuthority].entity
            let isAlone = links.filter { $0.entity == link.entity }.count == 1
            if !isLast { contents.issuingDistributionPoint = IssuingDistributionPoint(onlyContainsCACerts: true) }
            if isLast, isAlone {
                contents.issuingDistributionPoint = IssuingDistributionPoint(onlyContainsUserCerts: true)
            }
        }
        return List(contents: contents, signer: link.key)
    }
}

extension ChainPlan.Link {
    /// Maps policies.
    mutating func map(_ maps: [(Int, Int)]) {
        set(
            PolicyMappings(
                mappings: maps.map { .init(issuerDomainPolicy: policy($0.0), subjectDomainPolicy: policy($0.1)) }),
            critical: true)
    }
}
