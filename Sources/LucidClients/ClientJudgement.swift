import LucidDER
public import LucidModel
public import LucidValidation

/// What other people's clients will say to a chain: the rules that it breaks, and who refuses it for them.
public struct ClientJudgement: Hashable, Sendable {
    /// A rule that is broken, and by which certificate (0 is the server's).
    public struct Violation: Hashable, Sendable {
        public let rule: ClientRule
        public let certificateIndex: Int
    }

    public let violations: [Violation]

    /// Judges an accepted or refused path. A path that Lucid refused for a reason that all clients share is refused by all;
    /// the violations tell what else would be in the way.
    public init(_ verdict: Verdict) { self.init(path: verdict.path) }

    /// Judges a path from the server's certificate to the root.
    public init(path: [Certificate]) {
        var violations: [Violation] = []
        for (index, certificate) in path.enumerated() {
            let issuer = index + 1 < path.count ? path[index + 1] : nil
            for rule in Self.brokenRules(certificate, index: index, issuer: issuer, isLast: index == path.count - 1) {
                violations.append(Violation(rule: rule, certificateIndex: index))
            }
        }
        self.violations = violations.sorted {
            ($0.rule.number, $0.certificateIndex) < ($1.rule.number, $1.certificateIndex)
        }
    }

    /// Judges a CA's certificate by itself: what will stand against the chains that it is in. It has index 0 here.
    ///
    /// - Parameter issuer: the certificate of who issued it; nil where it is a root.
    public init(authority: Certificate, issuer: Certificate? = nil) {
        violations = Self.brokenRules(authority, index: 1, issuer: issuer, isLast: issuer == nil)
            .map { Violation(rule: $0, certificateIndex: 0) }
            .sorted { $0.rule.number < $1.rule.number }
    }

    /// The clients that refuse the chain for one of the rules, each with the first rule that it minds.
    public var refusals: [(client: Client, violation: Violation)] {
        Client.allCases.compactMap { client in
            violations.first { $0.rule.enforcedBy.contains(client) }.map { (client, $0) }
        }
    }

    private static func brokenRules(
        _ certificate: Certificate, index: Int, issuer: Certificate?, isLast: Bool
    ) -> [ClientRule] {
        let isAuthority = index > 0
        var broken: [ClientRule] = []
        func need(_ rule: ClientRule, _ holds: Bool) { if !holds { broken.append(rule) } }

        let tbs = certificate.tbsCertificate
        need(.version3, tbs.version == .v3)
        need(.strength, isStrong(certificate))
        need(.serialNumber, isPositive(certificate.serialNumber))
        need(.namedCurve, !hasExplicitCurve(certificate))
        need(.algorithmsAgree, certificate.signatureAlgorithm == tbs.signature)
        need(.keyIdentifiers, hasKeyIdentifiers(certificate, isAuthority: isAuthority))
        need(.pathLength, pathLengthIsAllowed(certificate))
        need(.names, namesAreInOrder(certificate, isAuthority: isAuthority))
        let signsCertificates = certificate.extensions.keyUsage?.contains(.keyCertSign) == true
        need(.certSignOfCA, !signsCertificates || certificate.extensions.basicConstraints?.cA == true)
        if let issuer { need(.sameBytes, certificate.issuer == issuer.subject) }
        if isAuthority {
            let constraints = certificate.extensions[OID.basicConstraints]
            need(
                .basicConstraints, constraints?.critical == true && certificate.extensions.basicConstraints?.cA == true)
            need(.keyUsage, certificate.extensions.keyUsage?.contains(.keyCertSign) == true)
            if isLast { need(.rootName, certificate.subject.commonName != nil) }
        } else {
            brokenServerRules(certificate, need)
        }
        return broken
    }

    private static func brokenServerRules(_ certificate: Certificate, _ need: (ClientRule, Bool) -> Void) {
        let extensions = certificate.extensions
        need(.subjectAltName, extensions.subjectAltName != nil)
        need(.serverAuth, extensions.extKeyUsage?.purposes.contains(OID.serverAuth) == true)
        let validity = certificate.validity
        let seconds = validity.notAfter.time.secondsSince1970 - validity.notBefore.time.secondsSince1970 + 1
        need(.lifetime, seconds <= 825 * 86400)
        let signsCertificates = extensions.keyUsage?.contains(.keyCertSign) == true
        need(.leafIsNoCA, extensions.basicConstraints?.cA != true && !signsCertificates)
        if certificate.subjectPublicKeyInfo.algorithm.algorithm == OID.ecPublicKey, let usage = extensions.keyUsage {
            need(.signingLeaf, usage.contains(.digitalSignature))
        }
    }

    private static func isStrong(_ certificate: Certificate) -> Bool {
        let weakSignatures = [OID.sha1WithRSAEncryption, OID.md5WithRSAEncryption, OID.ecdsaWithSHA1]
        if !certificate.isSelfIssued, weakSignatures.contains(certificate.signatureAlgorithm.algorithm) { return false }
        guard certificate.subjectPublicKeyInfo.algorithm.algorithm == OID.rsaEncryption else { return true }
        // The modulus fills nearly all of the key: 2048 bits are 256 octets, and a shorter key has no more than that.
        return certificate.subjectPublicKeyInfo.subjectPublicKey.bytes.count > 256
    }

    private static func isPositive(_ serial: DERInteger) -> Bool {
        !serial.isNegative && !serial.isZero && serial.content.count <= 20
    }

    private static func hasExplicitCurve(_ certificate: Certificate) -> Bool {
        let algorithm = certificate.subjectPublicKeyInfo.algorithm
        return algorithm.algorithm == OID.ecPublicKey && algorithm.parameters?.first == DERTag.sequence.octet
    }

    private static func hasKeyIdentifiers(_ certificate: Certificate, isAuthority: Bool) -> Bool {
        let subjectKey = certificate.extensions[OID.subjectKeyIdentifier]
        let authorityKey = certificate.extensions[OID.authorityKeyIdentifier]
        if isAuthority && subjectKey == nil { return false }
        if subjectKey?.critical == true || authorityKey?.critical == true { return false }
        return certificate.isSelfIssued || certificate.extensions.authorityKeyIdentifier?.keyIdentifier != nil
    }

    private static func pathLengthIsAllowed(_ certificate: Certificate) -> Bool {
        guard let constraints = certificate.extensions.basicConstraints, constraints.pathLenConstraint != nil else {
            return true
        }
        return constraints.cA && certificate.extensions.keyUsage?.contains(.keyCertSign) != false
    }

    private static func namesAreInOrder(_ certificate: Certificate, isAuthority: Bool) -> Bool {
        if certificate.issuer.isEmpty || (isAuthority && certificate.subject.isEmpty) { return false }
        guard let alternatives = certificate.extensions[OID.subjectAltName] else { return !certificate.subject.isEmpty }
        return alternatives.critical == certificate.subject.isEmpty
    }
}
