import LucidModel
import LucidValidation
import Testing

@Suite("The trace tells every step")
struct TraceTests {
    // What RFC 5280 §4 and the profile ask of each certificate comes before what §6.1 does with it.
    private static let structure: [Check] = [
        .version, .serialNumber, .signatureAlgorithmsAgree, .issuerNotEmpty, .timeEncoding, .subjectNotEmpty,
        .extensionsUnique,
    ]
    private static let ofCA: [Check] = [
        .basicConstraintsCritical, .subjectKeyIdentifierNotCritical, .authorityKeyIdentifierNotCritical,
        .authorityKeyIdentifierPresent, .authorityKeyIdentifierPair, .subjectKeyIdentifierPresent, .keyCertSignOfCA,
        .keyUsageOfCA,
    ]
    private static let ofLeaf: [Check] = [
        .subjectKeyIdentifierNotCritical, .authorityKeyIdentifierNotCritical, .authorityKeyIdentifierPresent,
        .authorityKeyIdentifierPair, .keyCertSignOfCA, .subjectAltNameSyntax,
    ]
    private static let key: [Check] = [.keyUsable, .keyAlgorithm]
    // RFC 5280 §6.1.3 and §6.1.4 in their order.
    private static let basic: [Check] = [.signature, .notBefore, .notAfter, .nameChaining]
    private static let next: [Check] = [.isCA, .pathLength, .keyCertSign, .criticalExtensions]
    private static let end: [Check] = [.criticalExtensions, .extendedKeyUsage, .keyUsage, .dnsName]

    @Test("the anchor comes first, then each certificate down to the target, in the order of RFC 5280")
    func order() throws {
        let anchor =
            Self.structure + Self.ofCA + Self.key + [.anchorValidity, .isCA, .keyCertSign, .criticalExtensions]
        let middle = Self.structure + Self.ofCA + [.signatureAlgorithm] + Self.key + Self.basic + Self.next
        let leaf =
            Self.structure + Self.ofLeaf + [.signatureAlgorithm] + Self.key + [.validityPeriod] + Self.basic + Self.end
        try expect([anchor, middle, leaf], by: .private)
    }

    @Test("without a profile's checks only those of RFC 5280 §6.1 are left, and the anchor is none of them")
    func pathValidationAlone() throws {
        let few: [Check] = [.signatureAlgorithmsAgree, .extensionsUnique]
        let end = Self.end.filter { $0 != .keyUsage }
        try expect([[], few + Self.basic + Self.next, few + Self.basic + end], by: .pathValidation)
    }

    /// The checks of anchor, intermediate and target of the usual chain, all passed.
    private func expect(_ checks: [[Check]], by profile: Profile) throws {
        var trial = Trial(try World.shared.get())
        trial.profile = profile
        var trace = Trace()
        #expect(trial.verdict(trace: &trace).isAccepted)
        #expect(trace.steps.first == .pathFound(subjects: ["CN=Server", "CN=Middle", "CN=Root"]))
        #expect(trace.steps.last == .pathFinished(isAccepted: true))
        let passed = trace.steps.dropFirst().dropLast().compactMap { step -> Failure? in
            switch step {
            case .checked(let check, let index, _, nil): Failure(check, index)
            case .state, .certificateBegun: nil
            default: Failure(.version, nil)
            }
        }
        #expect(passed == zip(checks, [2, 1, 0]).flatMap { checks, index in checks.map { Failure($0, index) } })
    }

    @Test("name constraints and policies are told in their place, RFC 5280 §6.1.3(b) to (f), §6.1.5(g)")
    func namesAndPolicies() throws {
        let world = try World.shared.get()
        var trial = Trial(world)
        trial.profile = .pathValidation
        try trial.middle(world, World.ca([try Scenario.permitted(.dns("example.test")), Scenario.policies(1)]))
        try trial.leaf(world, World.leaf([Scenario.policies(1)]))
        trial.settings = { $0.policies.initialExplicitPolicy = true }
        var trace = Trace()
        let verdict = trial.verdict(trace: &trace)
        #expect(verdict.policies == [Scenario.policy(1)])
        let ofTarget = trace.steps.compactMap { step in
            if case .checked(let check, 0, _, nil) = step { check } else { nil as Check? }
        }
        #expect(
            ofTarget == [
                .signatureAlgorithmsAgree, .extensionsUnique, .signature, .notBefore, .notAfter, .nameChaining,
                .permittedSubtrees, .explicitPolicy, .criticalExtensions, .acceptablePolicy, .extendedKeyUsage,
                .dnsName,
            ])
    }

    @Test("an issuer of the right name with another key is dropped, and told with its signature")
    func dropped() throws {
        let world = try World.shared.get()
        let impostor = try Party("Middle")
        var trial = Trial(world)
        // The key identifier sends the search to the impostor first.
        let misleading = AuthorityKeyIdentifier(keyIdentifier: impostor.info.keyIdentifier)
        try trial.leaf(world, World.leaf([Extension(misleading, critical: false)]))
        trial.intermediates = []
        trial.anchors = [try impostor.certify(impostor, World.ca()), world.middleCertificate]
        var trace = Trace()
        let verdict = trial.verdict(trace: &trace)
        #expect(verdict.isAccepted)
        let finding = try #require(verdict.otherPaths.first?.findings.first)
        #expect(verdict.otherPaths.count == 1)
        #expect(finding.check == .signature && finding.certificateIndex == 0)
        #expect(trace.steps.first == .candidateDropped(subjects: ["CN=Server", "CN=Middle"], finding: finding))
        #expect(trace.steps.dropFirst().first == .pathFound(subjects: ["CN=Server", "CN=Middle"]))
    }
}
