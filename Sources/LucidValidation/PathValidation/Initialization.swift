import LucidDER
import LucidModel

// RFC 5280 §6.1.2 Initialization

extension PathValidator {
    init(nodes: [PathNode], anchor: PathNode, work: Workbook<Sink>) {
        self.nodes = nodes
        self.anchor = anchor
        self.work = work
        let verifier = work.verifier
        checks = verifier.profile.checks
        isAnchoredInItself = nodes.last?.certificate == anchor.certificate
        policyState = PolicyState(verifier.policies, n: nodes.count)  // (a), (d), (e), (f)
        nameConstraints = NameConstraintsState(  // (b), (c)
            initialPermittedSubtrees: verifier.initialPermittedSubtrees,
            initialExcludedSubtrees: verifier.initialExcludedSubtrees)
        workingKey = anchor  // (g), (h), (i), (j)
        maxPathLength = min(nodes.count, verifier.maximumDepth ?? nodes.count)  // (k)
        if !isAnchoredInItself { constrainByTrustAnchor() }
    }

    /// RFC 5937 §3: what a trust anchor's certificate says about the paths below it holds as if the caller had said it.
    private mutating func constrainByTrustAnchor() {
        if let constraint = anchor.facts.basicConstraints?.pathLenConstraint {
            maxPathLength = min(maxPathLength, constraint)
        }
        if let constraints = anchor.facts.nameConstraints {
            nameConstraints.add(constraints, certificateIndex: count)
        }
    }

    /// The trust anchor's certificate as a certificate. RFC 5280 does not look at it; every client looks at its validity, and
    /// the profile may ask for more.
    mutating func judgeTrustAnchor() {
        checkByItself(count)
        let validity = anchor.certificate.validity
        let time = time
        if checks.contains(.anchorValidity) {
            note(
                .anchorValidity, count,
                isGood: validity.notBefore.time <= time && time <= validity.notAfter.time,
                [
                    .init("notBefore", .time(validity.notBefore.time)),
                    .init("notAfter", .time(validity.notAfter.time)),
                    .init("time", .time(time)),
                ])
        }
        // A certificate of version 1 can not say that it is a CA's; as a trust anchor it has been chosen to be one.
        if anchor.certificate.tbsCertificate.version == .v3 { checkIsCA(count) }
        checkKeyCertSign(count)
        checkCriticalExtensions(count)
    }
}
