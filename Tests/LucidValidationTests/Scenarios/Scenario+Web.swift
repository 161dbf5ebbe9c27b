import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// What the Baseline Requirements ask beyond RFC 5280. Most of it is fine for a CA of one's own.
    static let web: [Scenario] = [
        .accepted("the usual site", by: .webPKI) { w, q in try q.site(w) },
        .refused("a root of version 1", by: .webPKI, [Failure(.versionThree, 2)]) { w, q in
            try q.site(w)
            try q.root(w, []) { $0.version = .v1 }
        },
        .accepted("a root of version 1", by: .rfc5280) { w, q in try q.root(w, []) { $0.version = .v1 } },
        .refused("a root that names another key", by: .webPKI, [Failure(.rootAuthorityKeyIdentifier, 2)]) { w, q in
            try q.rootOfAnotherKey(w)
        },
        .accepted("a root that names another key", by: .rfc5280) { w, q in try q.rootOfAnotherKey(w) },
        .refused("issuer and serial number", by: .webPKI, [Failure(.authorityKeyIdentifierOnlyKey, 0)]) { w, q in
            try q.site(w, World.leaf([threefoldKeyIdentifier(w)]))
        },
        .accepted("issuer and serial number", by: .rfc5280) { w, q in
            try q.site(w, World.leaf([threefoldKeyIdentifier(w)]))
        },
        .refused("a root with extended key usages", by: .webPKI, [Failure(.rootExtendedKeyUsage, 2)]) { w, q in
            try q.site(w)
            try q.root(w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: false)]))
        },
        .accepted("a root with extended key usages", by: .rfc5280) { w, q in
            try q.root(w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: false)]))
        },
        .refused("a CA for a server", by: .webPKI, [Failure(.leafIsNoCA, 0)]) { w, q in try q.siteThatIsCA(w) },
        .accepted("a CA for a server", by: .rfc5280) { w, q in try q.siteThatIsCA(w) },
        .refused("no extended key usages", by: .webPKI, [Failure(.leafExtendedKeyUsagePresent, 0)]) { w, q in
            try q.site(w, World.leaf(purposes: nil))
        },
        .accepted("no extended key usages", by: .rfc5280) { w, q in try q.site(w, World.leaf(purposes: nil)) },
        .refused("extended key usages critical", by: .webPKI, [Failure(.leafExtendedKeyUsageNotCritical, 0)]) {
            w, q in
            try q.site(w, World.leaf(purposes: nil, [criticalServerAuth]))
        },
        .accepted("extended key usages critical", by: .rfc5280) { w, q in
            try q.site(w, World.leaf(purposes: nil, [criticalServerAuth]))
        },
        .refused("any extended key usage", by: .webPKI, [Failure(.leafExtendedKeyUsageNotAny, 0)]) { w, q in
            try q.site(w, World.leaf(purposes: [OID.serverAuth, OID.anyExtendedKeyUsage]))
        },
        .accepted("any extended key usage", by: .rfc5280) { w, q in
            try q.site(w, World.leaf(purposes: [OID.anyExtendedKeyUsage]))
        },
        .refused(
            "subjectAltName critical beside a subject", by: .webPKI, [Failure(.subjectAltNameNotCritical, 0)]
        ) { w, q in
            try q.site(w, World.leaf(names: [], [criticalNames]))
        },
        .accepted("subjectAltName critical beside a subject", by: .rfc5280) { w, q in
            try q.site(w, World.leaf(names: [], [criticalNames]))
        },
        .accepted("subjectAltName critical and no subject", by: .webPKI) { w, q in
            q.target = try w.middle.certify(Party(nil), World.leaf(names: [], [criticalNames]))
        },
        .refused("a mailbox for a server", by: .webPKI, [Failure(.subjectAltNameKinds, 0)]) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .email("webmaster@example.test")]))
        },
        .accepted("a mailbox for a server", by: .rfc5280) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .email("webmaster@example.test")]))
        },
        .refused("a commonName of its own", by: .webPKI, [Failure(.commonNameInSubjectAltName, 0)]) { w, q in
            try q.leaf(w)
        },
        .refused("a commonName in another case", by: .webPKI, [Failure(.commonNameInSubjectAltName, 0)]) { w, q in
            q.target = try w.middle.certify(Party("WWW.example.test"), World.leaf())
        },
        .refused("a wildcard for a top-level domain", by: .webPKI, [Failure(.publicSuffixWildcard, 0)]) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .dns("*.test")]))
        },
        .refused("a wildcard for a public suffix", by: .webPKI, [Failure(.publicSuffixWildcard, 0)]) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .dns("*.example.test")]))
            q.settings = { $0.publicSuffixes = PublicSuffixList(text: "// ours\nexample.test") }
        },
        .accepted("a wildcard for nobody else's names", by: .webPKI) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .dns("*.example.test")]))
        },
        .accepted("a wildcard for a top-level domain", by: .rfc5280) { w, q in
            try q.site(w, World.leaf(names: [.dns("www.example.test"), .dns("*.test")]))
        },
        // BR §6.3.2: 398 days for what is issued on 2026-01-01; the last second belongs to them.
        .accepted("398 days", by: .webPKI) { w, q in
            try q.site(w, to: World.from.adding(seconds: 398 * 86_400 - 1))
        },
        .refused("398 days and a second", by: .webPKI, [Failure(.validityPeriod, 0)]) { w, q in
            try q.site(w, to: World.from.adding(seconds: 398 * 86_400))
        },
        .accepted("825 days") { w, q in try q.site(w, to: World.from.adding(seconds: 825 * 86_400 - 1)) },
        .accepted("825 days and a second", warnings: [Failure(.validityPeriod, 0)]) { w, q in
            try q.site(w, to: World.from.adding(seconds: 825 * 86_400))
        },
        .accepted("ten years", by: .rfc5280) { w, q in
            try q.site(w, to: World.from.adding(seconds: 3650 * 86_400))
        },
    ]

    private static let criticalServerAuth = Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: true)
    private static let criticalNames = Extension(
        SubjectAltName(names: [GeneralName.dns("www.example.test")].compactMap { $0 }), critical: true)
}

extension Trial {
    fileprivate mutating func rootOfAnotherKey(_ w: World) throws {
        try site(w)
        try root(
            w,
            World.ca([Extension(AuthorityKeyIdentifier(keyIdentifier: w.second.info.keyIdentifier), critical: false)]))
    }

    fileprivate mutating func siteThatIsCA(_ w: World) throws {
        try site(w, [Extension(BasicConstraints(cA: true), critical: true)] + World.leaf().dropFirst())
    }
}
