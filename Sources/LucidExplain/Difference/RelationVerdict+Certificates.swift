import LucidDER
import LucidModel
import LucidSignature

// What two certificates are to each other. The first that holds is told.

extension RelationVerdict {
    static func certificates(
        _ a: ComparedParts, _ b: ComparedParts, _ questions: SummaryQuestions, _ differences: [Difference]
    ) -> Self {
        func holds(_ answer: DifferenceSummary.Answer?) -> Bool { answer == .same || answer == .equivalent }
        guard questions.subject != nil, questions.issuer != nil, questions.key != nil else { return unreadable }
        let (isKey, isIssuer) = (holds(questions.key), holds(questions.issuer))
        // Servers' certificates often have no subject but the names in subjectAltName.
        let isNameless = a.subject?.children.isEmpty ?? true && b.subject?.children.isEmpty ?? true
        let hasSameNames = questions.names.map(holds) ?? true
        let isSubject = holds(questions.subject) && (!isNameless || hasSameNames)
        let later = laterOne(a, b)
        if isKey, isSubject, let verdict = precertificate(a, b, differences) { return verdict }
        if isKey, isSubject, isIssuer, hasSameNames {
            let changed = ChangedParts(differences).besidesRenewal(hasSameNames: questions.names != nil)
            return renewal(later, isSameTerm: questions.term != .different, changed)
        }
        if isSubject, isIssuer, hasSameNames {
            // A CA's old key, certified by its new one (RFC 4210 §4.4): the name is the same, and so is the issuer's.
            let issued = (issued(a, by: b, "A", "B") ?? issued(b, by: a, "B", "A")).map { " " + $0.headline } ?? ""
            return Self(
                .rekey,
                "\(later.new) is a re-key of \(later.old): the same names and issuer, with another key.\(issued)",
                "RFC 3647 §4.4.7")
        }
        // One CA's certificates, with one key: each verifies the other where it is self-signed, and neither is the other's issuer.
        if !(isKey && isSubject), let verdict = issued(a, by: b, "A", "B") ?? issued(b, by: a, "B", "A") {
            return verdict
        }
        if isKey, isSubject, !isIssuer {
            return a.isAuthority && b.isAuthority
                ? Self(
                    .crossCertificate,
                    "Cross-certificates: the same subject and key, by two issuers. What the key signed chains to either.",
                    "RFC 5280 §3.2")
                : Self(
                    .certifiedTwice, "The same subject and key, certified by two issuers.", "RFC 5280 §4.1.2.4")
        }
        if isIssuer, isKey {
            return Self(
                .renamed, "\(later.new) is a modification of \(later.old): the same key and issuer, with other names.",
                "RFC 3647 §4.4.8")
        }
        if isIssuer, holds(questions.subject), !isNameless {
            return Self(
                .rekey,
                "\(later.new) is a re-key of \(later.old) with other names: the same subject and issuer, with another key.",
                "RFC 3647 §4.4.7")
        }
        if isKey {
            return Self(
                .sharedKey, "The same key for two subjects: whoever has the private key is both.", "RFC 5280 §4.1.2.7")
        }
        if isSubject, !isNameless {
            return Self(
                .namesake, "The same subject with another key and by another issuer: neither can stand for the other.",
                "RFC 5280 §4.1.2.6")
        }
        if isIssuer { return Self(.sibling, "Two certificates of one issuer, for different subjects and keys.", "") }
        return Self(.unrelated, "Two certificates that have neither key nor subject nor issuer in common.", "")
    }

    /// The same key, names and issuer: with nothing else changed but the time a renewal (RFC 3647 §4.4.6).
    private static func renewal(
        _ later: (new: String, old: String), isSameTerm: Bool, _ changed: ChangedParts
    ) -> Self {
        switch (isSameTerm, changed.isEmpty) {
        case (false, true):
            Self(
                .renewal,
                "\(later.new) is a renewal of \(later.old): the same key, names and issuer, for another time.",
                "RFC 3647 §4.4.6")
        case (false, false):
            Self(
                .reissue,
                "\(later.new) is a modification of \(later.old): the same key, names and issuer, for another time and with other contents: \(changed.words).",
                "RFC 3647 §4.4.8")
        case (true, true):
            Self(.reissue, "A re-issue: the same key, names, issuer and term, made a second time.", "RFC 3647 §4.4.6")
        case (true, false):
            Self(
                .reissue,
                "A re-issue: the same key, names, issuer and term, with other contents: \(changed.words).",
                "RFC 3647 §4.4.8")
        }
    }

    /// RFC 6962 §3.1: a precertificate is the certificate to be, with an extension that makes it unusable. Number, term and all
    /// else are those of the certificate.
    private static func precertificate(_ a: ComparedParts, _ b: ComparedParts, _ differences: [Difference]) -> Self? {
        let poisons = [a, b].map { $0.extension(ExplainedOID.precertificatePoison) }
        guard (poisons[0] != nil) != (poisons[1] != nil), let poison = poisons[0] ?? poisons[1] else { return nil }
        let (pre, final) = poisons[0] != nil ? ("A", "B") : ("B", "A")
        let changed = ChangedParts(differences).besidesPrecertificate(
            poison: String(poison.name.drop { $0 == "(" }.prefix { $0 != ")" }))
        guard changed.isEmpty else {
            return Self(
                .other,
                "\(pre) is a precertificate, but not that of \(final): they differ in \(changed.words), and logs see a certificate's own.",
                "RFC 6962 §3.1")
        }
        return Self(
            .precertificate,
            "\(pre) is a precertificate, as logs see it before the certificate is issued; \(final) may be that certificate.",
            "RFC 6962 §3.1")
    }

    /// Whether a certificate's issuer is the other one's subject, and that one's key signed it.
    private static func issued(_ a: ComparedParts, by b: ComparedParts, _ child: String, _ parent: String) -> Self? {
        guard let issuer = a.issuer, let subject = b.subject, !subject.children.isEmpty,
            issuer.octets == subject.octets || SummaryQuestions.namesMatch(issuer, subject)
        else { return nil }
        guard let certificate = try? Certificate(der: a.octets, ""), let key = b.key,
            let info = try? SubjectPublicKeyInfo(der: key.octets, ""),
            (try? certificate.checkSignature(signer: info)) != nil
        else { return nil }
        return Self(
            .issuer,
            "\(parent) issued \(child): its subject is \(child)'s issuer, and its key verifies \(child)'s signature.",
            "RFC 5280 §6.1.3(a)")
    }

    private static func laterOne(_ a: ComparedParts, _ b: ComparedParts) -> (new: String, old: String) {
        let times = [a, b].map { $0.validity.flatMap(SummaryQuestions.times) ?? [] }
        let isBLater = !times[1].lexicographicallyPrecedes(times[0])
        return isBLater ? ("B", "A") : ("A", "B")
    }
}
