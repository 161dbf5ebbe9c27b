import LucidDER
import LucidModel

// What RFC 5280 §4 asks of every certificate, whatever path it is in.

extension PathValidator {
    mutating func checkByItself(_ index: Int) {
        checkVersion(index)
        checkSerialNumber(index)
        checkSignatureAlgorithms(index)
        checkIssuer(index)
        checkTimeEncoding(index)
        checkExtensions(index)
    }

    /// §4.1.2.1, §4.1.2.8, §4.1.2.9: extensions need version 3, unique identifiers version 2 or 3.
    private mutating func checkVersion(_ index: Int) {
        let tbs = certificates[index].tbsCertificate
        let needed = !tbs.extensions.isEmpty ? 3 : tbs.issuerUniqueID != nil || tbs.subjectUniqueID != nil ? 2 : 1
        let version = tbs.version.rawValue + 1
        note(
            .version, index, isGood: version >= needed,
            [.init("version", .number(version)), .init("needed", .number(needed))])
    }

    /// §4.1.2.2: positive, at most 20 octets.
    private mutating func checkSerialNumber(_ index: Int) {
        let serial = certificates[index].serialNumber
        note(
            .serialNumber, index, isGood: !serial.isNegative && !serial.isZero && serial.content.count <= 20,
            [
                .init("octets", .number(serial.content.count)),
                .init("sign", .text(serial.isNegative ? "negative" : serial.isZero ? "zero" : "positive")),
            ])
    }

    /// §4.1.1.2: the algorithm outside the signed part is the one inside.
    private mutating func checkSignatureAlgorithms(_ index: Int) {
        let certificate = certificates[index]
        note(
            .signatureAlgorithmsAgree, index,
            isGood: certificate.signatureAlgorithm == certificate.tbsCertificate.signature,
            [
                .init("signatureAlgorithm", .text(certificate.signatureAlgorithm.algorithm.nameOrNumbers)),
                .init("signature", .text(certificate.tbsCertificate.signature.algorithm.nameOrNumbers)),
            ])
    }

    /// §4.1.2.4: "The issuer field MUST contain a non-empty distinguished name (DN)."
    private mutating func checkIssuer(_ index: Int) {
        note(.issuerNotEmpty, index, isGood: !certificates[index].issuer.isEmpty, [])
    }

    /// §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
    private mutating func checkTimeEncoding(_ index: Int) {
        let validity = certificates[index].validity
        let wrong = [validity.notBefore, validity.notAfter].first { !$0.hasRequiredKind }
        note(
            .timeEncoding, index, isGood: wrong == nil,
            [.init("notBefore", .time(validity.notBefore.time)), .init("notAfter", .time(validity.notAfter.time))])
    }

    /// §4.2: every known extension can be decoded, and none occurs twice.
    private mutating func checkExtensions(_ index: Int) {
        let extensions = certificates[index].extensions
        for item in extensions {
            guard let error = item.problem else { continue }
            note(
                .extensionsDecode, index, isGood: false,
                [
                    .init("extension", .text(item.extnID.nameOrNumbers)), .init("offset", .number(error.offset)),
                    .init("field", .text(error.fieldPath)), .init("clause", .text(error.reason.clause)),
                ])
        }
        let duplicates = extensions.duplicates
        note(
            .extensionsUnique, index, isGood: duplicates.isEmpty,
            [
                .init(
                    "extensions",
                    .list(
                        duplicates.isEmpty
                            ? extensions.all.map(\.extnID.nameOrNumbers) : duplicates.map(\.nameOrNumbers)))
            ])
    }
}
