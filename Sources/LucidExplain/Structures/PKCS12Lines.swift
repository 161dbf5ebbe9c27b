import LucidDER
import LucidModel

// RFC 7292: a PKCS #12 file, as far as it is not encrypted.

extension Annotator {
    mutating func pfx() throws(DERError) {
        let clause = "RFC 7292 §4"
        // A bag may have a key that is not encrypted.
        hidesRaw = true
        try structure(
            Meaning(
                "", "PFX ::= SEQUENCE { version, authSafe, macData }",
                "A PKCS #12 file: keys and certificates in bags, mostly encrypted under a passphrase.", clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning("version", "version     INTEGER {v3(3)}(v3,...)", "There is one version, 3.", clause))
            try inner.contentInfo("authSafe") { octets throws(DERError) in try octets.authenticatedSafe() }
            if !inner.isAtEnd { try inner.macData() }
        }
    }

    private mutating func authenticatedSafe() throws(DERError) {
        guard !isStillBER() else {
            return try remainder(
                Meaning(
                    "", "AuthenticatedSafe",
                    "This is BER in a form that DER does not have; Lucid reads it, and explains DER only.",
                    "RFC 7292 §4.1"))
        }
        try list(
            Meaning(
                "", "AuthenticatedSafe ::= SEQUENCE OF ContentInfo",
                "The parts of the file; each is encrypted or not as a whole.", "RFC 7292 §4.1")
        ) { inner throws(DERError) in
            try inner.contentInfo("") { octets throws(DERError) in try octets.safeContents("") }
        }
    }

    /// Whether the octets that are left are BER, but not in DER's framing.
    private func isStillBER() -> Bool { (try? BER.definiteForm(of: rest)).flatMap { $0 } != nil }

    private mutating func safeContents(_ field: String) throws(DERError) {
        try list(
            Meaning(field, "SafeContents ::= SEQUENCE OF SafeBag", "The bags of this part.", "RFC 7292 §4.2")
        ) { inner throws(DERError) in try inner.safeBag() }
    }

    private mutating func safeBag() throws(DERError) {
        let clause = "RFC 7292 §4.2"
        let line = nextLine
        try structure(
            Meaning("", "SafeBag ::= SEQUENCE { bagId, bagValue [0], bagAttributes }", "One bag.", clause)
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning("bagId", "bagId          OBJECT IDENTIFIER", "What is in the bag.", clause))
            if let type { inner.setValue(type.shortest, ofLine: line) }
            try inner.tagged(0, "bagValue", "A tag around it.", clause) { tag throws(DERError) in
                try tag.bagValue(type)
            }
            guard !inner.isAtEnd else { return }
            try inner.attributes(
                "bagAttributes", tag: .set, areValuesSorted: false,
                "A name for people, and what ties a key to its certificate.", clause)
        }
    }

    private mutating func bagValue(_ type: ObjectIdentifier?) throws(DERError) {
        switch type {
        case OID.keyBag: try privateKeyInfo()
        case OID.pkcs8ShroudedKeyBag: try encryptedPrivateKey()
        case OID.certBag:
            try typedBag("CertBag", "certId", "certValue", OID.x509CertificateInBag) { octets throws(DERError) in
                try octets.certificate()
            }
        case OID.crlBag:
            try typedBag("CRLBag", "crlId", "crlValue", OID.x509CRLInBag) { octets throws(DERError) in
                try octets.revocationList()
            }
        case OID.safeContentsBag: try safeContents("")
        default:
            let line = nextLine
            try anything(Meaning("", "ANY DEFINED BY bagId", "What is in the bag: perhaps a secret.", "RFC 7292 §4.2"))
            hide(fromLine: line)
        }
    }

    /// CertBag and CRLBag, which are built alike (RFC 7292 §4.2.3, §4.2.4).
    private mutating func typedBag(
        _ type: String, _ idField: String, _ valueField: String, _ wanted: ObjectIdentifier,
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let clause = type == "CertBag" ? "RFC 7292 §4.2.3" : "RFC 7292 §4.2.4"
        try structure(
            Meaning(
                "", "\(type) ::= SEQUENCE { \(idField), \(valueField) [0] }", "What kind it is, and it itself.", clause)
        ) { inner throws(DERError) in
            let found = try inner.objectIdentifier(
                Meaning(idField, "\(idField)      OBJECT IDENTIFIER", "Which kind.", clause))
            try inner.tagged(0, valueField, "A tag around it.", clause) { tag throws(DERError) in
                let meaning = Meaning("", "OCTET STRING", "A wrapping around it.", clause)
                guard found == wanted else { return try tag.anything(meaning) }
                try tag.container(meaning, tag: .octetString, body)
            }
        }
    }

    /// MacData: by which a reader sees that the passphrase is right and nothing was altered.
    private mutating func macData() throws(DERError) {
        let clause = "RFC 7292 §4"
        try structure(
            Meaning(
                "macData", "MacData ::= SEQUENCE { mac, macSalt, iterations }",
                "A checksum under the passphrase: it shows that the passphrase is right and that nothing was altered.",
                clause)
        ) { inner throws(DERError) in
            try inner.structure(
                Meaning("mac", "DigestInfo ::= SEQUENCE { digestAlgorithm, digest }", "The checksum.", clause)
            ) { mac throws(DERError) in
                try mac.algorithm("digestAlgorithm", "The hash function of the checksum.", clause)
                try mac.octetString(
                    Meaning(
                        "digest", "digest           OCTET STRING",
                        "The checksum's octets, over the content of authSafe.",
                        clause))
            }
            try inner.salt(clause, field: "macSalt")
            if !inner.isAtEnd { try inner.iterations("iterations", clause) }
        }
    }
}
