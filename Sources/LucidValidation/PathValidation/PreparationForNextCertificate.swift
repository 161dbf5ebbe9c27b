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
        let certificate = certificate(index)
        let failure = policyState.prepareForNext(
            PolicyExtensions(certificate.extensions), isSelfIssued: nodes[index].isSelfIssued)
        if failure != nil { fail(.policyMappingNotAny, index, []) }
        if case .nameConstraints(let constraints)? = certificate.extensions[OID.nameConstraints]?.content {
            nameConstraints.add(constraints, certificateIndex: index)
        }
    }

    /// (k) "If certificate i is a version 3 certificate, verify that the basicConstraints extension is present and that cA is
    /// set to TRUE." An older certificate can not say that it is a CA, so it is refused as well.
    mutating func checkIsCA(_ index: Int) {
        let constraints = certificate(index).extensions.basicConstraints
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
        if let constraint = certificate(index).extensions.basicConstraints?.pathLenConstraint {
            maxPathLength = min(maxPathLength, constraint)
        }
    }

    /// (n) "If a key usage extension is present, verify that the keyCertSign bit is set."
    mutating func checkKeyCertSign(_ index: Int) {
        guard let usage = certificate(index).extensions.keyUsage else { return }
        note(.keyCertSign, index, isGood: usage.contains(.keyCertSign), [.init("keyUsage", .list(usage.names))])
    }

    /// (o), and for the target §6.1.5(f): "Recognize and process any other critical extension present in the certificate."
    mutating func checkCriticalExtensions(_ index: Int) {
        let critical = certificate(index).extensions.all.filter(\.critical)
        let unknown = critical.filter { !Self.processed.contains($0.extnID) }
        note(
            .criticalExtensions, index, isGood: unknown.isEmpty,
            [.init("extensions", .list((unknown.isEmpty ? critical : unknown).map(\.extnID.nameOrNumbers)))])
    }

    /// The extensions that the verifier looks at, or that ask nothing of it.
    private static var processed: Set<ObjectIdentifier> {
        [
            OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectAltName, OID.subjectKeyIdentifier,
            OID.authorityKeyIdentifier, OID.certificatePolicies, OID.nameConstraints, OID.policyConstraints,
            OID.policyMappings, OID.inhibitAnyPolicy, OID.cRLDistributionPoints, OID.issuerAltName,
        ]
    }
}
