import LucidDER
import LucidModel
import LucidValidation
import Testing

/// What one certificate says about policies. Policies are written as numbers, 0 for anyPolicy.
struct PolicyLink: Sendable {
    var policies: [Int]?
    var maps: [(Int, Int)]
    var requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy: Int?
    var isSelfIssued: Bool

    /// - Parameters:
    ///   - policies: certificatePolicies; nil where the extension is absent.
    ///   - maps: issuerDomainPolicy and subjectDomainPolicy; the extension is absent where there are none.
    init(
        _ policies: [Int]?, maps: [(Int, Int)] = [], requireExplicit: Int? = nil, inhibitMapping: Int? = nil,
        inhibitAny: Int? = nil, isSelfIssued: Bool = false
    ) {
        self.policies = policies
        self.maps = maps
        requireExplicitPolicy = requireExplicit
        inhibitPolicyMapping = inhibitMapping
        inhibitAnyPolicy = inhibitAny
        self.isSelfIssued = isSelfIssued
    }

    /// The certificate's extensions.
    var extensions: PolicyExtensions {
        let mappings = maps.map {
            PolicyMappings.Mapping(issuerDomainPolicy: policy($0.0), subjectDomainPolicy: policy($0.1))
        }
        var all = PolicyExtensions()
        all.certificatePolicies = policies.map { list in
            CertificatePolicies(policies: list.map { PolicyInformation(policyIdentifier: policy($0)) })
        }
        if !mappings.isEmpty { all.policyMappings = PolicyMappings(mappings: mappings) }
        if requireExplicitPolicy != nil || inhibitPolicyMapping != nil {
            all.policyConstraints = PolicyConstraints(
                requireExplicitPolicy: requireExplicitPolicy, inhibitPolicyMapping: inhibitPolicyMapping)
        }
        all.inhibitAnyPolicy = inhibitAnyPolicy.map(InhibitAnyPolicy.init)
        return all
    }
}

/// The object identifier for a number: 0 is anyPolicy, the others are PKITS's NIST-test-policy-1, -2 and so on.
func policy(_ number: Int) -> ObjectIdentifier {
    number == 0 ? OID.anyPolicy : ObjectIdentifier(2, 16, 840, 1, 101, 3, 2, 1, 48, UInt64(number))
}

/// The number of an object identifier that `policy` made.
func number(_ policy: ObjectIdentifier) -> Int {
    policy == OID.anyPolicy ? 0 : Int(policy.description.split(separator: ".").last ?? "") ?? -1
}

/// A path and what is asked of it.
struct PolicyChain: Sendable {
    /// From the one that the trust anchor issued down to the target.
    var links: [PolicyLink]
    /// Nil: any policy.
    var accepted: Set<Int>?
    var inhibitMapping = false
    var explicit = false
    var inhibitAny = false

    var inputs: PolicyInputs {
        PolicyInputs(
            userInitialPolicySet: accepted.map { UserInitialPolicySet($0.map(policy)) } ?? .anyPolicy,
            initialPolicyMappingInhibit: inhibitMapping, initialExplicitPolicy: explicit,
            initialAnyPolicyInhibit: inhibitAny)
    }
}

/// What was found of a chain: everything in which the graph and the tree have to agree.
struct PolicyOutcome: Equatable {
    /// The certificate's number and the clause.
    struct Failure: Equatable {
        let certificate: Int
        let clause: String
    }
    /// After a certificate.
    struct Step: Equatable {
        let explicitPolicy, inhibitAnyPolicy, policyMapping: Int
        let validPolicies: Set<Int>
    }
    var failures: [Failure] = []
    var steps: [Step] = []
    var authorityConstrained: Set<Int> = []
    var userConstrained: Set<Int> = []

    var isValid: Bool { failures.isEmpty }
}

extension PolicyChain {
    /// What Lucid finds.
    func outcome() -> PolicyOutcome {
        var outcome = PolicyOutcome()
        var state = PolicyState(inputs, n: links.count)
        func note(_ failure: PolicyFailure?) {
            if let failure { outcome.failures.append(.init(certificate: state.i, clause: failure.clause)) }
        }
        for (index, link) in links.enumerated() {
            note(state.processBasics(link.extensions, isSelfIssued: link.isSelfIssued))
            if index < links.count - 1 {
                note(state.prepareForNext(link.extensions, isSelfIssued: link.isSelfIssued))
            } else {
                note(state.wrapUp(link.extensions))
            }
            outcome.steps.append(
                .init(
                    explicitPolicy: state.explicitPolicy, inhibitAnyPolicy: state.inhibitAnyPolicy,
                    policyMapping: state.policyMapping, validPolicies: Set(state.validPolicies.map(number))))
            #expect(state.nodeCount == state.validPolicies.count)
        }
        outcome.authorityConstrained = Set(state.authorityConstrainedPolicySet.map(number))
        outcome.userConstrained = Set(state.userConstrainedPolicySet.map(number))
        return outcome
    }
}
