import LucidDER
import LucidModel

// What RFC 5280 §4 asks of every certificate, whatever path it is in. The profile chooses among these checks.

extension PathValidator {
    mutating func checkByItself(_ index: Int) {
        let facts = facts(index)
        let certificate = facts.certificate
        checkVersion(index, certificate)
        checkSerialNumber(index, certificate)
        checkSignatureAlgorithms(index, certificate)
        checkIssuer(index, certificate)
        checkTimeEncoding(index, certificate)
        checkSubject(index, facts)
        checkExtensionsDecode(index, certificate.extensions)
        checkExtensionsUnique(index, certificate.extensions)
        checkExtensions(index, facts)
        checkKey(index, facts)
        checkWebRules(index, facts)
    }

    /// §4.1.2.1, §4.1.2.8, §4.1.2.9: extensions need version 3, unique identifiers version 2 or 3.
    private mutating func checkVersion(_ index: Int, _ certificate: Certificate) {
        let tbs = certificate.tbsCertificate
        let version = tbs.version.rawValue + 1
        if checks.contains(.version) {
            let needed = !tbs.extensions.isEmpty ? 3 : tbs.issuerUniqueID != nil || tbs.subjectUniqueID != nil ? 2 : 1
            note(
                .version, index, isGood: version >= needed,
                [.init("version", .number(version)), .init("needed", .number(needed))])
        }
        if checks.contains(.versionThree) {
            note(.versionThree, index, isGood: version == 3, [.init("version", .number(version))])
        }
    }

    /// §4.1.2.2: positive, at most 20 octets. "Certificate users SHOULD be prepared to gracefully handle" zero: it is let pass
    /// in a trust anchor, which was chosen as it is. Go Daddy's and Starfield's roots have that serial number.
    private mutating func checkSerialNumber(_ index: Int, _ certificate: Certificate) {
        guard checks.contains(.serialNumber) else { return }
        let serial = certificate.serialNumber
        let isOddAnchor = serial.isZero && certificate == anchor.certificate
        note(
            .serialNumber, index,
            isGood: !serial.isNegative && (!serial.isZero || isOddAnchor) && serial.content.count <= 20,
            [
                .init("octets", .number(serial.content.count)),
                .init("sign", .text(serial.isNegative ? "negative" : serial.isZero ? "zero" : "positive")),
            ])
    }

    /// §4.1.1.2: the algorithm outside the signed part is the one inside.
    private mutating func checkSignatureAlgorithms(_ index: Int, _ certificate: Certificate) {
        guard checks.contains(.signatureAlgorithmsAgree) else { return }
        let (outside, inside) = (certificate.signatureAlgorithm, certificate.tbsCertificate.signature)
        note(
            .signatureAlgorithmsAgree, index, isGood: outside == inside,
            [
                .init("signatureAlgorithm", .text(outside.algorithm.nameOrNumbers)),
                .init("signature", .text(inside.algorithm.nameOrNumbers)),
            ])
    }

    /// §4.1.2.4: "The issuer field MUST contain a non-empty distinguished name (DN)."
    private mutating func checkIssuer(_ index: Int, _ certificate: Certificate) {
        guard checks.contains(.issuerNotEmpty) else { return }
        note(.issuerNotEmpty, index, isGood: !certificate.issuer.isEmpty, [])
    }

    /// §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
    private mutating func checkTimeEncoding(_ index: Int, _ certificate: Certificate) {
        guard checks.contains(.timeEncoding) else { return }
        let validity = certificate.validity
        note(
            .timeEncoding, index,
            isGood: validity.notBefore.hasRequiredKind && validity.notAfter.hasRequiredKind,
            [.init("notBefore", .time(validity.notBefore.time)), .init("notAfter", .time(validity.notAfter.time))])
    }

    /// §4.1.2.6: a CA has a subject. Who has none is named in a critical subjectAltName (§4.2.1.6).
    private mutating func checkSubject(_ index: Int, _ facts: CertificateFacts) {
        let isNameless = facts.certificate.subject.isEmpty
        let isCA = index > 0 || facts.isCA
        let names = facts.certificate.extensions[OID.subjectAltName]
        if checks.contains(.subjectNotEmpty) {
            note(
                .subjectNotEmpty, index, isGood: !isNameless || !isCA && names != nil,
                [.init("role", .text(isCA ? "a CA" : "no CA, and has no subjectAltName"))])
        }
        if checks.contains(.subjectAltNameCritical), isNameless, !isCA, let names {
            note(.subjectAltNameCritical, index, isGood: names.critical, [])
        }
    }

    /// §4.2: every known extension can be decoded.
    private mutating func checkExtensionsDecode(_ index: Int, _ extensions: Extensions) {
        guard checks.contains(.extensionsDecode) else { return }
        for item in extensions {
            guard let error = item.problem else { continue }
            let parameters: [Finding.Parameter] = [
                .init("extension", .text(item.extnID.nameOrNumbers)), .init("offset", .number(error.offset)),
                .init("field", .text(error.fieldPath)), .init("clause", .text(error.reason.clause)),
            ]
            // A constraint that can not be read can not be kept.
            if Self.constraining.contains(item.extnID) {
                fail(.extensionsDecode, index, .error, parameters)
            } else {
                fail(.extensionsDecode, index, parameters)
            }
        }
    }

    /// The extensions that say what may be below a CA.
    private static var constraining: [ObjectIdentifier] {
        [
            OID.basicConstraints, OID.nameConstraints, OID.policyConstraints, OID.inhibitAnyPolicy, OID.policyMappings,
            OID.extKeyUsage,
        ]
    }

    /// §4.2: "A certificate MUST NOT include more than one instance of a particular extension."
    private mutating func checkExtensionsUnique(_ index: Int, _ extensions: Extensions) {
        guard checks.contains(.extensionsUnique) else { return }
        let duplicates = extensions.duplicates
        note(
            .extensionsUnique, index, isGood: duplicates.isEmpty,
            [
                .init(
                    "extensions",
                    .list((duplicates.isEmpty ? extensions.all.map(\.extnID) : duplicates).map(\.nameOrNumbers))
                )
            ])
    }
}
