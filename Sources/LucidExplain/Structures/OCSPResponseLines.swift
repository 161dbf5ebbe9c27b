import LucidDER
import LucidModel

// RFC 6960 §4.2: an OCSP responder's answer.

extension Annotator {
    mutating func ocspResponse() throws(DERError) {
        let clause = "RFC 6960 §4.2.1"
        try structure(
            Meaning(
                "", "OCSPResponse ::= SEQUENCE { responseStatus, responseBytes [0] }",
                "An answer: whether the responder could say anything, and what it says.", clause)
        ) { inner throws(DERError) in
            try inner.enumerated(
                Meaning(
                    "responseStatus", "responseStatus         OCSPResponseStatus",
                    "Whether there is an answer; the certificate's status stands further below. This octet is not signed.",
                    clause)
            ) { number in OCSPResponseStatus(rawValue: number).map { "\($0) (\(number))" } ?? "\(number), which is none"
            }
            guard inner.isNext(.contextConstructed(0)) else { return }
            try inner.tagged(0, "responseBytes", "A tag around the answer.", clause) { tag throws(DERError) in
                try tag.responseBytes()
            }
        }
    }

    private mutating func responseBytes() throws(DERError) {
        let clause = "RFC 6960 §4.2.1"
        try structure(
            Meaning(
                "", "ResponseBytes ::= SEQUENCE { responseType, response }", "An answer of one type or another.", clause
            )
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning(
                    "responseType", "responseType   OBJECT IDENTIFIER", "Which type; all the world uses the basic one.",
                    clause))
            let meaning = Meaning(
                "response", "response       OCTET STRING", "A wrapping around the answer.", clause)
            guard type == OID.ocspBasic else { return try inner.octetString(meaning) }
            try inner.container(meaning, tag: .octetString) { body throws(DERError) in try body.basicResponse() }
        }
    }

    private mutating func basicResponse() throws(DERError) {
        let clause = "RFC 6960 §4.2.1"
        try structure(
            Meaning(
                "", "BasicOCSPResponse ::= SEQUENCE { tbsResponseData, signatureAlgorithm, signature, certs [0] }",
                "What the responder says, and its signature.", clause)
        ) { inner throws(DERError) in
            try inner.responseData()
            let algorithm = try inner.algorithm("signatureAlgorithm", "The algorithm of the signature below.", clause)
            try inner.signature("signature", by: algorithm, over: "tbsResponseData", clause)
            try inner.ocspCertificates()
        }
    }

    private mutating func responseData() throws(DERError) {
        let clause = "RFC 6960 §4.2.1"
        try structure(
            Meaning(
                "tbsResponseData", "tbsResponseData      ResponseData",
                "The part that is signed: the hash goes over exactly these octets.", clause)
        ) { inner throws(DERError) in
            try inner.ocspVersion()
            try inner.responderID(clause)
            try inner.generalizedTime(
                Meaning(
                    "producedAt", "producedAt               GeneralizedTime", "When the answer was signed.", clause))
            try inner.list(
                Meaning(
                    "responses", "responses                SEQUENCE OF SingleResponse",
                    "One answer for each certificate.",
                    clause)
            ) { list throws(DERError) in try list.singleResponse(clause) }
            try inner.ocspExtensions(1, "responseExtensions")
        }
    }

    private mutating func responderID(_ clause: String) throws(DERError) {
        if isNext(.contextConstructed(1)) {
            try tagged(1, "byName", "The responder, by its name.", clause) { tag throws(DERError) in
                try tag.name("", "The name of who signed.", clause)
            }
        } else {
            try tagged(2, "byKey", "The responder, by its key.", clause) { tag throws(DERError) in
                try tag.octetString(
                    Meaning(
                        "", "KeyHash ::= OCTET STRING -- SHA-1 hash of responder's public key",
                        "SHA-1 of the public key of who signed.", clause))
            }
        }
    }

    private mutating func singleResponse(_ clause: String) throws(DERError) {
        try structure(
            Meaning(
                "",
                "SingleResponse ::= SEQUENCE { certID, certStatus, thisUpdate, nextUpdate [0], singleExtensions [1] }",
                "The answer about one certificate.", clause)
        ) { inner throws(DERError) in
            try inner.certID("certID")
            try inner.certStatus(clause)
            try inner.generalizedTime(
                Meaning(
                    "thisUpdate", "thisUpdate                   GeneralizedTime",
                    "As of when the answer is known to be right.",
                    clause))
            if inner.isNext(.contextConstructed(0)) {
                let sentence = "By when there will be newer knowledge; after that the answer counts for nothing."
                try inner.tagged(0, "nextUpdate", sentence, clause) { tag throws(DERError) in
                    try tag.generalizedTime(Meaning("", "GeneralizedTime", sentence, clause))
                }
            }
            try inner.ocspExtensions(1, "singleExtensions")
        }
    }

    private mutating func certStatus(_ clause: String) throws(DERError) {
        switch nextTag?.octet {
        case 0xa1:
            let sentence = "Revoked: the certificate must not be trusted any more."
            let asn1 = "revoked     [1]     IMPLICIT RevokedInfo"
            try structure(
                Meaning("certStatus", asn1, sentence, clause), tag: .contextConstructed(1), value: "revoked"
            ) { inner throws(DERError) in
                try inner.generalizedTime(
                    Meaning(
                        "revocationTime", "revocationTime              GeneralizedTime", "When it was revoked.", clause)
                )
                guard inner.isNext(.contextConstructed(0)) else { return }
                try inner.tagged(0, "revocationReason", "A tag around the reason.", clause) { tag throws(DERError) in
                    try tag.reasonCode()
                }
            }
        case 0x82:
            try null(
                Meaning(
                    "certStatus", "unknown     [2]     IMPLICIT UnknownInfo",
                    "Unknown: the responder does not know the certificate.", clause), tag: .context(2), value: "unknown"
            )
        default:
            try null(
                Meaning(
                    "certStatus", "good        [0]     IMPLICIT NULL",
                    "Good: no certificate with this serial number is revoked.", clause), tag: .context(0), value: "good"
            )
        }
    }
}
