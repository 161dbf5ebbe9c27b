import LucidDER
import LucidModel
import LucidSignature

// RFC 5280 §6.1.3 Basic Certificate Processing

extension PathValidator {
    mutating func processBasics(_ index: Int) {
        checkSignature(index)  // (a)(1)
        checkValidity(index)  // (a)(2)
        checkRevocation(index)  // (a)(3)
        checkNameChaining(index)  // (a)(4)
        checkNameConstraints(index)  // (b), (c)
        processPolicies(index)  // (d), (e), (f)
    }

    /// (a)(1) "The signature on the certificate can be verified using working_public_key_algorithm, the working_public_key,
    /// and the working_public_key_parameters."
    private mutating func checkSignature(_ index: Int) {
        let problem = work.ledger.problem(of: nodes[index], signer: workingKey, &work.effort)
        let (signed, signer) = (nodes[index], workingKey)
        note(
            .signature, index, isGood: problem == nil,
            Finding.signatureParameters(
                signed.certificate, signer: signer.certificate, key: signer.facts.key, problem))
    }

    /// (a)(2) "The certificate validity period includes the current time."
    mutating func checkValidity(_ index: Int) {
        let validity = facts(index).certificate.validity
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
        let (issued, issuer) = (nodes[index], workingKey)
        note(
            .nameChaining, index, isGood: issued.issuer == workingIssuerName,
            [
                .init("issuer", .text(issued.certificate.issuer.description)),
                .init("expected", .text(issuer.certificate.subject.description)),
            ])
    }

    /// (b), (c) "If certificate i is self-issued and it is not the final certificate in the path, skip this step."
    private mutating func checkNameConstraints(_ index: Int) {
        guard !nameConstraints.isEmpty, index == 0 || !nodes[index].isSelfIssued else { return }
        do throws(TooManyNameComparisons) {
            let violations = try nameConstraints.violations(
                of: facts(index), comparisonsLeft: &work.effort.nameComparisonsLeft)
            for violation in violations { fail(violation.check, index, violation.parameters) }
            if violations.isEmpty { note(.permittedSubtrees, index, isGood: true, []) }
        } catch {
            fail(
                .nameComparisons, index,
                [.init("needed", .number(error.needed)), .init("left", .number(error.left))])
        }
    }

    /// (d), (e), (f) certificate policies.
    private mutating func processPolicies(_ index: Int) {
        // Whether the target is self-issued makes no difference.
        let isSelfIssued = index > 0 && nodes[index].isSelfIssued
        let failure = policyState.processBasics(facts(index).policies, isSelfIssued: isSelfIssued)
        if failure != nil || policyState.explicitPolicy == 0 {
            note(.explicitPolicy, index, isGood: failure == nil, [])
        }
    }
}

extension Finding {
    /// A signature that does not hold.
    static func signature(
        of signed: Certificate, index: Int, signer: Certificate, key: Result<PublicKey, PublicKey.Problem>,
        _ problem: SignatureProblem
    ) -> Finding {
        Finding(
            check: .signature, severity: .error, certificateIndex: index,
            parameters: signatureParameters(signed, signer: signer, key: key, problem))
    }

    /// The facts about a signature.
    static func signatureParameters(
        _ signed: Certificate, signer: Certificate, key: Result<PublicKey, PublicKey.Problem>,
        _ problem: SignatureProblem?
    ) -> [Parameter] {
        [
            .init("algorithm", .text(signed.signatureAlgorithm.algorithm.nameOrNumbers)),
            .init("signer", .text(signer.subject.description)),
            .init("key", .text((try? key.get().summary) ?? "unusable key")),
        ] + (problem.map { [.init("problem", .text($0.parameterText))] } ?? [])
    }
}

extension SignatureProblem {
    /// A word for the finding's parameters; LucidReport makes sentences of it.
    var parameterText: String {
        switch self {
        case .scheme(.unsupported(let oid)): "unsupported algorithm \(oid.nameOrNumbers)"
        case .scheme(.wrongParameters(let oid)): "wrong parameters for \(oid.nameOrNumbers)"
        case .key(let problem): "the signer's key: \(problem.parameterText)"
        case .keyDoesNotFit: "the algorithm does not fit the signer's key"
        case .malformed(let error): "the signature is malformed at byte \(error.offset)"
        case .doesNotVerify: "the signature does not verify"
        }
    }
}

extension PublicKey.Problem {
    /// The same for a key.
    package var parameterText: String {
        switch self {
        case .unsupportedAlgorithm(let oid): "unsupported algorithm \(oid.nameOrNumbers)"
        case .unsupportedCurve(let oid): "unsupported curve \(oid.nameOrNumbers)"
        case .explicitCurve: "its curve is spelled out instead of named"
        case .wrongParameters(let oid): "wrong parameters for \(oid.nameOrNumbers)"
        case .malformed(let error): "malformed at byte \(error.offset)"
        case .rsa(.modulusLength(let bits)): "a modulus of \(bits) bits"
        case .rsa(.modulusEven): "an even modulus"
        case .rsa(.exponentEven): "an even public exponent"
        case .rsa(.exponentTooSmall): "a public exponent below 3"
        case .rsa(.exponentTooLarge): "a public exponent of more than 256 bits"
        case .ec(.unknownForm): "a point of a form that SEC 1 §2.3.3 does not know"
        case .ec(.neutralPoint): "the neutral point"
        case .ec(.notOnCurve): "a point that is not on the curve"
        case .unusableEd25519Key: "a key that has not 32 octets, or is no point of the curve"
        }
    }
}
