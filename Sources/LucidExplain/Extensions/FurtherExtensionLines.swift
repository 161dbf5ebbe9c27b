import LucidDER
import LucidModel

// Extensions from outside of RFC 5280, and those of OCSP.

extension Annotator {
    mutating func tlsFeature() throws(DERError) {
        try list(
            Meaning(
                "", "Features ::= SEQUENCE OF INTEGER", "What a TLS server with this certificate must do.",
                "RFC 7633 §4")
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning(
                    "", "INTEGER",
                    "The number of a TLS extension; 5 is status_request: the server must staple an OCSP response.",
                    "RFC 7633 §4.2.3.1")
            ) { $0 == 5 ? "status_request (5)" : String($0) }
        }
    }

    /// PrivateKeyUsagePeriod (RFC 3280 §4.2.1.4, which RFC 5280 left out).
    mutating func privateKeyUsagePeriod() throws(DERError) {
        let clause = "RFC 3280 §4.2.1.4"
        try structure(
            Meaning(
                "", "PrivateKeyUsagePeriod ::= SEQUENCE { notBefore [0], notAfter [1] }",
                "When the private key signs: it may end before the certificate, whose signatures still are to be checked.",
                clause)
        ) { inner throws(DERError) in
            for (number, field, sentence) in [
                (UInt8(0), "notBefore", "From then on it signs."), (1, "notAfter", "Until then it signs."),
            ] where inner.isNext(.context(number)) {
                try inner.generalizedTime(
                    Meaning(field, "\(field)       [\(number)]     GeneralizedTime OPTIONAL", sentence, clause),
                    tag: .context(number))
            }
        }
    }

    /// QCStatements (RFC 3739 §3.2.6): what European law asks of certificates for people's signatures.
    mutating func qcStatements() throws(DERError) {
        let clause = "RFC 3739 §3.2.6"
        try list(
            Meaning(
                "", "QCStatements ::= SEQUENCE OF QCStatement",
                "The issuer's statements on qualified certificates, with which signatures count before courts.", clause)
        ) { inner throws(DERError) in
            try inner.structure(
                Meaning("", "QCStatement ::= SEQUENCE { statementId, statementInfo }", "One statement.", clause)
            ) { statement throws(DERError) in
                try statement.objectIdentifier(
                    Meaning("statementId", "statementId   OBJECT IDENTIFIER", "Which statement.", clause))
                guard !statement.isAtEnd else { return }
                try statement.anything(
                    Meaning(
                        "statementInfo", "statementInfo ANY DEFINED BY statementId OPTIONAL", "What it states.", clause
                    ))
            }
        }
    }

    /// CRLReason (RFC 5280 §5.3.1).
    mutating func reasonCode(_ field: String = "") throws(DERError) {
        let (start, line) = (offset, nextLine)
        try enumerated(
            Meaning(field, "CRLReason ::= ENUMERATED", "Why the certificate was revoked.", "RFC 5280 §5.3.1")
        ) { number in ReasonCode.Reason(rawValue: number).map { "\($0) (\(number))" } ?? "\(number)" }
        var cursor = DERCursor(DERBytes(source, start..<offset))
        guard (try? cursor.enumerated("")) != nil else { return }
        do throws(DERError) {
            if try ReasonCode(der: DERBytes(source, start..<offset), "").reason == .removeFromCRL {
                lines[line].meaning.sentence =
                    "The certificate is taken off the list again: it is on hold no longer, or it has expired."
            }
        } catch { report(error, ofLine: line) }
    }

    mutating func acceptableResponses() throws(DERError) {
        try list(
            Meaning(
                "", "AcceptableResponses ::= SEQUENCE OF OBJECT IDENTIFIER",
                "Which types of answers the client understands.", "RFC 6960 §4.4.3")
        ) { inner throws(DERError) in
            try inner.objectIdentifier(
                Meaning("", "OBJECT IDENTIFIER", "One type of answer.", "RFC 6960 §4.4.3"))
        }
    }

    /// CrlID (RFC 6960 §4.4.2).
    mutating func crlReference() throws(DERError) {
        let clause = "RFC 6960 §4.4.2"
        try structure(
            Meaning(
                "", "CrlID ::= SEQUENCE { crlUrl [0], crlNum [1], crlTime [2] }",
                "The revocation list that the responder has its answer from.", clause)
        ) { inner throws(DERError) in
            for (number, field, sentence) in [
                (UInt8(0), "crlUrl", "Where it is to be had."), (1, "crlNum", "Its number."),
                (2, "crlTime", "When it was made."),
            ] where inner.isNext(.contextConstructed(number)) {
                try inner.tagged(number, field, sentence, clause) { value throws(DERError) in
                    try value.anything(Meaning("", "IA5String, INTEGER or GeneralizedTime", sentence, clause))
                }
            }
        }
    }

    /// ServiceLocator (RFC 6960 §4.4.6).
    mutating func serviceLocator() throws(DERError) {
        let clause = "RFC 6960 §4.4.6"
        try structure(
            Meaning(
                "", "ServiceLocator ::= SEQUENCE { issuer, locator }",
                "Helps a responder to find the one that knows the certificate.", clause)
        ) { inner throws(DERError) in
            try inner.name("issuer", "Who issued the certificate.", clause)
            if !inner.isAtEnd { try inner.accessDescriptions("Where that one's responder is.", clause) }
        }
    }
}
