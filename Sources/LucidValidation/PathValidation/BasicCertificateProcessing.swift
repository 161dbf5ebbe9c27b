import LucidDER
import LucidModel
import LucidSignature

// RFC 5280 §6.1.3 Basic Certificate Processing

extension PathValidator {
    mutating func processBasics(_ index: Int) {
        checkSignature(index)  // (a)(1)
        checkValidity(index)  // (a)(2)
        // (a)(3) revocation: a later version
        checkNameChaining(index)  // (a)(4)
        checkUnprocessedConstraints(index)  // (b) to (f)
    }

    /// (a)(1) "The signature on the certificate can be verified using working_public_key_algorithm, the working_public_key,
    /// and the working_public_key_parameters."
    private mutating func checkSignature(_ index: Int) {
        let certificate = certificates[index]
        let problem: SignatureProblem?
        switch workingPublicKey {
        case .failure(let keyProblem): problem = .key(keyProblem)
        case .success(let key):
            do throws(SignatureProblem) {
                try SignatureChecker.check(
                    certificate.signatureValue, over: certificate.tbsBytes, algorithm: certificate.signatureAlgorithm,
                    signer: key)
                problem = nil
            } catch { problem = error }
        }
        let signer = workingIssuerName
        let key = workingPublicKey
        note(
            .signature, index, isGood: problem == nil,
            [
                .init("algorithm", .text(certificate.signatureAlgorithm.algorithm.nameOrNumbers)),
                .init("signer", .text(signer.description)),
                .init("key", .text((try? key.get().summary) ?? "unusable key")),
            ] + (problem.map { [.init("problem", .text($0.parameterText))] } ?? []))
    }

    /// (a)(2) "The certificate validity period includes the current time."
    mutating func checkValidity(_ index: Int) {
        let validity = certificates[index].validity
        let time = time
        note(
            .notBefore, index, isGood: validity.notBefore.time <= time,
            [.init("notBefore", .time(validity.notBefore.time)), .init("time", .time(time))])
        note(
            .notAfter, index, isGood: time <= validity.notAfter.time,
            [.init("notAfter", .time(validity.notAfter.time)), .init("time", .time(time))])
    }

    /// (a)(4) "The certificate issuer name is the working_issuer_name", compared by RFC 5280 §7.1.
    private mutating func checkNameChaining(_ index: Int) {
        let (issuer, expected) = (certificates[index].issuer, workingIssuerName)
        note(
            .nameChaining, index, isGood: issuer.matches(expected),
            [.init("issuer", .text(issuer.description)), .init("expected", .text(expected.description))])
    }

    /// (b) to (f) process names and policies. This version does not: a certificate that constrains them is refused rather
    /// than taken without its constraints.
    private mutating func checkUnprocessedConstraints(_ index: Int) {
        let constraining = [OID.nameConstraints, OID.policyConstraints, OID.policyMappings, OID.inhibitAnyPolicy]
        let found = certificates[index].extensions.all.map(\.extnID).filter(constraining.contains)
        guard !found.isEmpty else { return }
        note(.unprocessedConstraints, index, isGood: false, [.init("extensions", .list(found.map(\.nameOrNumbers)))])
    }
}

extension SignatureProblem {
    /// A word for the finding's parameters; LucidReport makes sentences of it.
    var parameterText: String {
        switch self {
        case .scheme(.unsupported(let oid)): "unsupported algorithm \(oid.nameOrNumbers)"
        case .scheme(.wrongParameters(let oid)): "wrong parameters for \(oid.nameOrNumbers)"
        case .key(.unsupportedAlgorithm(let oid)): "unsupported key algorithm \(oid.nameOrNumbers)"
        case .key(.unsupportedCurve(let oid)): "unsupported curve \(oid.nameOrNumbers)"
        case .key(.explicitCurve): "the signer's curve is spelled out instead of named"
        case .key(.wrongParameters(let oid)): "wrong parameters for a key of \(oid.nameOrNumbers)"
        case .key(.malformed(let error)): "the signer's key is malformed at byte \(error.offset)"
        case .key(.rsa(let problem)): "the signer's RSA key is refused: \(problem)"
        case .key(.ec(let problem)): "the signer's elliptic curve key is refused: \(problem)"
        case .key(.unusableEd25519Key): "the signer's Ed25519 key has not 32 octets, or is no point"
        case .keyDoesNotFit: "the algorithm does not fit the signer's key"
        case .malformed(let error): "the signature is malformed at byte \(error.offset)"
        case .doesNotVerify: "the signature does not verify"
        }
    }
}
