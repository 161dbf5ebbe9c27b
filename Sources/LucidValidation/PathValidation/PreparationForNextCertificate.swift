import LucidDER
import LucidModel

// RFC 5280 §6.1.4 Preparation for Certificate i+1: what a certificate must be that issued another one.

extension PathValidator {
    mutating func prepareForNextCertificate(_ index: Int) {
        prepareConstraints(index)  // (a), (b), (g) to (j)
        workingKey = nodes[index]  // (c) to (f)
        checkIsCA(index)  // (k)
        countPathLength(index)  // (l)
        tightenPathLength(index)  // (m)
        checkKeyCertSign(index)  // (n)
        checkCriticalExtensions(index)  // (o)
    }

    /// (a), (b), (h), (i), (j) what the certificate says about policies below it; (g) about names.
    private mutating func prepareConstraints(_ index: Int) {
        let failure = policyState.prepareForNext(facts(index).policies, isSelfIssued: nodes[index].isSelfIssued)
        if failure != nil { fail(.policyMappingNotAny, index, []) }
        if let constraints = facts(index).nameConstraints {
            nameConstraints.add(constraints, certificateIndex: index)
        }
    }

    /// (k) "If certificate i is a version 3 certificate, verify that the basicConstraints extension is present and that cA is
    /// set to TRUE." An older certificate can not say that it is a CA, so it is refused as well.
    mutating func checkIsCA(_ index: Int) {
        let constraints = facts(index).basicConstraints
        note(
            .isCA, index, isGood: constraints?.cA == true,
            [.init("basicConstraints", .text(constraints.map { "cA \($0.cA ? "TRUE" : "FALSE")" } ?? "absent"))])
    }

    /// (l) "If the certificate was not self-issued, verify that max_path_length is greater than zero and decrement
    /// max_path_length by 1."
    private mutating func countPathLength(_ index: Int) {
        guard !nodes[index].isSelfIssued else { return }
        let remaining = maxPathLength
        note(.pathLength, index, isGood: remaining > 0, [.init("maxPathLength", .number(remaining))])
        maxPathLength = max(0, maxPathLength - 1)
    }

    /// (m) "If pathLenConstraint is present in the certificate and is less than max_path_length, set max_path_length to the
    /// value of pathLenConstraint."
    private mutating func tightenPathLength(_ index: Int) {
        if let constraint = facts(index).basicConstraints?.pathLenConstraint {
            maxPathLength = min(maxPathLength, constraint)
        }
    }

    /// (n) "If a key usage extension is present, verify that the keyCertSign bit is set."
    mutating func checkKeyCertSign(_ index: Int) {
        guard let usage = facts(index).keyUsage else { return }
        note(.keyCertSign, index, isGood: usage.contains(.keyCertSign), [.init("keyUsage", .list(usage.names))])
    }

    /// (o), and for the target §6.1.5(f): "Recognize and process any other critical extension present in the certificate."
    mutating func checkCriticalExtensions(_ index: Int) {
        let extensions = facts(index).certificate.extensions
        let areKnown = extensions.allSatisfy { !$0.critical || Self.isProcessed($0.extnID) }
        var critical: [ObjectIdentifier] { extensions.filter(\.critical).map(\.extnID) }
        note(
            .criticalExtensions, index, isGood: areKnown,
            [
                .init(
                    "extensions",
                    .list((areKnown ? critical : critical.filter { !Self.isProcessed($0) }).map(\.nameOrNumbers)))
            ])
    }

    /// Whether the verifier looks at the extension, or it asks nothing of the verifier.
    private static func isProcessed(_ extnID: ObjectIdentifier) -> Bool {
        switch extnID {
        case OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectAltName, OID.subjectKeyIdentifier,
            OID.authorityKeyIdentifier, OID.certificatePolicies, OID.nameConstraints, OID.policyConstraints,
            OID.policyMappings, OID.inhibitAnyPolicy, OID.cRLDistributionPoints, OID.issuerAltName:
            true
        default: false
        }
    }
}
