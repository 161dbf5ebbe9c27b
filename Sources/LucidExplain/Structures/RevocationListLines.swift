import LucidDER
import LucidModel

// RFC 5280 §5.1: a revocation list (CRL).

extension Annotator {
    mutating func revocationList(_ field: String = "") throws(DERError) {
        let line = nextLine
        let start = offset
        try structure(
            Meaning(
                field, "CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue }",
                "A revocation list: the serial numbers of certificates that are not valid any more, signed by their issuer.",
                "RFC 5280 §5.1")
        ) { inner throws(DERError) in
            try inner.tbsCertList()
            let algorithm = try inner.algorithm(
                "signatureAlgorithm",
                "The algorithm of the signature below. It must be the one that the signed part names.",
                "RFC 5280 §5.1.1.2")
            try inner.signature("signatureValue", by: algorithm, over: "tbsCertList", "RFC 5280 §5.1.1.3")
        }
        if depth > 0, let list = try? RevocationList(der: DERBytes(source, start..<offset), "") {
            setValue("by \(list.tbsCertList.issuer)", ofLine: line)
        }
    }

    private mutating func tbsCertList() throws(DERError) {
        try structure(
            Meaning(
                "tbsCertList", "tbsCertList          TBSCertList",
                "The part that is signed: the hash goes over exactly these octets.", "RFC 5280 §5.1.1.1")
        ) { inner throws(DERError) in
            if inner.isNext(.integer) {
                try inner.smallNatural(
                    Meaning(
                        "version", "version                 Version OPTIONAL,  -- if present, MUST be v2",
                        "Lists with extensions are of version 2, written as 1; without a version it is version 1.",
                        "RFC 5280 §5.1.2.1")
                ) { $0 == 1 ? "v2 (1)" : "\($0), which is no version" }
            }
            try inner.algorithm(
                "signature", "The algorithm that the issuer signs with, under the signature's own protection.",
                "RFC 5280 §5.1.2.2")
            try inner.name("issuer", "Who signed: whose certificates the list is about.", "RFC 5280 §5.1.2.3")
            try inner.time(
                Meaning("thisUpdate", "thisUpdate              Time", "When the list was made.", "RFC 5280 §5.1.2.4"))
            if inner.isNext(.utcTime) || inner.isNext(.generalizedTime) {
                try inner.time(
                    Meaning(
                        "nextUpdate", "nextUpdate              Time OPTIONAL",
                        "By when there will be a newer list; after that this one tells nothing any more.",
                        "RFC 5280 §5.1.2.5"))
            }
            if inner.isNext(.sequence) { try inner.revokedCertificates() }
            if inner.isNext(.contextConstructed(0)) {
                try inner.tagged(
                    0, "crlExtensions", "A tag around facts about the list as a whole.", "RFC 5280 §5.1.2.7"
                ) { tag throws(DERError) in try tag.extensions("", "Facts about the list.", "RFC 5280 §5.2") }
            }
        }
    }

    private mutating func revokedCertificates() throws(DERError) {
        let clause = "RFC 5280 §5.1.2.6"
        let line = nextLine
        var count = 0
        try list(
            Meaning(
                "revokedCertificates", "revokedCertificates     SEQUENCE OF SEQUENCE OPTIONAL",
                "The revoked certificates; where there is none, the field is absent.", clause),
            minimumCount: 1
        ) { inner throws(DERError) in
            count += 1
            try inner.revokedCertificate(clause)
        }
        setValue("\(count) certificate\(count == 1 ? "" : "s")", ofLine: line)
    }

    private mutating func revokedCertificate(_ clause: String) throws(DERError) {
        let (line, start) = (nextLine, offset)
        try structure(
            Meaning(
                "", "SEQUENCE { userCertificate, revocationDate, crlEntryExtensions }", "One revoked certificate.",
                clause)
        ) { entry throws(DERError) in
            try entry.serialNumber(
                "userCertificate", "userCertificate         CertificateSerialNumber",
                "The serial number that its issuer gave it.", clause)
            try entry.time(
                Meaning(
                    "revocationDate", "revocationDate          Time", "When it was revoked.", clause))
            if !entry.isAtEnd {
                try entry.extensions("crlEntryExtensions", "Facts about this revocation.", "RFC 5280 §5.3")
            }
        }
        if line + 2 < lines.count {
            let isRemoval = Self.isRemoval(DERBytes(source, start..<offset))
            if isRemoval { tellRemoval(fromLine: line) }
            let event = isRemoval ? "taken off the list again" : "revoked"
            setValue("\(lines[line + 1].value), \(event) \(lines[line + 2].value)", ofLine: line)
        }
    }

    /// Whether an entry of a delta CRL says that a certificate is revoked no longer (RFC 5280 §5.3.1).
    private static func isRemoval(_ entry: DERBytes) -> Bool {
        guard let entry = try? RevokedCertificate(der: entry, "") else { return false }
        return entry.crlEntryExtensions.value(ReasonCode.self)?.reason == .removeFromCRL
    }

    /// Such an entry has the fields of a revocation, but they mean something else.
    private mutating func tellRemoval(fromLine line: Int) {
        lines[line].meaning.sentence =
            "One certificate that is taken off the list again: it is on hold no longer, or it has expired."
        lines[line].meaning.clause = "RFC 5280 §5.2.4"
        lines[line + 2].meaning.sentence = "The entry's date. The certificate is not revoked any more."
        for index in line..<lines.count where lines[index].meaning.field == "crlEntryExtensions" {
            lines[index].meaning.sentence = "Facts about this entry."
        }
    }
}
