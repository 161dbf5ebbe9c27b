import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation

extension Scenario {
    /// RFC 5280 §4.2: which extensions must be critical, and which must not. Who does not know a critical extension refuses
    /// the certificate, so that some of these have two faults.
    static let criticalities: [Scenario] = [
        .refused("authorityKeyIdentifier critical", [Failure(.authorityKeyIdentifierNotCritical, 0)]) { w, q in
            try q.leaf(
                w,
                World.leaf([
                    Extension(AuthorityKeyIdentifier(keyIdentifier: w.middle.info.keyIdentifier), critical: true)
                ]))
        },
        .refused("subjectKeyIdentifier critical", [Failure(.subjectKeyIdentifierNotCritical, 1)]) { w, q in
            try q.middle(
                w,
                World.ca([Extension(SubjectKeyIdentifier(keyIdentifier: w.middle.info.keyIdentifier), critical: true)]))
        },
        .accepted("subjectKeyIdentifier critical", by: .pathValidation) { w, q in
            try q.middle(
                w,
                World.ca([Extension(SubjectKeyIdentifier(keyIdentifier: w.middle.info.keyIdentifier), critical: true)]))
        },
        .refused(
            "subjectDirectoryAttributes critical",
            [Failure(.subjectDirectoryAttributesNotCritical, 0), Failure(.criticalExtensions, 0)]
        ) { w, q in
            try q.leaf(w, World.leaf([directoryAttributes(critical: true)]))
        },
        .accepted("subjectDirectoryAttributes") { w, q in
            try q.leaf(w, World.leaf([directoryAttributes(critical: false)]))
        },
        .refused("basicConstraints of a CA not critical", [Failure(.basicConstraintsCritical, 1)]) { w, q in
            try q.middle(w, [Extension(BasicConstraints(cA: true), critical: false)] + World.ca().dropFirst())
        },
        .accepted("basicConstraints of a CA not critical", by: .pathValidation) { w, q in
            try q.middle(w, [Extension(BasicConstraints(cA: true), critical: false)] + World.ca().dropFirst())
        },
        .accepted("basicConstraints of a server not critical") { w, q in
            try q.leaf(w, [Extension(BasicConstraints(cA: false), critical: false)] + World.leaf().dropFirst())
        },
        .refused("nameConstraints not critical", by: .rfc5280, [Failure(.nameConstraintsCritical, 1)]) { w, q in
            try q.middle(w, World.ca([try permitted(.dns("example.test"), critical: false)]))
        },
        .accepted("nameConstraints not critical", by: .webPKI) { w, q in
            try q.middle(w, World.ca([try permitted(.dns("example.test"), critical: false)]))
            try q.site(w)
        },
        .refused("policyConstraints not critical", [Failure(.policyConstraintsCritical, 1)]) { w, q in
            try q.middle(w, World.ca([Extension(PolicyConstraints(inhibitPolicyMapping: 0), critical: false)]))
        },
        .accepted("policyConstraints critical") { w, q in
            try q.middle(w, World.ca([Extension(PolicyConstraints(inhibitPolicyMapping: 0), critical: true)]))
        },
        .refused("inhibitAnyPolicy not critical", [Failure(.inhibitAnyPolicyCritical, 1)]) { w, q in
            try q.middle(w, World.ca([Extension(InhibitAnyPolicy(skipCerts: 0), critical: false)]))
        },
        .accepted("inhibitAnyPolicy critical") { w, q in
            try q.middle(w, World.ca([Extension(InhibitAnyPolicy(skipCerts: 0), critical: true)]))
        },
        .refused("freshestCRL critical", [Failure(.freshestCRLNotCritical, 0), Failure(.criticalExtensions, 0)]) {
            w, q in
            try q.leaf(w, World.leaf([Extension(freshestCRL, critical: true)]))
        },
        .refused(
            "authorityInfoAccess critical",
            [Failure(.authorityInfoAccessNotCritical, 0), Failure(.criticalExtensions, 0)]
        ) { w, q in
            try q.leaf(w, World.leaf([Extension(AuthorityInfoAccess(descriptions: descriptions), critical: true)]))
        },
        .refused(
            "subjectInfoAccess critical", [Failure(.subjectInfoAccessNotCritical, 1), Failure(.criticalExtensions, 1)]
        ) { w, q in
            try q.middle(w, World.ca([Extension(SubjectInfoAccess(descriptions: descriptions), critical: true)]))
        },
        .accepted("extensions that tell where to find more") { w, q in
            try q.leaf(
                w,
                World.leaf([
                    Extension(freshestCRL, critical: false),
                    Extension(AuthorityInfoAccess(descriptions: descriptions), critical: false),
                ]))
            try q.middle(w, World.ca([Extension(SubjectInfoAccess(descriptions: descriptions), critical: false)]))
        },
        .refused("unknown critical extension", [Failure(.criticalExtensions, 0)]) { w, q in
            try q.leaf(w, World.leaf([Strange.unknown(critical: true)]))
        },
        .refused("unknown critical extension of the intermediate", [Failure(.criticalExtensions, 1)]) { w, q in
            try q.middle(w, World.ca([Strange.unknown(critical: true)]))
        },
        .refused("unknown critical extension of the root", [Failure(.criticalExtensions, 2)]) { w, q in
            try q.root(w, World.ca([Strange.unknown(critical: true)]))
        },
        .accepted("unknown critical extension of the root", by: .pathValidation) { w, q in
            try q.root(w, World.ca([Strange.unknown(critical: true)]))
        },
        .accepted("unknown extensions that are not critical") { w, q in
            try q.leaf(w, World.leaf([Strange.unknown(critical: false)]))
            try q.middle(w, World.ca([Strange.unknown(critical: false)]))
        },
    ]

    private static let location = [GeneralName.uri("http://pki.example.test/more")].compactMap { $0 }
    private static let descriptions = location.map {
        AccessDescription(accessMethod: OID.caRepository, accessLocation: $0)
    }
    private static let freshestCRL = FreshestCRL(points: [DistributionPoint(distributionPoint: .fullName(location))])

    /// One attribute of a type that nobody knows, with the value NULL.
    private static func directoryAttributes(critical: Bool) -> Extension {
        Extension(
            extnID: OID.subjectDirectoryAttributes, critical: critical,
            extnValue: DERBytes(hex("300b 3009 0603883701 3102 0500")))
    }
}
