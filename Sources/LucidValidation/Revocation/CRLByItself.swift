import LucidDER
import LucidModel

// What RFC 5280 §5 asks of every CRL, and §6.3.3(a) of its times.

extension CRLProcessing {
    /// Whether a list, complete or delta, keeps the rules that its reader relies on.
    mutating func isWellFormed(_ crl: KnownCRL) -> Bool {
        // All of them, not up to the first that fails: each is told.
        let checks = [
            hasAgreeingAlgorithms(crl), hasFittingVersion(crl), hasReadableExtensions(crl),
            hasKnownCriticalExtensions(crl), hasNumber(crl),
            hasBegun(crl),
        ]
        return checks.allSatisfy { $0 }
    }

    /// §5.1.1.2: the algorithm outside the signed part is the one inside.
    private mutating func hasAgreeingAlgorithms(_ crl: KnownCRL) -> Bool {
        let (outside, inside) = (crl.list.signatureAlgorithm, crl.list.tbsCertList.signature)
        return log.note(
            .crlAlgorithmsAgree, outside == inside,
            [
                .init("list", .text(crl.label)), .init("signatureAlgorithm", .text(outside.algorithm.nameOrNumbers)),
                .init("signature", .text(inside.algorithm.nameOrNumbers)),
            ])
    }

    /// §5.1.2.1: a list with extensions is version 2.
    private mutating func hasFittingVersion(_ crl: KnownCRL) -> Bool {
        let tbs = crl.list.tbsCertList
        return log.note(
            .crlVersion, tbs.isVersion2 || tbs.crlExtensions.isEmpty,
            [.init("list", .text(crl.label)), .init("version", .number(tbs.isVersion2 ? 2 : 1))])
    }

    /// §5.2: the extensions can be decoded, none occurs twice.
    private mutating func hasReadableExtensions(_ crl: KnownCRL) -> Bool {
        let extensions = crl.list.tbsCertList.crlExtensions
        let malformed = extensions.all.filter { if case .malformed = $0.content { true } else { false } }.map(\.extnID)
        let bad = malformed + extensions.duplicates
        return log.note(
            .crlExtensionsDecode, bad.isEmpty,
            [.init("list", .text(crl.label)), .init("extensions", .list(bad.map(\.nameOrNumbers)))])
    }

    /// §5.2: "If a CRL contains a critical extension that the application cannot process, then the application MUST NOT
    /// use that CRL to determine the status of certificates."
    private mutating func hasKnownCriticalExtensions(_ crl: KnownCRL) -> Bool {
        let unknown = crl.list.tbsCertList.crlExtensions.all.filter {
            $0.critical && !Self.processedExtensions.contains($0.extnID)
        }
        return log.note(
            .crlCriticalExtensions, unknown.isEmpty,
            [.init("list", .text(crl.label)), .init("extensions", .list(unknown.map(\.extnID.nameOrNumbers)))])
    }

    private static var processedExtensions: Set<ObjectIdentifier> {
        [
            OID.authorityKeyIdentifier, OID.issuerAltName, OID.cRLNumber, OID.deltaCRLIndicator,
            OID.issuingDistributionPoint, OID.freshestCRL, OID.authorityInfoAccess,
        ]
    }

    /// §5.2.3: a non-critical cRLNumber is mandatory. Without it nobody could tell which of two lists replaces the
    /// other.
    private mutating func hasNumber(_ crl: KnownCRL) -> Bool {
        let number = crl.list.tbsCertList.crlExtensions[OID.cRLNumber]
        return log.note(
            .crlNumber, number?.critical == false,
            [.init("list", .text(crl.label)), .init("cRLNumber", .text(number == nil ? "absent" : "critical"))])
    }

    /// §5.1.2.4: the list is not from the future.
    private mutating func hasBegun(_ crl: KnownCRL) -> Bool {
        log.note(
            .crlThisUpdate, crl.thisUpdate <= time,
            [
                .init("list", .text(crl.label)), .init("thisUpdate", .time(crl.thisUpdate)),
                .init("time", .time(time)),
            ])
    }

    /// (a) The time is not after the list's nextUpdate, or a current delta CRL brings the list up to date (a)(1)(i).
    ///
    /// Without a nextUpdate nobody can tell whether the list is still good; §5.1.2.5 asks every issuer for one.
    mutating func isCurrent(_ crl: KnownCRL, hasDelta: Bool) -> Bool {
        if hasDelta { return true }
        guard let nextUpdate = crl.nextUpdate else {
            return log.note(.crlHasNextUpdate, false, [.init("list", .text(crl.label))])
        }
        return log.note(
            .crlNextUpdate, time <= nextUpdate,
            [.init("list", .text(crl.label)), .init("nextUpdate", .time(nextUpdate)), .init("time", .time(time))])
    }

    /// §5.3: "If a CRL contains a critical CRL entry extension that the application cannot process, then the
    /// application MUST NOT use that CRL to determine the status of any certificates."
    mutating func hasReadableEntries(_ crl: KnownCRL) -> Bool {
        let obstacle = crl.entries.obstacle
        return log.note(
            .crlEntryExtensions, obstacle == nil,
            [.init("list", .text(crl.label)), .init("extension", .text(obstacle?.nameOrNumbers ?? "none"))])
    }
}
