import LucidDER
import LucidModel
import LucidValidation
import Testing

@Suite("Certificate policies are followed by RFC 5280 §6.1 and RFC 9618 §5")
struct PolicyStateTests {
    @Test("the graph finds what RFC 5280's tree finds", arguments: 0..<10)
    func graphAgreesWithTree(seed: Int) {
        var generator = SeededGenerator(UInt64(seed))
        var valid = 0, constrained = 0, invalid = 0
        for _ in 0..<300 {
            let chain = PolicyChain(&generator)
            var tree = PolicyTree(chain)
            let expected = tree.run()
            let found = chain.outcome()
            guard found == expected else {
                Issue.record("\(chain): \(found) instead of \(expected)")
                return
            }
            if !expected.isValid { invalid += 1 } else { valid += 1 }
            if expected.isValid, chain.explicit, chain.links.count > 2 { constrained += 1 }
        }
        // The chains are worth comparing.
        #expect(valid > 60 && invalid > 60 && constrained > 6)
    }

    /// CVE-2023-0464: in a tree this would have 10^30 nodes.
    @Test("many policies, mapped many to many, thirty certificates deep, cost no more than reading them")
    func exponentialChain() {
        let policies = Array(1...10)
        let everything = policies.flatMap { issuer in policies.map { (issuer, $0) } }
        let authority = PolicyLink(policies, maps: everything).extensions, target = PolicyLink([10]).extensions
        let inputs = PolicyInputs(userInitialPolicySet: .init([policy(7)]), initialExplicitPolicy: true)
        let time = ContinuousClock().measure {
            var state = PolicyState(inputs, n: 30)
            for _ in 1..<30 {
                #expect(state.processBasics(authority, isSelfIssued: false) == nil)
                #expect(state.prepareForNext(authority, isSelfIssued: false) == nil)
                #expect(state.nodeCount == policies.count)
            }
            #expect(state.processBasics(target, isSelfIssued: false) == nil)
            #expect(state.wrapUp(target) == nil)
            #expect(state.nodeCount == 1)
            #expect(state.authorityConstrainedPolicySet == Set(policies.map(policy)))
            #expect(state.userConstrainedPolicySet == [policy(7)])
        }
        // Milliseconds; the limit leaves room for a busy machine.
        #expect(time < .seconds(10))
    }

    @Test("a path of no certificate is valid for any policy")
    func emptyPath() {
        var state = PolicyState(PolicyInputs(initialExplicitPolicy: true), n: 0)
        #expect(state.wrapUp(PolicyExtensions()) == nil)
        #expect(state.authorityConstrainedPolicySet == [OID.anyPolicy])
        #expect(state.userConstrainedPolicySet == [OID.anyPolicy])
        #expect(state.nodeCount == 1)
    }

    @Test("without inputs and constraints, policies that nobody agrees on refuse nothing")
    func nothingIsAskedByDefault() {
        let outcome = PolicyChain(links: [PolicyLink([1]), PolicyLink([2]), PolicyLink(nil)]).outcome()
        #expect(outcome.isValid)
        #expect(outcome.userConstrained == [])
        #expect(outcome.steps.map(\.validPolicies) == [[1], [], []])
        #expect(outcome.steps.map(\.explicitPolicy) == [3, 2, 1])
    }

    @Test("a required policy is missed at every certificate below the one where it ended, and at the end")
    func explicitPolicyFails() {
        let outcome = PolicyChain(links: [PolicyLink([1]), PolicyLink([2]), PolicyLink([2])], explicit: true).outcome()
        #expect(
            outcome.failures == [
                .init(certificate: 2, clause: "RFC 5280 §6.1.3(f)"),
                .init(certificate: 3, clause: "RFC 5280 §6.1.3(f)"),
                .init(certificate: 3, clause: "RFC 5280 §6.1.5(g)"),
            ])
    }

    @Test("a mapping from or to anyPolicy is told, and its extension left alone", arguments: [(0, 1), (1, 0)])
    func anyPolicyIsNotMapped(issuer: Int, subject: Int) {
        let link = PolicyLink([0], maps: [(2, 3), (issuer, subject)])
        var state = PolicyState(n: 2)
        #expect(state.processBasics(link.extensions, isSelfIssued: false) == nil)
        let failure = state.prepareForNext(link.extensions, isSelfIssued: false)
        #expect(
            failure
                == .anyPolicyMapped(.init(issuerDomainPolicy: policy(issuer), subjectDomainPolicy: policy(subject))))
        #expect(state.validPolicies == [OID.anyPolicy])
    }

    @Test("a policy that is accepted is one that the trust anchor's side knows, not what it is mapped to")
    func acceptedPoliciesAreTheAnchorsOwn() {
        let links = [PolicyLink([1], maps: [(1, 2)]), PolicyLink([2], maps: [(2, 3)]), PolicyLink([3])]
        func outcome(_ accepted: Int) -> PolicyOutcome {
            PolicyChain(links: links, accepted: [accepted], explicit: true).outcome()
        }
        #expect(outcome(1).isValid && outcome(1).userConstrained == [1])
        #expect(!outcome(2).isValid && outcome(2).authorityConstrained == [1])
        #expect(outcome(3).failures.map(\.clause) == ["RFC 5280 §6.1.5(g)"])
    }

    @Test("anyPolicy among the accepted policies accepts all")
    func anyPolicyIsAccepted() {
        #expect(UserInitialPolicySet([policy(1), OID.anyPolicy]) == .anyPolicy)
        #expect(PolicyInputs().userInitialPolicySet == .anyPolicy)
        #expect(
            PolicyChain(links: [PolicyLink([2])], accepted: [0, 1], explicit: true).outcome().userConstrained == [2])
    }

    @Test("the extensions are found in a certificate, the first of each")
    func extensionsOfCertificate() {
        let all = PolicyLink([1], maps: [(1, 2)], requireExplicit: 3, inhibitAny: 4).extensions
        let items = [
            all.certificatePolicies.map { Extension($0, critical: false) },
            all.policyMappings.map { Extension($0, critical: true) },
            all.policyConstraints.map { Extension($0, critical: true) },
            all.inhibitAnyPolicy.map { Extension($0, critical: true) },
            PolicyLink([2]).extensions.certificatePolicies.map { Extension($0, critical: false) },
        ].compactMap { $0 }
        #expect(items.count == 5)
        #expect(PolicyExtensions(Extensions(items)) == all)
        #expect(PolicyExtensions(Extensions([])) == PolicyExtensions())
    }
}
