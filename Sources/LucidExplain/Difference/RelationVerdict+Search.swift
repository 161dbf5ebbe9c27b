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
            case .certificate, .trustedCertificate: self = Self.certificates(a, b, questions, differences)
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

    static let unreadable = Self(
        .other,
        "One of them can not be read as far as its names and key, so there is no saying what they are to each other.",
        "")

    // MARK: Lists, requests, and structures of two kinds

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
