import LucidDER
import LucidModel
import LucidSignature

// How two structures are related. The first that holds is told.

extension RelationVerdict {
    init(_ a: ComparedParts, _ b: ComparedParts, _ questions: SummaryQuestions, _ differences: [Difference]) {
        guard DifferenceProblem.isOneKind(a.kind, b.kind) else {
            self = Self.mixed(a, b, questions, differences)
            return
        }
        if let alike = Self.alike(a, b, differences) {
            self = alike
        } else {
            switch a.kind {
            case .certificate, .trustedCertificate: self = Self.certificates(a, b, questions)
            case .revocationList: self = Self.lists(a, b, questions)
            case .certificateRequest: self = Self.requests(questions)
            case .publicKey:
                self =
                    questions.key == .equivalent
                    ? Self(.encodedAgain, "The same key in other octets.", "")
                    : questions.key == nil
                        ? Self.unreadable : Self(.unrelated, "Two different keys.", "RFC 5280 §4.1.2.7")
            default: self = Self(.other, "They differ.", "")
            }
        }
    }

    /// The same contents with another signature, or in other octets.
    private static func alike(_ a: ComparedParts, _ b: ComparedParts, _ differences: [Difference]) -> Self? {
        if let first = a.signed, first.octets == b.signed?.octets {
            let isSignature = differences.allSatisfy { $0.path.hasPrefix("signature") }
            return isSignature
                ? Self(
                    .signedAgain, "The same signed part, octet for octet; only what stands behind it differs.",
                    "RFC 5280 §4.1.1.3")
                : Self(
                    .signedAgain, "The same signed part, octet for octet; what stands around it differs.",
                    "RFC 5280 §4.1.1")
        }
        let isEncoding = differences.allSatisfy { difference in
            [.encoding, .type].contains(difference.kind)
                || difference.kind == .order && difference.clause != "RFC 5280 §7.1"
                || ["signatureValue", "signature"].contains(difference.path)
        }
        return isEncoding
            ? Self(
                .encodedAgain,
                "The same contents in other octets: nothing is said otherwise, but it was encoded and signed anew.",
                "X.690 §10")
            : nil
    }

    private static let unreadable = Self(
        .other,
        "One of them can not be read as far as its names and key, so there is no saying what they are to each other.",
        "")

    // MARK: Certificates

    private static func certificates(_ a: ComparedParts, _ b: ComparedParts, _ questions: SummaryQuestions) -> Self {
        func holds(_ answer: DifferenceSummary.Answer?) -> Bool { answer == .same || answer == .equivalent }
        guard questions.subject != nil, questions.issuer != nil, questions.key != nil else { return unreadable }
        let (isKey, isIssuer) = (holds(questions.key), holds(questions.issuer))
        // Servers' certificates often have no subject but the names in subjectAltName.
        let isNameless = a.subject?.children.isEmpty ?? true && b.subject?.children.isEmpty ?? true
        let hasSameNames = questions.names.map(holds) ?? true
        let isSubject = holds(questions.subject) && (!isNameless || hasSameNames)
        let later = laterOne(a, b)
        if isKey, isSubject, let verdict = precertificate(a, b) { return verdict }
        if isKey, isSubject, isIssuer, hasSameNames {
            guard questions.term == .different else {
                return Self(
                    .reissue, "A re-issue: the same key, names, issuer and term, with other contents.",
                    "RFC 3647 §4.4.8")
            }
            return Self(
                .renewal,
                "\(later.new) is a renewal of \(later.old): the same key, names and issuer, for another time.",
                "RFC 3647 §4.4.6")
        }
        if isSubject, isIssuer, hasSameNames {
            return Self(
                .rekey, "\(later.new) is a re-key of \(later.old): the same names and issuer, with another key.",
                "RFC 3647 §4.4.7")
        }
        // One CA's certificates, with one key: each verifies the other where it is self-signed, and neither is the other's issuer.
        if !(isKey && isSubject), let verdict = issued(a, by: b, "A", "B") ?? issued(b, by: a, "B", "A") {
            return verdict
        }
        if isKey, isSubject, !isIssuer {
            return Self(
                .crossCertificate,
                "Cross-certificates: the same subject and key, by two issuers. What the key signed chains to either.",
                "RFC 5280 §3.2")
        }
        if isIssuer, isKey || holds(questions.subject) && !isNameless {
            let what = isKey ? "the same key" : "the same subject"
            return Self(
                .renamed, "\(later.new) is a modification of \(later.old): \(what) and issuer, with other names.",
                "RFC 3647 §4.4.8")
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

    /// RFC 6962 §3.1: a precertificate is the certificate to be, with an extension that makes it unusable.
    private static func precertificate(_ a: ComparedParts, _ b: ComparedParts) -> Self? {
        let poison = ExplainedOID.precertificatePoison
        let isPoisoned = (a.extension(poison) != nil, b.extension(poison) != nil)
        guard isPoisoned.0 != isPoisoned.1 else { return nil }
        let (pre, final) = isPoisoned.0 ? ("A", "B") : ("B", "A")
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

    // MARK: Others

    private static func lists(_ a: ComparedParts, _ b: ComparedParts, _ questions: SummaryQuestions) -> Self {
        guard let issuer = questions.issuer else { return unreadable }
        guard issuer != .different else {
            return Self(
                .unrelated, "Revocation lists of two issuers: they are about different certificates.",
                "RFC 5280 §5.1.2.3")
        }
        let times = [a, b].compactMap { $0.signed?.child("thisUpdate")?.time?.time }
        guard times.count == 2, times[0] != times[1] else {
            return Self(.other, "Two revocation lists of one issuer, made at the same time.", "RFC 5280 §5.1.2.4")
        }
        let (new, old) = times[0] < times[1] ? ("B", "A") : ("A", "B")
        return Self(
            .newerList, "\(new) is the newer list of the same issuer; \(old) is out of date.", "RFC 5280 §5.1.2.4")
    }

    private static func requests(_ questions: SummaryQuestions) -> Self {
        switch (questions.key, questions.subject) {
        case (nil, _), (_, nil): unreadable
        case (.different?, .different?):
            Self(.unrelated, "Requests of different applicants: neither key nor subject is the same.", "RFC 2986 §4.1")
        case (.different?, _): Self(.rekey, "Requests for the same subject, with different keys.", "RFC 2986 §4.1")
        case (_, .different?): Self(.sharedKey, "Requests with the same key, for different subjects.", "RFC 2986 §4.1")
        default: Self(.reissue, "Requests with the same key, for the same subject.", "RFC 2986 §4.1")
        }
    }

    private static func mixed(
        _ a: ComparedParts, _ b: ComparedParts, _ questions: SummaryQuestions, _ differences: [Difference]
    ) -> Self {
        guard let key = questions.key else { return unreadable }
        guard key != .different else {
            return Self(.unrelated, "Different keys: they do not belong together.", "RFC 5280 §4.1.2.7")
        }
        if a.kind == .publicKey || b.kind == .publicKey {
            return Self(.answer, "They belong together: the key is the same.", "RFC 5280 §4.1.2.7")
        }
        return differences.isEmpty
            ? Self(
                .answer,
                "They belong together: the key is the same, and the certificate says what the request asks for.",
                "RFC 2986 §3")
            : Self(
                .answer,
                "They belong together: the key is the same. The certificate does not say just what the request asks for.",
                "RFC 2986 §3")
    }
}
