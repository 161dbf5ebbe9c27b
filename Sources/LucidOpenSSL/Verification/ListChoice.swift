import LucidX509

/// The CRL that was chosen for a certificate.
struct ListChoice {
    let list: ExaminedList
    /// Who signed it, by its names.
    let issuer: ExaminedCertificate
    var score: Score
    /// The reasons that are known with it.
    let reasons: ReasonFlags
    var delta: ExaminedList?

    /// How well it fits; a greater number fits better.
    struct Score: OptionSet, Comparable {
        let rawValue: Int

        static let timeOfDelta = Score(rawValue: 0x002)
        static let keyIdentifier = Score(rawValue: 0x004)
        static let samePath = Score(rawValue: 0x008)
        static let issuerItself = Score(rawValue: 0x018)
        static let issuerName = Score(rawValue: 0x020)
        static let time = Score(rawValue: 0x040)
        static let scope = Score(rawValue: 0x080)
        static let nothingCritical = Score(rawValue: 0x100)
        static let good: Score = [.nothingCritical, .time, .scope]

        static func < (a: Score, b: Score) -> Bool { a.rawValue < b.rawValue }
    }
}

// Which CRL is taken: the one that fits best, of equals the newest.

extension Verification {
    func chooseList(_ depth: Int, _ known: ReasonFlags) -> ListChoice? {
        let given = best(of: lists, depth, known, than: nil)
        if let given, given.score >= .good { return given }
        return best(of: store.lists(by: chain[depth].issuer), depth, known, than: given) ?? given
    }

    private func best(
        of lists: [ExaminedList], _ depth: Int, _ known: ReasonFlags, than given: ListChoice?
    ) -> ListChoice? {
        var best: ListChoice?
        let known = given?.reasons ?? known
        for list in lists {
            guard let choice = score(list, depth, known), choice.score >= (best ?? given)?.score ?? [] else { continue }
            if let best, choice.score == best.score,
                list.list.tbsCertList.thisUpdate.time <= best.list.list.tbsCertList.thisUpdate.time
            {
                continue
            }
            best = choice
        }
        if let chosen = best, let delta = delta(for: chosen.list, among: lists, depth) {
            best?.delta = delta
            if isCurrent(delta) { best?.score.insert(.timeOfDelta) }
        }
        return best
    }

    /// How well a list fits; nil where it does not at all.
    private func score(_ list: ExaminedList, _ depth: Int, _ known: ReasonFlags) -> ListChoice? {
        let certificate = chain[depth]
        if list.hasInvalidScope { return nil }
        let isPartial = list.scope?.onlySomeReasons != nil
        if !options.has(.extendedCRL) {
            if isPartial || list.scope?.indirectCRL == true { return nil }
        } else if isPartial {
            if list.reasons.isSubset(of: known) { return nil }
        } else if list.baseNumber != nil {
            return nil
        }
        var score: ListChoice.Score = []
        if certificate.issuer == list.issuer {
            score.insert(.issuerName)
        } else if list.scope?.indirectCRL != true {
            return nil
        }
        if !list.hasUnhandledCriticalExtension { score.insert(.nothingCritical) }
        if isCurrent(list) { score.insert(.time) }
        guard let (issuer, how) = signer(of: list, depth, score) else { return nil }
        score.formUnion(how)
        var reasons = known
        if let told = reasonsTold(list, certificate, score) {
            if told.isSubset(of: known) { return nil }
            reasons.formUnion(told)
            score.insert(.scope)
        }
        return ListChoice(list: list, issuer: issuer, score: score, reasons: reasons)
    }

    private func isCurrent(_ list: ExaminedList) -> Bool {
        guard let time = options.time else { return true }
        let tbs = list.list.tbsCertList
        return tbs.thisUpdate.time <= time && tbs.nextUpdate.map { $0.time > time } ?? true
    }

    /// Who signed a list: the certificate's issuer, another one above it, or with `-extended_crl` any that was given.
    private func signer(
        of list: ExaminedList, _ depth: Int, _ score: ListChoice.Score
    ) -> (ExaminedCertificate, ListChoice.Score)? {
        let next = min(depth + 1, chain.count - 1)
        if score.contains(.issuerName), chain[next].fits(list.authorityKeyIdentifier) {
            return (chain[next], [.keyIdentifier, .issuerItself])
        }
        func isSigner(_ other: ExaminedCertificate) -> Bool {
            other.subject == list.issuer && other.fits(list.authorityKeyIdentifier)
        }
        if let above = chain.dropFirst(next + 1).first(where: isSigner) { return (above, [.keyIdentifier, .samePath]) }
        guard options.has(.extendedCRL), let other = untrusted.first(where: isSigner) else { return nil }
        return (other, .keyIdentifier)
    }

    /// The reasons for which a list speaks about a certificate; nil where it is about others.
    private func reasonsTold(
        _ list: ExaminedList, _ certificate: ExaminedCertificate, _ score: ListChoice.Score
    ) -> ReasonFlags? {
        if let scope = list.scope {
            if scope.onlyContainsAttributeCerts { return nil }
            if certificate.isCA ? scope.onlyContainsUserCerts : scope.onlyContainsCACerts { return nil }
        }
        for point in certificate.distributionPoints {
            let namesIssuer =
                point.cRLIssuer.map { contains($0, list.issuer) } ?? score.contains(.issuerName)
            guard namesIssuer, list.scope == nil || overlaps(point, list, certificate) else { continue }
            return list.reasons.intersection(point.reasons?.intersection(.all) ?? .all)
        }
        return list.scope?.distributionPoint == nil && score.contains(.issuerName) ? list.reasons : nil
    }

    private func contains(_ names: [GeneralName], _ name: CanonicalName) -> Bool {
        names.contains { if case .directoryName(let other) = $0 { CanonicalName(other) == name } else { false } }
    }

    /// Whether two distribution points have a name in common; one without a name goes with all.
    private func overlaps(_ point: DistributionPoint, _ list: ExaminedList, _ certificate: ExaminedCertificate) -> Bool
    {
        guard let mine = point.distributionPoint, let its = list.scope?.distributionPoint else { return true }
        let namedIssuer = point.cRLIssuer?.lazy.compactMap { name -> Name? in
            if case .directoryName(let name) = name { name } else { nil }
        }.first
        let a = fullNames(mine, under: namedIssuer ?? certificate.certificate.issuer)
        let b = fullNames(its, under: list.list.tbsCertList.issuer)
        return a.contains { one in b.contains { isSame(one, $0) } }
    }

    private func fullNames(_ point: DistributionPointName, under issuer: Name) -> [GeneralName] {
        switch point {
        case .fullName(let names): names
        case .nameRelativeToCRLIssuer(let part):
            [.directoryName(Name(issuer.relativeDistinguishedNames + [part]))]
        }
    }

    private func isSame(_ a: GeneralName, _ b: GeneralName) -> Bool {
        if case .directoryName(let a) = a, case .directoryName(let b) = b {
            return CanonicalName(a) == CanonicalName(b)
        }
        return a == b
    }

    /// `-use_deltas`: the first list of changes that goes with a complete one (RFC 5280 §5.2.4).
    private func delta(for base: ExaminedList, among lists: [ExaminedList], _ depth: Int) -> ExaminedList? {
        guard options.has(.useDeltas), chain[depth].hasFreshestCRL || base.hasFreshestCRL else { return nil }
        return lists.first { isDelta($0, of: base) }
    }

    private func isDelta(_ delta: ExaminedList, of base: ExaminedList) -> Bool {
        guard let start = delta.baseNumber, let baseNumber = base.number, let number = delta.number else {
            return false
        }
        func isSame(_ id: ObjectIdentifier) -> Bool {
            delta.list.tbsCertList.crlExtensions[id]?.extnValue == base.list.tbsCertList.crlExtensions[id]?.extnValue
        }
        return delta.issuer == base.issuer && isSame(OID.authorityKeyIdentifier) && isSame(OID.issuingDistributionPoint)
            && !CRLNumberOrder.isLess(baseNumber, start) && CRLNumberOrder.isLess(baseNumber, number)
    }
}
