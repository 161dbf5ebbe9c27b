import LucidX509

/// What a chain says about policies, for `-policy_print`.
struct VerifiedPolicies: Sendable {
    /// Whether the chain has to be valid for a policy.
    var isExplicit = false
    /// authority_constrained_policy_set (RFC 5280 §6.1.5(g)); nil where nothing is left of the graph.
    var authority: [VerifiedPolicy]?
    /// user_constrained_policy_set; nil where it is empty.
    var user: [VerifiedPolicy]?
}

/// A policy that a chain is valid for, as the certificate that it begins at says it.
struct VerifiedPolicy: Sendable {
    let identifier: ObjectIdentifier
    /// Whether that certificate's policies are critical.
    let isCritical: Bool
    let qualifiers: [PolicyQualifier]
}

// Policies (RFC 5280 §6.1), by `PolicyState`, with OpenSSL's judgement of what comes out.

extension Verification {
    mutating func checkPolicies() throws(VerificationEnd) {
        guard !isCRLPath else { return }
        let below = chain.dropLast()
        var found = VerifiedPolicies()
        outcome.policies = found
        if !below.isEmpty {
            let scan = scanPolicies()
            if scan.hasBrokenExtension {
                for depth in chain.indices where chain[depth].hasBrokenPolicies {
                    try fail(.invalidPolicyExtension, depth)
                }
                return
            }
            found.isExplicit = scan.isExplicit
            if !scan.isEmpty { evaluate(&found) }
            outcome.policies = found
            if found.isExplicit, found.user?.isEmpty ?? true {
                // Told behind the error.
                report(found, afterEvents: outcome.events.count + 1)
                return try fail(.noExplicitPolicy, 0, nil)
            }
        }
        if options.has(.policyPrint), outcome.lastError == nil {
            report(found, afterEvents: outcome.events.count)
        }
    }

    private mutating func report(_ policies: VerifiedPolicies, afterEvents count: Int) {
        outcome.policyReports.append(.init(afterEvents: count, policies: policies))
    }

    private struct Scan {
        var hasBrokenExtension = false
        /// Whether a certificate has no policies at all.
        var isEmpty = false
        var isExplicit = false
    }

    /// From the top down: how soon a policy is required, and whether there are any. What comes behind the certificate that settles
    /// both is not looked at.
    private func scanPolicies() -> Scan {
        var scan = Scan()
        var explicit = options.has(.explicitPolicy) ? 0 : chain.count
        for certificate in chain.dropLast().reversed() {
            guard explicit > 0 || !scan.isEmpty else { break }
            if certificate.hasBrokenPolicies { return Scan(hasBrokenExtension: true) }
            let extensions = PolicyExtensions(certificate.certificate.extensions)
            if extensions.certificatePolicies == nil { scan.isEmpty = true }
            guard explicit > 0 else { continue }
            if !certificate.isSelfIssued { explicit -= 1 }
            if let required = extensions.policyConstraints?.requireExplicitPolicy { explicit = min(explicit, required) }
        }
        scan.isExplicit = explicit == 0
        return scan
    }

    private func evaluate(_ found: inout VerifiedPolicies) {
        let inputs = PolicyInputs(
            userInitialPolicySet: options.policies.isEmpty ? .anyPolicy : UserInitialPolicySet(options.policies),
            initialPolicyMappingInhibit: options.has(.inhibitMap), initialExplicitPolicy: false,
            initialAnyPolicyInhibit: options.has(.inhibitAny))
        var state = PolicyState(inputs, n: chain.count - 1)
        for (depth, certificate) in chain.enumerated().dropLast().reversed() {
            let extensions = PolicyExtensions(certificate.certificate.extensions)
            _ = state.processBasics(extensions, isSelfIssued: certificate.isSelfIssued)
            if depth > 0 { _ = state.prepareForNext(extensions, isSelfIssued: certificate.isSelfIssued) }
        }
        let authority = state.authorityConstrainedPolicySet
        guard !authority.isEmpty else { return }
        let isAny = options.policies.contains(OID.anyPolicy)
        let isSorted = !isAny && !options.policies.isEmpty
        found.authority =
            (authority.contains(OID.anyPolicy) ? [OID.anyPolicy] : ordered(authority, isSorted: isSorted)).map(
                described)
        // OpenSSL takes a call without any -policy for one that accepts none.
        if options.policies.isEmpty { return }
        let accepted = state.userConstrainedPolicySet
        found.user = isAny ? found.authority : options.policies.filter(accepted.contains).map(described)
        if found.user?.isEmpty == true { found.user = nil }
    }

    /// The order in which OpenSSL prints policies: as they are found from the top down, all but the last found in the order of
    /// their encodings; where single policies are asked for, the last as well.
    private func ordered(_ policies: Set<ObjectIdentifier>, isSorted: Bool) -> [ObjectIdentifier] {
        var found: [ObjectIdentifier] = []
        for certificate in chain.dropLast().reversed() {
            let extensions = PolicyExtensions(certificate.certificate.extensions)
            let named = (extensions.certificatePolicies?.policies ?? []).map(\.policyIdentifier).filter {
                $0 != OID.anyPolicy
            }
            let mapped = extensions.policyMappings?.mappings.map(\.issuerDomainPolicy) ?? []
            for policy in Self.sorted(named, isWhole: !mapped.isEmpty) + mapped
            where policies.contains(policy) && !found.contains(policy) {
                found.append(policy)
            }
        }
        return Self.sorted(found, isWhole: isSorted)
    }

    /// By the lengths of their encodings, then by these; the last one stays where it is unless the `isWhole` list is asked for.
    private static func sorted(_ policies: [ObjectIdentifier], isWhole: Bool) -> [ObjectIdentifier] {
        let sorted = (isWhole ? policies : policies.dropLast()).sorted { a, b in
            let (a, b) = (a.content, b.content)
            return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
        }
        return isWhole ? sorted : sorted + policies.suffix(1)
    }

    private func described(_ policy: ObjectIdentifier) -> VerifiedPolicy {
        let certificates = policy == OID.anyPolicy ? Array(chain.dropLast()) : chain.dropLast().reversed()
        for named in [policy, OID.anyPolicy] {
            for certificate in certificates {
                let item = certificate.certificate.extensions[OID.certificatePolicies]
                let policies = certificate.certificate.extensions.value(CertificatePolicies.self)?.policies ?? []
                guard let item, let found = policies.first(where: { $0.policyIdentifier == named }) else { continue }
                return VerifiedPolicy(
                    identifier: policy, isCritical: item.critical, qualifiers: found.policyQualifiers ?? [])
            }
        }
        return VerifiedPolicy(identifier: policy, isCritical: false, qualifiers: [])
    }
}

extension ExaminedCertificate {
    /// Whether an extension about policies can not be used: it can not be decoded, occurs twice or contradicts itself.
    var hasBrokenPolicies: Bool {
        let extensions = certificate.extensions
        let about = [OID.certificatePolicies, OID.policyMappings, OID.policyConstraints, OID.inhibitAnyPolicy]
        for id in about {
            let all = extensions.filter { $0.extnID == id }
            if all.count > 1 || all.contains(where: { $0.problem != nil }) { return true }
        }
        let policies = extensions.value(CertificatePolicies.self)?.policies.map(\.policyIdentifier) ?? []
        if Set(policies).count < policies.count { return true }
        let mappings = extensions.value(PolicyMappings.self)?.mappings ?? []
        return mappings.contains {
            $0.issuerDomainPolicy == OID.anyPolicy || $0.subjectDomainPolicy == OID.anyPolicy
        }
    }
}
